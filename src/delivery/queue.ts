import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Entry, EntryRow } from './entry.ts';
import { entryOf, nameOf } from './entry.ts';

/** How people see an entry's state: one that is claimed, accepted or put off waits; `held` waits for another record. */
export type QueueState = 'waiting' | 'held' | 'parked';

/** An entry as people see it. */
export interface QueuedEntry extends Entry {
  readonly seenAs: QueueState;
}

/** Which entries are meant; all where nothing is said. */
export interface QueueQuery {
  readonly destination?: DestinationId | undefined;
  readonly kind?: RecordKind | undefined;
  readonly key?: TillKey | undefined;
  readonly state?: QueueState | undefined;
  readonly limit?: number | undefined;
}

/** How many records of one kind stand where in the outbox of one destination; each in exactly one place. */
export interface QueueCount {
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly waiting: number;
  readonly held: number;
  /** Parked by the far side's refusal. */
  readonly refused: number;
  /** Parked because the tries were used up. */
  readonly parked: number;
  readonly discarded: number;
}

type Row = EntryRow & { readonly seen_as: QueueState };

const isHeld = `state = 'waiting' AND depends_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger l
  WHERE l.destination = o.destination AND l.kind = o.depends_kind AND l.key = o.depends_key AND l.archived_at IS NULL)`;
const seenAs = `CASE WHEN state = 'parked' THEN 'parked' WHEN ${isHeld} THEN 'held' ELSE 'waiting' END`;
const tryAgain = `UPDATE outbox SET state = 'waiting', attempts = 0, not_before = NULL, reason = NULL, faults = NULL,
  cannot_clear = 0`;

/**
 * Every entry once by its state, and once more where it is held. Each part goes by an index that has what it needs, or
 * few entries: with a hundred thousand waiting, reading all of them would keep others waiting for a tenth of a second.
 */
const counted = `
  SELECT destination, kind, count(*) AS there, 0 AS held, 0 AS refused, 0 AS parked, 0 AS discarded
    FROM outbox INDEXED BY outbox_waiting WHERE state = 'waiting' AND newer = 0 GROUP BY destination, kind
  UNION ALL
  SELECT destination, kind, count(*), 0, 0, 0, 0
    FROM outbox INDEXED BY outbox_by_batch WHERE batch IS NOT NULL AND state = 'claimed' AND newer = 0 GROUP BY destination, kind
  UNION ALL
  SELECT destination, kind, sum(state = 'accepted'), 0, sum(state = 'parked' AND faults IS NOT NULL),
      sum(state = 'parked' AND faults IS NULL), sum(state = 'discarded')
    FROM outbox INDEXED BY outbox_apart WHERE (state = 'accepted' OR state = 'parked' OR state = 'discarded') AND newer = 0
    GROUP BY destination, kind
  UNION ALL
  SELECT destination, kind, 0, count(*), 0, 0, 0
    FROM outbox o INDEXED BY outbox_depending WHERE newer = 0 AND ${isHeld} GROUP BY destination, kind`;

function prepare(database: WritableDatabase) {
  return {
    list: database.prepare<[Record<string, string | number | null>], Row>(`
      SELECT * FROM (SELECT o.*, ${seenAs} AS seen_as FROM outbox o WHERE newer = 0 AND state <> 'discarded'
        AND (:destination IS NULL OR destination = :destination) AND (:kind IS NULL OR kind = :kind)
        AND (:key IS NULL OR key = :key))
      WHERE :state IS NULL OR seen_as = :state ORDER BY id LIMIT :limit`),
    get: database.prepare<[number], Row>(`SELECT o.*, ${seenAs} AS seen_as FROM outbox o WHERE id = ?`),
    counts: database.prepare<[{ destination: DestinationId | null }], QueueCount>(`
      SELECT destination, kind, sum(there) - sum(held) AS waiting, sum(held) AS held, sum(refused) AS refused,
        sum(parked) AS parked, sum(discarded) AS discarded
      FROM (${counted}) WHERE :destination IS NULL OR destination = :destination
      GROUP BY destination, kind ORDER BY destination, kind`),
    retryAll: database.prepare<[]>(`${tryAgain} WHERE state = 'parked'`),
    retry: database.prepare<[number]>(`${tryAgain} WHERE id = ? AND state IN ('waiting', 'parked', 'discarded')`),
    discard: database.prepare<[number]>(
      `UPDATE outbox SET state = 'discarded', batch = NULL, faults = NULL WHERE id = ? AND state IN ('waiting', 'parked')`,
    ),
    remove: database.prepare<[number]>('DELETE FROM outbox WHERE id = ?'),
    behind: database
      .prepare<[number], number>(`
        SELECT n.id FROM outbox o JOIN outbox n ON n.destination = o.destination AND n.kind = o.kind AND n.key = o.key
        WHERE o.id = ? AND n.newer = 1 AND o.state IN ('waiting', 'parked')`)
      .pluck(),
    promote: database.prepare<[number]>('UPDATE outbox SET newer = 0 WHERE id = ?'),
  };
}

/** Why an entry is held, with what people call the record that it waits for. */
export function heldFor(called: string): string {
  return `held: ${called} has not been accepted yet`;
}

function queued(row: Row): QueuedEntry {
  const entry = entryOf(row);
  const reason = row.seen_as === 'held' && entry.dependsOn ? heldFor(nameOf(entry.dependsOn)) : entry.reason;
  return { ...entry, reason, seenAs: row.seen_as };
}

/** What people may see of the outbox, and do about it. */
export function createQueue(database: WritableDatabase) {
  const statements = prepare(database);

  function discardOne(id: number): boolean {
    // With a newer version behind it, that is the one which would be sent; it is given up in its place.
    const behind = statements.behind.get(id);
    if (behind === undefined) return statements.discard.run(id).changes === 1;
    statements.remove.run(id);
    statements.promote.run(behind);
    return statements.discard.run(behind).changes === 1;
  }

  return {
    list({ destination, kind, key, state, limit }: QueueQuery): readonly QueuedEntry[] {
      const filter = { destination: destination ?? null, kind: kind ?? null, key: key ?? null, state: state ?? null };
      return statements.list.all({ ...filter, limit: limit ?? -1 }).map(queued);
    },
    get(id: number): QueuedEntry | undefined {
      const row = statements.get.get(id);
      return row && queued(row);
    },
    counts: (destination?: DestinationId): readonly QueueCount[] =>
      statements.counts.all({ destination: destination ?? null }),
    retry: database.transaction((ids: readonly number[] | 'all'): number => {
      if (ids === 'all') return statements.retryAll.run().changes;
      return ids.reduce((sum, id) => sum + statements.retry.run(id).changes, 0);
    }),
    discard: database.transaction((ids: readonly number[]): number => ids.filter(discardOne).length),
  };
}
