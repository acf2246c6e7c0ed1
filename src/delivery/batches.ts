import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId, Instant } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Claimed, Lane } from './claims.ts';
import type { Place } from './fates.ts';

/** How often a batch failed as a whole, and how many answers the destination had given when it last did. */
export interface BatchHistory {
  readonly failures: number;
  readonly answersSeen: number;
}

/** A batch as it is kept. */
export interface KeptBatch extends BatchHistory {
  readonly key: string;
  readonly size: number;
  /** When it was first claimed. */
  readonly madeAt: Instant | null;
}

/** What halving a batch takes. */
interface Halving {
  readonly destination: DestinationId;
  readonly newKey: () => string;
  readonly history: BatchHistory;
  readonly at: Instant;
}

const untried: BatchHistory = { failures: 0, answersSeen: 0 };

/** Keeps what was, or is to be, one request: by its key it goes again exactly as it was. */
export function createBatches(database: WritableDatabase) {
  const keep = database.prepare<[string, DestinationId, RecordKind, string, number, number, number, Instant | null]>(`
    INSERT INTO batch (key, destination, kind, operation, size, failures, answers_seen, made_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const open = database.prepare<[DestinationId, RecordKind, string], KeptBatch>(`
    SELECT key, size, failures, answers_seen AS answersSeen, made_at AS madeAt FROM batch
    WHERE destination = ? AND kind = ? AND operation = ?`);
  const failed = database.prepare<[number, string]>(
    'UPDATE batch SET failures = failures + 1, answers_seen = ? WHERE key = ?',
  );
  const dissolve = database.prepare<[string]>('UPDATE outbox SET batch = NULL, position = NULL WHERE batch = ?');
  const forget = database.prepare<[string]>('DELETE FROM batch WHERE key = ?');
  const forgetEmpty = database.prepare<[string]>(
    'DELETE FROM batch WHERE key = ? AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.batch = batch.key)',
  );

  function keepOne(lane: Lane, { key, size, failures, answersSeen, madeAt }: KeptBatch): void {
    keep.run(key, lane.destination, lane.kind, lane.operation, size, failures, answersSeen, madeAt);
  }

  return {
    /** Batches of a lane whose fate is open, also those under way. */
    open: ({ destination, kind, operation }: Lane): readonly KeptBatch[] => open.all(destination, kind, operation),
    keep: (lane: Lane, batch: Omit<KeptBatch, keyof BatchHistory>): void => keepOne(lane, { ...batch, ...untried }),
    /** Makes two batches of one (of a single entry one other), each with a key and the given history; answers where each entry goes. */
    halve({ entries, batch }: Claimed, { destination, newKey, history, at }: Halving): (position: number) => Place {
      const middle = Math.ceil(entries.length / 2);
      const keys = [middle, entries.length - middle].map((size) => {
        const key = newKey();
        if (size > 0) keepOne({ destination, ...batch }, { key, size, madeAt: at, ...history });
        return key;
      });
      return (position) => ({ batch: keys[position < middle ? 0 : 1] ?? '', position });
    },
    /** The batch failed as a whole, when the destination had given so many answers. */
    failed: (key: string, answers: number): void => void failed.run(answers, key),
    /** Its entries go into other batches. */
    dissolve(key: string): void {
      dissolve.run(key);
      forget.run(key);
    },
    forgetIfEmpty: (key: string): void => void forgetEmpty.run(key),
  };
}
