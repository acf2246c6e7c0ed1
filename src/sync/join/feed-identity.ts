import { hash } from 'node:crypto';
import type { Identity } from '../../identity/person.ts';
import type { TillKey } from '../../model/ids.ts';
import { sharedKey } from '../../staging/feed-pull.ts';
import type { StagedRow } from '../../staging/staging.ts';
import { giveWay } from '../../support/give-way.ts';
import type { Engine } from '../engine.ts';
import { customerReader } from '../records.ts';
import type { JoinedThrough, ReadFor } from './joined-through.ts';
import type { Joining, JoinedSource } from './joining.ts';

/** So many customers are taken in one transaction, after which others get a turn: some 10 ms. */
const customersATime = 500;

/** What customers are fed with. */
export interface FeedParts {
  readonly engine: Engine;
  readonly joining: Joining;
  readonly through: JoinedThrough;
  readonly signal: AbortSignal;
  readonly onProgress: (customers: number) => void;
}

interface CustomerFeed {
  readonly source: JoinedSource;
  readonly kind: 'customer' | 'buyer';
  readonly reading: ReadFor;
}

/** Gives identity every customer who came, changed or went since the last time, each commit with how far it has come. */
export async function feedIdentity(parts: FeedParts): Promise<void> {
  for (const feed of feedsOf(parts.engine, parts.joining.sources)) await feedOne(parts, feed);
}

/** Feeds of customers, each with the name of everything that decides how its rows are understood. */
function feedsOf({ settings }: Engine, sources: readonly JoinedSource[]): readonly CustomerFeed[] {
  const { shop, cleaning, people } = settings;
  return sources.flatMap((source) =>
    source.customers.map((kind) => {
      const decides = [shop, cleaning, people, source.staging.feed(kind).fields];
      const rules = hash('sha256', JSON.stringify(decides), 'hex');
      return { source, kind, reading: { source: source.id, name: kind, rules } };
    }),
  );
}

async function feedOne(parts: FeedParts, feed: CustomerFeed): Promise<void> {
  const { engine, joining, through, signal } = parts;
  const { staging } = feed.source;
  const { lastRow: upTo } = staging.feed(feed.kind);
  const take = createTake(engine, joining.identity, feed);
  const inTransaction = engine.database.transaction((rows: readonly StagedRow[], reached: number) => {
    for (const row of rows) take(row);
    through.reached(feed.reading, reached);
  });
  for (let after = through.of(feed.reading); after < upTo;) {
    signal.throwIfAborted();
    const rows = staging.changes(feed.kind, { after, upTo, limit: customersATime });
    after = rows.at(-1)?.id ?? upTo;
    inTransaction.immediate(rows, after);
    parts.onProgress(rows.length);
    await giveWay();
  }
}

function createTake(
  { settings }: Engine,
  identity: Identity,
  { source, kind }: CustomerFeed,
): (row: StagedRow) => void {
  const read = customerReader(source.staging, kind, settings);
  const repeated = source.staging.repeated(kind);
  return (row) => {
    const name = { source: source.id, key: row.key as TillKey };
    // A second row under one key is kept back until the till gives it a number of its own.
    const isRepeat = sharedKey(row.key) !== row.key && repeated.has(sharedKey(row.key));
    if (row.cells === null || isRepeat) identity.drop(name);
    else identity.put({ ...name, channel: source.channel, customer: read(row).record });
  };
}
