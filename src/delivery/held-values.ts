import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Subject, Uniques } from './entry.ts';

/** A unique value at a destination. */
export interface HeldValue {
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly field: string;
  readonly value: string;
}

/** Which record holds which unique value at a destination. Kept in step with the ledger, by the ledger alone. */
export function createHeldValues(database: WritableDatabase) {
  const holder = database
    .prepare<[DestinationId, RecordKind, string, string], TillKey>(
      'SELECT key FROM held_value WHERE destination = ? AND kind = ? AND field = ? AND value = ?',
    )
    .pluck();
  // Its new holder may have been recorded already: then it is no longer ours to take away.
  const release = database.prepare<[DestinationId, RecordKind, string, string, TillKey]>(
    'DELETE FROM held_value WHERE destination = ? AND kind = ? AND field = ? AND value = ? AND key = ?',
  );
  const take = database.prepare<[DestinationId, RecordKind, string, string, TillKey]>(
    'INSERT OR REPLACE INTO held_value (destination, kind, field, value, key) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    holder: ({ destination, kind, field, value }: HeldValue) => holder.get(destination, kind, field, value),
    move({ destination, kind, key }: Subject, { from, to }: { from: Uniques | null; to: Uniques | null }): void {
      for (const [field, value] of Object.entries(from ?? {})) {
        if (to?.[field] !== value) release.run(destination, kind, field, value, key);
      }
      for (const [field, value] of Object.entries(to ?? {})) take.run(destination, kind, field, value, key);
    },
  };
}
