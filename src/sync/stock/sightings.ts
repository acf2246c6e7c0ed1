import type { WritableDatabase } from '../../database/open.ts';
import type { DestinationId, Instant, TillKey } from '../../model/ids.ts';

/** What the website showed of a variant, kept until the orders around the reading are known. */
export interface Sighting {
  readonly variant: TillKey;
  readonly shown: number;
  /** What the ledger said then that the website was given; null where a sending may or may not have arrived. */
  readonly believed: number | null;
  /** When the website's stock was read. */
  readonly readFrom: Instant;
  readonly readUntil: Instant;
  /** What was staged of the website's orders before: rows above it came later. */
  readonly mark: number;
}

/** The sightings of one shop front, in our own database. */
export interface Sightings {
  all(): readonly Sighting[];
  keep(sighting: Sighting): void;
  drop(variant: TillKey): void;
}

/** See `Sightings`. Writing happens inside the caller's transaction. */
export function createSightings(database: WritableDatabase, destination: DestinationId): Sightings {
  const all = database.prepare<[string], Sighting>(
    `SELECT variant, shown, believed, read_from AS readFrom, read_until AS readUntil, mark FROM stock_sighting
     WHERE destination = ? ORDER BY variant`,
  );
  const keep = database.prepare<[Sighting & { destination: string }]>(
    `INSERT OR REPLACE INTO stock_sighting (destination, variant, shown, believed, read_from, read_until, mark)
     VALUES ($destination, $variant, $shown, $believed, $readFrom, $readUntil, $mark)`,
  );
  const drop = database.prepare<[string, string]>('DELETE FROM stock_sighting WHERE destination = ? AND variant = ?');
  return {
    all: () => all.all(destination),
    keep: (sighting) => void keep.run({ ...sighting, destination }),
    drop: (variant) => void drop.run(destination, variant),
  };
}
