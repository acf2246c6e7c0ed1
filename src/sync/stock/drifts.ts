import type { WritableDatabase } from '../../database/open.ts';
import type { DestinationId, Instant, TillKey } from '../../model/ids.ts';
import type { DriftCause } from './drift-cause.ts';

/** What the website has more of a variant (less, where it is below zero) than it was given less what was ordered there. */
export interface Drift {
  readonly variant: TillKey;
  readonly difference: number;
  readonly cause: DriftCause;
  readonly firstSeenAt: Instant;
  readonly seenAt: Instant;
}

/** The drifts of one shop front, in our own database. */
export interface Drifts {
  all(): readonly Drift[];
  get(variant: string): Drift | undefined;
  see(seen: Pick<Drift, 'variant' | 'difference' | 'cause'>, at: Instant): void;
  drop(variant: TillKey): void;
}

const columns = 'variant, difference, cause, first_seen_at AS firstSeenAt, seen_at AS seenAt';

/** See `Drifts`. Writing happens inside the caller's transaction. */
export function createDrifts(database: WritableDatabase, destination: DestinationId): Drifts {
  const all = database.prepare<[string], Drift>(
    `SELECT ${columns} FROM stock_drift WHERE destination = ? ORDER BY abs(difference) DESC, variant`,
  );
  const one = database.prepare<[string, string], Drift>(
    `SELECT ${columns} FROM stock_drift WHERE destination = ? AND variant = ?`,
  );
  const see = database.prepare<[string, string, number, string, string, string]>(
    `INSERT INTO stock_drift (destination, variant, difference, cause, first_seen_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET difference = excluded.difference, cause = excluded.cause, seen_at = excluded.seen_at`,
  );
  const drop = database.prepare<[string, string]>('DELETE FROM stock_drift WHERE destination = ? AND variant = ?');
  return {
    all: () => all.all(destination),
    get: (variant) => one.get(destination, variant),
    see: ({ variant, difference, cause }, at) => void see.run(destination, variant, difference, cause, at, at),
    drop: (variant) => void drop.run(destination, variant),
  };
}
