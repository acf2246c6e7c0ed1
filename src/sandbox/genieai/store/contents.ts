import type { Store } from './store.ts';
import type { Stored } from './stored.ts';

/** One record, without what GenieAI made up itself (ids and times). */
export interface HeldRecord {
  readonly externalId: string | null;
  readonly archived: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** All that a sandbox holds. */
export interface Contents {
  readonly contacts: readonly HeldRecord[];
  readonly products: readonly HeldRecord[];
  readonly sales: readonly HeldRecord[];
  /** Keys of contacts that were erased and not sent again. */
  readonly erased: readonly string[];
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function held(records: Iterable<Stored>): HeldRecord[] {
  return [...records]
    .toSorted((one, other) => compare(one.externalId ?? `\uFFFF${one.id}`, other.externalId ?? `\uFFFF${other.id}`))
    .map(({ externalId, archived, fields }) => ({ externalId, archived, fields }));
}

/** What a store holds, in an order that does not depend on how it came there: two stores can be compared by it. */
export function contentsOf({ contacts, products, sales, erased }: Store): Contents {
  return {
    contacts: held(contacts.all()),
    products: held(products.all()),
    sales: held(sales.all()),
    erased: [...erased].toSorted(compare),
  };
}
