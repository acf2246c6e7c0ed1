import type { Batch, Operation, Parcel } from '../connectors/contract.ts';
import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId, Instant } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { BatchHistory } from './batches.ts';
import { createBatches } from './batches.ts';
import type { Entry, EntryRow } from './entry.ts';
import { entryOf, isWhole, nameOf, readFacts, sentUniques } from './entry.ts';
import { createHandOver } from './hand-over.ts';
import { createHeldValues } from './held-values.ts';
import { createKeptOne } from './kept-one.ts';

/** Entries that may share a request: one destination, one kind, one operation. */
export interface Lane {
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly operation: Operation;
}

/** How to fill the next batch. */
export interface ClaimRequest {
  readonly lane: Lane;
  readonly at: Instant;
  /** Entries up to this id were looked at in this pass already. */
  readonly after: number;
  /** Batches that were sent in this pass already: one that fails must not keep the others from their turn. */
  readonly sent: ReadonlySet<string>;
  readonly limits: { readonly records: number; readonly bytes: number };
  readonly size: (parcel: Parcel) => number;
  /** A name that no batch ever had. */
  readonly newKey: () => string;
  /** For what is sent as a change: how long the far side knows a batch again by its key, in milliseconds. */
  readonly keyLasts?: number | undefined;
  /** Records that stay here for now, whatever is due of them; a batch whose fate is open stays whole with one of them. */
  readonly staysHere?: ((record: Pick<Entry, 'kind' | 'key'>) => boolean) | undefined;
}

/** A batch that is kept and claimed, ready to be sent. */
export interface Claimed extends BatchHistory {
  readonly batch: Batch;
  /** In the order of the batch's parcels. */
  readonly entries: readonly Entry[];
  /** Where the pass goes on. */
  readonly after: number;
}

/** One entry as a connector sees it. Its number is its `ref`, so the same batch always has the same body. */
export function parcelOf(entry: Entry): Parcel {
  const { kind, key, operation, cleared, partly, held, into } = entry;
  const empty = Object.fromEntries((cleared ?? []).map((field) => [field, null]));
  const record = entry.record && !isWhole(entry) ? { ...entry.record, ...empty, ...partly } : entry.record;
  const parcel = { ref: String(entry.id), kind, key, operation, record };
  if (held === null && into === null) return parcel;
  return { ...parcel, ...(held === null ? {} : { held }), ...(into === null ? {} : { into }) };
}

/** An entry that is free to go, with what the destination has of it by the ledger. */
type FreshRow = EntryRow & { readonly there: string | null };

const unknowable = 'nobody knows whether it arrived; the next look at what is there finds out';

function prepare(database: WritableDatabase) {
  return {
    members: database.prepare<[string], EntryRow>('SELECT * FROM outbox WHERE batch = ? ORDER BY position'),
    // What may have arrived has to find its fate before a newer version goes, also where nothing is left to lean on.
    fresh: database.prepare<[DestinationId, RecordKind, Operation, number, Instant, number], FreshRow>(`
      SELECT o.*, (SELECT l.watched FROM ledger l WHERE l.destination = o.destination AND l.kind = o.kind
        AND l.key = o.key AND l.archived_at IS NULL) AS there
      FROM outbox o INDEXED BY outbox_waiting
      WHERE destination = ? AND kind = ? AND operation = ? AND state = 'waiting' AND newer = 0 AND id > ?
        AND batch IS NULL AND (not_before IS NULL OR not_before <= ?)
        AND (depends_key IS NULL OR EXISTS (SELECT 1 FROM ledger l WHERE l.destination = o.destination
          AND l.kind = o.depends_kind AND l.key = o.depends_key AND l.archived_at IS NULL)
          OR o.may_have_arrived = 1 AND EXISTS (SELECT 1 FROM outbox n WHERE n.destination = o.destination
            AND n.kind = o.kind AND n.key = o.key AND n.newer = 1))
      ORDER BY id LIMIT ?`),
    claim: database.prepare<[string, number, Instant, string | null, string | null, number]>(
      `UPDATE outbox SET state = 'claimed', batch = ?, position = ?, claimed_at = ?, cleared = ?, held = ? WHERE id = ?`,
    ),
    reclaim: database.prepare<[Instant, string]>(`UPDATE outbox SET state = 'claimed', claimed_at = ? WHERE batch = ?`),
    explain: database.prepare<[string, number]>('UPDATE outbox SET reason = ? WHERE id = ?'),
    park: database.prepare<[string, number]>(
      `UPDATE outbox SET state = 'parked', reason = ?, batch = NULL, position = NULL WHERE id = ?`,
    ),
  };
}

/** Fills batches, and keeps them before they are sent. */
export function createClaims(database: WritableDatabase) {
  const statements = prepare(database);
  const batches = createBatches(database);
  const held = createHeldValues(database);
  const handOver = createHandOver(database, held);
  const keptOne = createKeptOne(database);

  function readEntry(row: EntryRow): Entry | undefined {
    try {
      return entryOf(row);
    } catch {
      statements.park.run('our own copy of it cannot be read', row.id);
      return undefined;
    }
  }

  /** A batch that was sent before without a clear answer, or that was halved: it goes as it is, or not at all. */
  function claimOpen({ lane, at, after, sent, keyLasts, staysHere = goes }: ClaimRequest): Claimed | undefined {
    for (const { key, size, failures, answersSeen, madeAt } of batches.open(lane)) {
      if (sent.has(key)) continue;
      const rows = statements.members.all(key);
      if (rows.some(({ state }) => state === 'claimed' || state === 'accepted')) continue;
      const entries = rows.map(readEntry).filter((entry) => entry !== undefined);
      if (entries.length !== size || entries.some(({ state }) => state !== 'waiting')) {
        batches.dissolve(key);
        continue;
      }
      if (entries.some(({ notBefore }) => notBefore !== null && notBefore > at)) continue;
      if (entries.some((entry) => staysHere(entry) || mustWaitForKept(entry))) continue;
      if (
        keyLasts !== undefined &&
        entries.some(({ mayHaveArrived }) => mayHaveArrived) &&
        isOlder(madeAt, at, keyLasts)
      ) {
        for (const { id } of entries) statements.park.run(unknowable, id);
        batches.forgetIfEmpty(key);
        continue;
      }
      statements.reclaim.run(at, key);
      for (const entry of entries) held.hold(entry, sentUniques(entry));
      const { kind, operation } = lane;
      const batch: Batch = { idempotencyKey: key, kind, operation, parcels: entries.map(parcelOf) };
      return { batch, entries, failures, answersSeen, after };
    }
    return undefined;
  }

  /** Whether it is to be merged into one of whom nobody knows how it stands there; also where it was sent before, unclearly. */
  function mustWaitForKept({ into, ...entry }: Entry): boolean {
    return into !== null && keptOne.isUnclear({ ...entry, key: into });
  }

  /** The entry as it may be sent now, or undefined where it has to wait. */
  function sendable(entry: Entry): Entry | undefined {
    if (mustWaitForKept(entry)) return undefined;
    if (entry.operation === 'archive' || entry.uniques === null) return entry;
    const decision = handOver(entry, entry.uniques, !entry.cannotClear);
    switch (decision.do) {
      case 'go':
        return { ...entry, cleared: null };
      case 'clear':
        return { ...entry, cleared: decision.fields };
      case 'wait': {
        const reason = `held: ${nameOf({ kind: entry.kind, key: decision.for })} still has its ${decision.field} there`;
        if (reason !== entry.reason) statements.explain.run(reason, entry.id);
        return undefined;
      }
    }
  }

  /** The entry as it stands, or undefined where it must not go into a new batch. */
  function freshEntry(row: FreshRow, keyLasts: number | undefined): Entry | undefined {
    const entry = readEntry(row);
    // Under another key, a change that has arrived would be made once more.
    if (entry?.mayHaveArrived && keyLasts !== undefined) {
      statements.park.run(unknowable, entry.id);
      return undefined;
    }
    return entry && row.there !== row.held ? { ...entry, held: readFacts(row.there) } : entry;
  }

  function claimFresh(request: ClaimRequest): Claimed | undefined {
    const { lane, at, limits, size, newKey, after, keyLasts, staysHere = goes } = request;
    const { destination, kind, operation } = lane;
    const key = newKey();
    const entries: Entry[] = [];
    const parcels: Parcel[] = [];
    let reached = after;
    let bytes = 0;
    while (entries.length === 0) {
      const rows = statements.fresh.all(destination, kind, operation, reached, at, limits.records);
      if (rows.length === 0) return undefined;
      for (const row of rows) {
        const read = staysHere(row) ? undefined : freshEntry(row, keyLasts);
        const entry = read && sendable(read);
        if (entry) {
          const parcel = parcelOf(entry);
          bytes += size(parcel);
          // A single record over the limit goes alone: the far side has the last word on it.
          if (bytes > limits.bytes && entries.length > 0) break;
          // At once, because whoever comes next in this batch may have to know.
          statements.claim.run(
            key,
            entries.length,
            at,
            entry.cleared && JSON.stringify(entry.cleared),
            row.there,
            entry.id,
          );
          held.hold(entry, sentUniques(entry));
          entries.push(entry);
          parcels.push(parcel);
        }
        reached = row.id;
      }
    }
    batches.keep(lane, { key, size: entries.length, madeAt: at });
    const batch: Batch = { idempotencyKey: key, kind, operation, parcels };
    return { batch, entries, failures: 0, answersSeen: 0, after: reached };
  }

  return {
    /** The next batch of a lane, kept and claimed, or undefined where nothing is due. */
    claim: database.transaction((request: ClaimRequest) => claimOpen(request) ?? claimFresh(request)),
  };
}

/** Where nobody said otherwise. */
function goes(): boolean {
  return false;
}

function isOlder(madeAt: Instant | null, at: Instant, lasts: number): boolean {
  return madeAt === null || Date.parse(at) - Date.parse(madeAt) > lasts;
}
