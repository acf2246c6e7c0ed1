import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Subject } from './entry.ts';

/** The record that is kept when another is merged into it. */
export interface KeptOne {
  /**
   * Whether nobody knows how it stands at the destination: it is on its way, or a sending of it may have arrived, perhaps with a
   * field left empty. What is merged into it then would fill that field, and nobody would know who holds the value.
   */
  isUnclear(kept: Subject): boolean;
}

/** Looks at kept ones in the outbox. */
export function createKeptOne(database: WritableDatabase): KeptOne {
  const unclear = database
    .prepare<[DestinationId, RecordKind, TillKey], number>(
      `SELECT 1 FROM outbox WHERE destination = ? AND kind = ? AND key = ? AND newer = 0
        AND (state IN ('claimed', 'accepted') OR state = 'waiting' AND may_have_arrived = 1)`,
    )
    .pluck();
  return { isUnclear: ({ destination, kind, key }) => unclear.get(destination, kind, key) !== undefined };
}
