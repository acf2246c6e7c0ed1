import { rowKinds, type RowKind } from '../model/record.ts';
import type { FieldOrigin, Snapshot, Till } from '../pos/contract.ts';
import type { FeedPull } from '../staging/feed-pull.ts';
import type { Layout, Pull } from '../staging/pull.ts';
import type { Staging } from '../staging/staging.ts';
import type { Clock } from '../support/clock.ts';
import { instantOf } from '../model/ids.ts';
import type { GuardStop, Progress } from './agent-contract.ts';
import type { ReadFacts } from './guards/read-facts.ts';

/** What a read of the till is made from. */
export interface PullTillParts {
  readonly till: Till;
  readonly staging: Staging;
  readonly clock: Clock;
  /** Every row, also where a change column would allow a quick pass. */
  readonly whole: boolean;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
  /** Looks at what was read before it becomes true; a stop keeps the last complete state. */
  readonly guard: (facts: Omit<ReadFacts, 'knownAs'>) => GuardStop | undefined;
}

/** What a read found: the tally of each kind, or the guard that stopped it. */
export interface TillPulled {
  readonly tallies: ReturnType<Pull['tallies']>;
  readonly stop: GuardStop | undefined;
}

/**
 * Reads the till into staging, all kinds inside one snapshot, and commits them together with the checkpoint. Where
 * anything goes wrong on the way, the last complete state stands.
 */
export async function pullTill(parts: PullTillParts): Promise<TillPulled> {
  const { till, staging, clock, signal } = parts;
  return till.pull(async (snapshot) => {
    const startedAt = instantOf(clock());
    const fingerprint = JSON.stringify(snapshot.fingerprint);
    const pull = staging.begin({ whole: parts.whole, startedAt, fingerprint });
    try {
      const feeds = new Map<RowKind, FeedPull>();
      for (const kind of rowKinds) {
        const feed = await readKind(parts, { snapshot, pull, kind });
        if (feed) feeds.set(kind, feed);
      }
      signal.throwIfAborted();
      const stop = parts.guard({ staging, fingerprint: snapshot.fingerprint, feeds });
      if (stop) pull.discard();
      else pull.commit(instantOf(clock()));
      return { tallies: pull.tallies(), stop };
    } catch (error) {
      pull.discard();
      throw error;
    }
  }, signal);
}

interface KindRead {
  readonly snapshot: Snapshot;
  readonly pull: Pull;
  readonly kind: RowKind;
}

async function readKind(parts: PullTillParts, { snapshot, pull, kind }: KindRead): Promise<FeedPull | undefined> {
  const origins = await snapshot.fields(kind);
  if (!origins) return undefined;
  const known = parts.staging.feed(kind);
  const fields = origins.map(({ field }) => field);
  const narrow = !parts.whole && known.checkpoint !== null && known.fields.join() === fields.join();
  const since = narrow ? known.checkpoint : null;
  const checkpoint = await snapshot.latest(kind);
  const feed = pull.feed(kind, layoutOf(kind, origins, parts.till), { whole: since === null, checkpoint });
  let rows = 0;
  for await (const batch of snapshot.read(kind, since === null ? {} : { since })) {
    parts.signal.throwIfAborted();
    feed.take(batch);
    rows += batch.length;
    parts.onProgress({ stage: 'read', kind, rows, of: since === null && known.rows > 0 ? known.rows : null });
  }
  feed.finish();
  return feed;
}

/** Whose part a row is: a line and a payment belong to their sale, a sale to its customer. */
const parentField: Readonly<Partial<Record<RowKind, string>>> = {
  sale: 'customerKey',
  saleLine: 'saleKey',
  payment: 'saleKey',
};

function layoutOf(kind: RowKind, origins: readonly FieldOrigin[], till: Till): Layout {
  const fields = origins.map(({ field }) => field);
  const parent = parentField[kind];
  return {
    fields,
    key: till.profile[kind]?.key ?? ['key'],
    parent: parent !== undefined && fields.includes(parent) ? parent : null,
    origins: Object.fromEntries(origins.map(({ field, origin }) => [field, origin])),
  };
}
