import type { FeedKind, Row } from '../model/record.ts';

/** A row as a shop front gave it, in the order of the cells that `ShopFront.fields` says. `cells` is null where it says that the row is gone. */
export interface PageRow {
  readonly kind: FeedKind;
  /** With the shop front's prefix: `web-5f3c…`. Unique among the rows of its kind. */
  readonly key: string;
  /** The row that it belongs to: a line's order, an order's buyer. */
  readonly parent: string | null;
  readonly cells: Row | null;
  /** Everything that belongs to it: parts that are not among these any more are gone. Absent where it has no parts. */
  readonly parts?: readonly Omit<PageRow, 'parts'>[];
}

/** Some rows, and how far the reading has come with them; both become true in one commit. */
export interface Page {
  readonly rows: readonly PageRow[];
  /** What `read` is to be given to go on after this page, also by a process that knows nothing else. Ours to keep, the shop front's to understand. */
  readonly position: string;
}

/** One way through what a shop front has. */
export interface Stream {
  /** "orders", "products", … */
  readonly name: string;
  /** The kinds of row that it brings, parts left out. No two streams bring the same kind. */
  readonly kinds: readonly FeedKind[];
  /** `changes`: what changed since the position. `everything`: each pass brings every row, and one that did not come is gone. */
  readonly brings: 'changes' | 'everything';
  /**
   * One pass from a position on, page by page; from null, the first there ever was. It ends by itself. The position of
   * the last page begins the next pass; that of any other goes on with this one. Throws a `TillbridgeError` where the
   * shop front cannot be read: `settings` where the owner must act (a wrong key, a missing permission, a site that is
   * not paid for), `unreachable` where it may answer again by itself.
   */
  read(position: string | null, signal: AbortSignal): AsyncIterable<Page>;
}

/** What is left of a shop front's own stock, as it says now. */
export interface ShownStock {
  /** The variant: `web-5f3c…`. */
  readonly key: string;
  /** Pieces; null where it counts none. */
  readonly quantity: number | null;
}

/** For a request that must not be made twice. */
export interface Once {
  readonly signal: AbortSignal;
  /** A name that no request ever had: 1 to 64 of `A-Za-z0-9_-`. */
  readonly idempotencyKey: string;
}

/** A shop front as a source of rows. */
export interface ShopFront {
  /** Stands before all of its keys, so that they are never those of a till: `web-`. */
  readonly prefix: string;
  /** The fields of each kind of row in the order of its cells. They are named as a till's are: `customerFields`, `saleFields`, … and those of `shopFrontFields`. */
  readonly fields: Readonly<Partial<Record<FeedKind, readonly string[]>>>;
  /** What people there call each field, by kind: "Orders: Customer email". */
  readonly origins: Readonly<Partial<Record<FeedKind, Readonly<Record<string, string>>>>>;
  /**
   * The field, an ISO time, by which rows of a kind are put in order: of two under one key the later one stays, whichever
   * came first. Where a kind is not named, the one that came last.
   */
  readonly latestBy?: Readonly<Partial<Record<FeedKind, string>>>;
  /** In the order in which they are to be read. */
  readonly streams: readonly Stream[];
  /** The stock that it shows of these variants now; those that are gone are left out. Throws as `Stream.read` does. */
  stockOf(keys: readonly string[], signal: AbortSignal): Promise<readonly ShownStock[]>;
  /**
   * Begins to count a variant of which it counted none, with so many pieces to show. What is counted already is left as it
   * is, so that nothing which was sold meanwhile is put back. Throws as `Stream.read` does.
   */
  startCounting(key: string, pieces: number, once: Once): Promise<'begun' | 'counted-already' | 'gone'>;
}

/** The fields that rows of a shop front have besides those of a till's rows of the same kind. */
export const shopFrontFields = {
  /** `standing`: `sale` (money was taken), `open` (ordered, not paid yet), `void` (cancelled or failed), `test`. `placedAt`: when it was ordered. */
  sale: ['standing', 'placedAt', 'orderNumber', 'email'],
  /** `variant`: the key of the variant that was bought; null for what has none. */
  saleLine: ['variant'],
  /** `orderedAt`: when the order was placed that the row was read from. */
  buyer: ['orderedAt'],
  /** `product`: the shop front's own product, to which the variant belongs. `kind`: PHYSICAL, SERVICE, … `salePrice`: set where it is on sale. */
  product: ['product', 'kind', 'salePrice'],
  /** `quantity`: pieces. `unlimited`: `true` where it counts none. */
  stock: ['key', 'quantity', 'unlimited'],
} as const;
