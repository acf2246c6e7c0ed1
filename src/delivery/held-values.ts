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

/** Which records hold which unique values at a destination, or may hold them because they are under way with them. */
export interface HeldValues {
  holders(value: HeldValue): readonly TillKey[];
  /** The record is on its way with these values, or has arrived with them. */
  hold(subject: Subject, values: Uniques | null): void;
  /** The record has given up those of these values that it does not keep. */
  release(subject: Subject, values: Uniques | null, kept: Uniques | null): void;
  /** The record has given up whatever it held, or may have held. Looks at every record of its kind: for rare cases. */
  releaseAll(subject: Subject): void;
}

/** The held values in our own database. Works inside the caller's transaction. */
export function createHeldValues(database: WritableDatabase): HeldValues {
  const holders = database
    .prepare<[DestinationId, RecordKind, string, string], TillKey>(
      'SELECT key FROM held_value WHERE destination = ? AND kind = ? AND field = ? AND value = ?',
    )
    .pluck();
  const hold = database.prepare<[DestinationId, RecordKind, string, string, TillKey]>(
    'INSERT OR IGNORE INTO held_value (destination, kind, field, value, key) VALUES (?, ?, ?, ?, ?)',
  );
  const release = database.prepare<[DestinationId, RecordKind, string, string, TillKey]>(
    'DELETE FROM held_value WHERE destination = ? AND kind = ? AND field = ? AND value = ? AND key = ?',
  );
  const releaseAll = database.prepare<[DestinationId, RecordKind, TillKey]>(
    'DELETE FROM held_value WHERE destination = ? AND kind = ? AND key = ?',
  );
  return {
    holders: ({ destination, kind, field, value }) => holders.all(destination, kind, field, value),
    hold({ destination, kind, key }, values) {
      for (const [field, value] of Object.entries(values ?? {})) hold.run(destination, kind, field, value, key);
    },
    release({ destination, kind, key }, values, kept) {
      for (const [field, value] of Object.entries(values ?? {})) {
        if (kept?.[field] !== value) release.run(destination, kind, field, value, key);
      }
    },
    releaseAll: ({ destination, kind, key }) => void releaseAll.run(destination, kind, key),
  };
}
