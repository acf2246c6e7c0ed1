import type { WritableDatabase } from '../../database/open.ts';
import type { DestinationId } from '../../model/ids.ts';

/** A kind of which several keys may stand for one record. */
export type JoinedKind = 'customer' | 'sale';

/** Up to which change of the overlay each destination was asked for the keys that it has. */
export function createAskedThrough(database: WritableDatabase) {
  const load = database
    .prepare<[string, string], number>('SELECT through FROM asked_through WHERE destination = ? AND kind = ?')
    .pluck();
  const save = database.prepare<[string, string, number]>(
    `INSERT INTO asked_through (destination, kind, through) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET through = excluded.through`,
  );
  return {
    of: (destination: DestinationId, kind: JoinedKind): number => load.get(destination, kind) ?? 0,
    /** Inside the caller's transaction. */
    reached: (destination: DestinationId, kind: JoinedKind, through: number): void =>
      void save.run(destination, kind, through),
  };
}
