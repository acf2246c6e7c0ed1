import type { Operation } from '../connectors/contract.ts';
import type { WritableDatabase } from '../database/open.ts';
import type { Facts } from '../model/facts.ts';
import type { DestinationId, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import { readFacts } from './entry.ts';

/** A record that a destination has, and that is about to change or go there. */
export interface PendingChange {
  readonly key: TillKey;
  readonly operation: Operation;
  /** The watched facts as they would be sent, and as they were sent last. */
  readonly next: Facts | null;
  readonly there: Facts | null;
}

/** Everything waiting for a destination that would change what it already has, for guards to look at. Nothing may be written while this is read. */
export function* pendingChanges(
  database: WritableDatabase,
  { destination, kind }: { destination: DestinationId; kind: RecordKind },
): Generator<PendingChange> {
  const rows = database
    .prepare<
      [DestinationId, RecordKind],
      { key: TillKey; operation: Operation; next: string | null; there: string | null }
    >(
      `SELECT outbox.key, outbox.operation, outbox.watched AS next, ledger.watched AS there
       FROM outbox JOIN ledger USING (destination, kind, key)
       WHERE outbox.destination = ? AND outbox.kind = ? AND outbox.state IN ('waiting', 'claimed', 'accepted')
         AND ledger.archived_at IS NULL`,
    )
    .iterate(destination, kind);
  for (const { key, operation, next, there } of rows) {
    yield { key, operation, next: readFacts(next), there: readFacts(there) };
  }
}
