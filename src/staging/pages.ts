import type { WritableDatabase } from '../database/open.ts';
import type { Instant } from '../model/ids.ts';
import type { FeedKind, Row } from '../model/record.ts';
import type { FeedTally } from './feed-pull.ts';
import { createPagedFeed, preparePaged, type PagedFeed, type PagedLayout } from './paged-feed.ts';
import { createPasses } from './passes.ts';
import type { Statements } from './statements.ts';

/** A row that a page brought. `cells` is null where the page says that it is gone. */
export interface PagedRow {
  readonly kind: FeedKind;
  readonly key: string;
  readonly parent: string | null;
  readonly cells: Row | null;
  /** Everything that belongs to it: what is not among these any more is gone. Absent where it has no parts. */
  readonly parts?: readonly Omit<PagedRow, 'parts'>[];
}

/** One way through what a source has, as staging needs to know it. */
export interface PagedStream {
  readonly name: string;
  /** The kinds of row that it brings, and those that come as parts of them. No two streams bring the same. */
  readonly kinds: readonly FeedKind[];
  readonly parts: readonly FeedKind[];
  /** Whether each pass brings every row, so that one which did not come is gone. */
  readonly whole: boolean;
  readonly layouts: Readonly<Partial<Record<FeedKind, PagedLayout>>>;
}

/** Rows of one kind that a whole pass did not meet. */
export interface Unmet {
  readonly kind: FeedKind;
  readonly keys: readonly string[];
  /** How many are there, these among them. */
  readonly of: number;
}

/** Some rows of a stream, and how far the reading has come with them. */
export interface TakenPage {
  readonly rows: readonly PagedRow[];
  /** Where the next page begins, as whoever reads understands it. */
  readonly position: string;
  /** When this pass was begun; of a pass that goes on after a break, its own beginning stands. */
  readonly startedAt: Instant;
  readonly at: Instant;
  /** Whether the pass ends with it. */
  readonly last: boolean;
  /** Whether what a whole pass did not meet may vanish; where it may not, everything stays and the next pass begins anew. */
  readonly mayVanish: (unmet: readonly Unmet[]) => boolean;
}

/** A pass that came to its end. */
export interface Pass {
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
}

/** Rows of one source that come page by page. What a page brings counts at once, and a pass that breaks off goes on where it was. */
export interface Pages {
  /** Where the stream is to be read on; null where it begins, also because its rows come with other fields now. */
  position(stream: PagedStream): string | null;
  /** Rows, parts, and the position that they reach, in one commit. Answers what was found of each kind. */
  takePage(stream: PagedStream, page: TakenPage): ReadonlyMap<FeedKind, Readonly<FeedTally>>;
  /** The stream's last pass that came to its end. */
  lastPass(name: string): Pass | undefined;
}

/** What reading by pages is made from. */
export interface PagesParts {
  readonly database: WritableDatabase;
  readonly statements: Statements;
  readonly source: string;
}

/** The streams of one source in our own database. */
export function createPages({ database, statements, source }: PagesParts): Pages {
  const passes = createPasses(database, source);
  const paged = preparePaged(database);

  /** The feeds of a stream, for one transaction: what they count is forgotten where it fails. */
  function feedsOf(stream: PagedStream): Map<FeedKind, PagedFeed> {
    const make = (kind: FeedKind): PagedFeed =>
      createPagedFeed({ statements, paged, source }, kind, layoutOf(stream, kind));
    return new Map([...stream.kinds, ...stream.parts].map((kind) => [kind, make(kind)]));
  }

  function areLaidOut(feeds: ReadonlyMap<FeedKind, PagedFeed>): boolean {
    return [...feeds.values()].every((feed) => feed.isLaidOut());
  }

  function takePage(stream: PagedStream, page: TakenPage): Map<FeedKind, FeedTally> {
    const tallies = new Map<FeedKind, FeedTally>();
    const feeds = feedsOf(stream);
    const pass = passes.open(stream.name, { startedAt: page.startedAt, anew: !areLaidOut(feeds) });
    if (pass.isNew) for (const feed of feeds.values()) feed.layOut();
    for (const row of page.rows) takeRow(row);
    passes.reach(pass.id, page.position);
    if (page.last) endPass();
    for (const feed of feeds.values()) feed.settle();
    return tallies;

    function feedOf(kind: FeedKind): PagedFeed {
      const feed = feeds.get(kind);
      if (!feed) throw new TypeError(`the stream ${stream.name} brought a row of kind ${kind}, which it does not name`);
      return feed;
    }

    function takeRow(row: PagedRow): void {
      const feed = feedOf(row.kind);
      const { cells, key, parent } = row;
      if (cells === null) {
        dropWithParts(feed, key);
        return;
      }
      const found = feed.put({ key, parent, cells });
      const again = stream.whole && !passes.meet(pass.id, feed.id, key);
      // A page that slipped brings a row twice; it is counted once.
      if (!again || found !== 'unchanged') count(row.kind, found);
      if (row.parts) replaceParts(key, row.parts);
    }

    function replaceParts(parent: string, parts: readonly Omit<PagedRow, 'parts'>[]): void {
      const now = new Set(parts.map(({ kind, key }) => `${kind} ${key}`));
      for (const part of parts) {
        if (part.cells) count(part.kind, feedOf(part.kind).put({ key: part.key, parent, cells: part.cells }));
      }
      for (const kind of stream.parts) {
        for (const key of feedOf(kind).childrenOf(parent)) if (!now.has(`${kind} ${key}`)) drop(feedOf(kind), key);
      }
    }

    function dropWithParts(feed: PagedFeed, key: string): void {
      drop(feed, key);
      for (const part of stream.parts.map(feedOf)) for (const child of part.childrenOf(key)) drop(part, child);
    }

    function drop(feed: PagedFeed, key: string): void {
      if (feed.drop(key, page.at)) tallyOf(feed.kind).vanished++;
    }

    function endPass(): void {
      const unmet = stream.whole ? stream.kinds.map(feedOf).map((feed) => ({ feed, keys: feed.unmet(pass.id) })) : [];
      const may =
        !stream.whole || page.mayVanish(unmet.map(({ feed, keys }) => ({ kind: feed.kind, keys, of: feed.rows() })));
      if (may) for (const { feed, keys } of unmet) for (const key of keys) dropWithParts(feed, key);
      passes.end(pass.id, may ? page.at : null);
    }

    function count(kind: FeedKind, found: keyof FeedTally): void {
      const tally = tallyOf(kind);
      tally.rows++;
      tally[found]++;
    }

    function tallyOf(kind: FeedKind): FeedTally {
      const tally = tallies.get(kind) ?? { rows: 0, new: 0, changed: 0, vanished: 0, unchanged: 0 };
      tallies.set(kind, tally);
      return tally;
    }
  }

  const inTransaction = database.transaction(takePage);
  return {
    position: (stream) => (areLaidOut(feedsOf(stream)) ? passes.position(stream.name) : null),
    takePage: (stream, page) => inTransaction.immediate(stream, page),
    lastPass: (name) => passes.last(name),
  };
}

function layoutOf({ name, layouts }: PagedStream, kind: FeedKind): PagedLayout {
  const layout = layouts[kind];
  if (!layout)
    throw new TypeError(`the stream ${name} brings rows of kind ${kind} and does not say how they are laid out`);
  return layout;
}
