import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { PlannedCount, PlannedDestination } from './agent-contract.ts';
import { createAccount } from './account.ts';
import type { Destination } from './destinations.ts';
import type { Engine } from './engine.ts';

/** What would happen at a destination if everything that waits were sent now, by what we know of it; nothing is asked. */
export async function planFor(engine: Engine, destination: Destination): Promise<PlannedDestination> {
  const { capabilities } = destination.connector;
  const account = await createAccount(engine)({
    destination: destination.id,
    takes: (kind) => capabilities.kinds.includes(kind),
    since: '9999-12-31T00:00:00.000Z' as never,
  });
  const count = createPlanCounts(engine.database);
  const planned: Record<RecordKind, PlannedCount> = {
    customer: none,
    product: none,
    sale: none,
    stock: none,
    price: none,
  };
  let requests = 0;
  for (const kind of capabilities.kinds) {
    const waits = count(destination.id, kind);
    planned[kind] = { ...waits, problem: account[kind].problem, unchanged: account[kind].unchanged };
    const { bytes } = capabilities.batch;
    // A website's prices go one by one.
    const records = kind === 'price' ? 1 : capabilities.batch.records;
    const upserts = waits.create + waits.update - waits.lower - waits.merge;
    requests += Math.max(Math.ceil(upserts / records), Math.ceil(waits.bytes / bytes));
    for (const others of [waits.lower, waits.merge, waits.archive]) requests += Math.ceil(others / records);
  }
  return { takes: capabilities.kinds, kinds: planned, requests, ...pace(requests, capabilities.rate) };
}

const none: PlannedCount = { create: 0, update: 0, archive: 0, problem: 0, held: 0, unchanged: 0 };
const dayMilliseconds = 86_400_000;

function pace(requests: number, rate: Destination['connector']['capabilities']['rate']) {
  if (!rate) return { minutes: 0, shareOfQuota: null };
  return {
    minutes: (requests * rate.perMilliseconds) / rate.requests / 60_000,
    shareOfQuota: (100 * requests * rate.perMilliseconds) / (rate.requests * dayMilliseconds),
  };
}

interface Waits {
  readonly create: number;
  readonly update: number;
  /** Of the updates: those that go first, and those that make one of two. */
  readonly lower: number;
  readonly merge: number;
  readonly archive: number;
  readonly held: number;
  readonly bytes: number;
}

/** Entries whose record needs another that is neither at the destination nor on its way there. */
const isHeld = `o.depends_key IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM ledger l WHERE l.destination = o.destination AND l.kind = o.depends_kind
    AND l.key = o.depends_key AND l.archived_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM outbox d WHERE d.destination = o.destination AND d.kind = o.depends_kind
    AND d.key = o.depends_key AND d.operation IN ('lower', 'upsert') AND d.state NOT IN ('parked', 'discarded'))`;
const isKnown = `EXISTS (SELECT 1 FROM ledger l WHERE l.destination = o.destination AND l.kind = o.kind
  AND l.key = o.key AND l.archived_at IS NULL)`;

function createPlanCounts(database: WritableDatabase) {
  const statement = database.prepare<[DestinationId, RecordKind], Waits>(`
    SELECT coalesce(sum(operation IN ('lower', 'upsert') AND NOT held AND NOT known), 0) AS "create",
      coalesce(sum((operation IN ('lower', 'upsert') AND known OR operation = 'merge') AND NOT held), 0) AS "update",
      coalesce(sum(operation = 'lower' AND NOT held), 0) AS lower,
      coalesce(sum(operation = 'merge' AND NOT held), 0) AS merge,
      coalesce(sum(operation = 'archive'), 0) AS archive, coalesce(sum(held), 0) AS held,
      coalesce(sum(CASE WHEN held THEN 0 ELSE length(record) END), 0) AS bytes
    FROM (SELECT operation, record, ${isHeld} AS held, ${isKnown} AS known FROM outbox o
      WHERE destination = ? AND kind = ? AND newer = 0 AND state NOT IN ('parked', 'discarded'))`);
  return (destination: DestinationId, kind: RecordKind): Waits =>
    statement.get(destination, kind) ?? { create: 0, update: 0, lower: 0, merge: 0, archive: 0, held: 0, bytes: 0 };
}
