import type { WritableDatabase } from '../database/open.ts';
import type { FeedKind, RowKind } from '../model/record.ts';
import { inTurn } from '../support/in-turn.ts';
import { joinedSource } from './overlay.ts';
import { createStaging, stagedRow, type FeedState, type StagedRow, type Staging } from './staging.ts';
import { prepareViewReads, type LaidFeeds, type SourcedRow } from './view-statements.ts';

/**
 * The rows of which records are made, whichever source gave them, and the one log of what changed. A till's staging is
 * such a view by itself; of several sources, a row of `joined` stands above every other row with its key.
 */
export interface View extends Pick<
  Staging,
  'changes' | 'changedParents' | 'row' | 'children' | 'search' | 'vanishedBefore' | 'repeated'
> {
  /** What is known of a kind: of one source, or of all together (`rows` counts what the sources gave, joined or not). */
  feed(kind: RowKind, source?: string): FeedState;
}

/** What a view is made of. */
export interface ViewParts {
  readonly database: WritableDatabase;
  readonly till: { readonly id: string; readonly staging: Staging };
  readonly shopFront?: { readonly id: string; readonly staging: Staging } | undefined;
  /** Whether rows were made of several others; without them and without a shop front, the view is the till's staging itself. */
  readonly joined: boolean;
}

/** Kinds of which a shop front's rows are seen as they are. Its customers are seen as persons alone, its articles not at all. */
const seenAsTheyAre: ReadonlySet<FeedKind> = new Set(['sale', 'saleLine', 'payment']);

/** The rows of a shop front that count as a kind of record. */
const countedAs: Readonly<Partial<Record<FeedKind, readonly FeedKind[]>>> = {
  customer: ['customer', 'buyer'],
  sale: ['sale'],
  saleLine: ['saleLine'],
  payment: ['payment'],
};

function frontKinds(kind: FeedKind): readonly FeedKind[] {
  return countedAs[kind] ?? [];
}

/** A view of these sources; see `View`. */
export function createView({ database, till, shopFront, joined }: ViewParts): View {
  if (!shopFront && !joined) return till.staging;
  const reads = prepareViewReads(database);
  const overlay = createStaging(database, joinedSource);
  const nobody = { id: 0, pull: 0 };

  function laid(kind: FeedKind): LaidFeeds {
    const base = reads.feed.get(till.id, kind) ?? nobody;
    const front = shopFront && seenAsTheyAre.has(kind) ? (reads.feed.get(shopFront.id, kind) ?? nobody) : nobody;
    const over = reads.feed.get(joinedSource, kind) ?? nobody;
    return { base: base.id, basePull: base.pull, front: front.id, frontPull: front.pull, over: over.id };
  }

  const seen = ({ source, ...stored }: SourcedRow): StagedRow => stagedRow(stored, source);

  /** Asked for every sale: one look into an index for each source, and no plan over several. */
  function row(kind: FeedKind, key: string): StagedRow | undefined {
    const front = seenAsTheyAre.has(kind) ? shopFront?.staging : undefined;
    return overlay.row(kind, key) ?? till.staging.row(kind, key) ?? front?.row(kind, key);
  }

  return {
    feed(kind, source) {
      if (source === joinedSource) return overlay.feed(kind);
      if (source !== undefined) return (source === shopFront?.id ? shopFront.staging : till.staging).feed(kind);
      return together(
        till.staging.feed(kind),
        shopFront ? frontKinds(kind).map((each) => shopFront.staging.feed(each)) : [],
        overlay.feed(kind),
      );
    },
    changes: (kind, { after, upTo, limit }) => reads.changes.all({ ...laid(kind), after, upTo, limit }).map(seen),
    changedParents: (kind, { after, upTo }) => reads.changedParents.all({ ...laid(kind), after, upTo }),
    row,
    children: (kind, parent) => reads.children.all({ ...laid(kind), parent }).map(seen),
    search(kind, text, limit) {
      const given = [
        ...inTurn([
          till.staging.search(kind, text, limit),
          ...(shopFront ? frontKinds(kind).map((each) => shopFront.staging.search(each, text, limit)) : []),
        ]),
      ];
      const feeds = laid(kind);
      const shown = given.flatMap((key) => reads.shownAs.get({ over: feeds.over, key }) ?? key);
      return [...new Set(shown)].filter((key) => row(kind, key)?.cells).slice(0, limit);
    },
    vanishedBefore: (kind, at) => reads.vanishedBefore.all({ ...laid(kind), at }),
    repeated: (kind) => till.staging.repeated(kind),
  };
}

/** What is known of a kind over all its sources: fields for telling whether anything about them has changed. */
function together(base: FeedState, front: readonly FeedState[], over: FeedState): FeedState {
  const all = [base, ...front];
  return {
    fields: [...all, over].flatMap(({ fields }) => fields),
    origins: base.origins,
    rows: all.reduce((sum, { rows }) => sum + rows, 0),
    lastRow: Math.max(...[...all, over].map(({ lastRow }) => lastRow)),
    checkpoint: base.checkpoint,
  };
}
