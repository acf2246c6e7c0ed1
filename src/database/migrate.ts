import { TillbridgeError } from '../support/errors.ts';
import type { WritableDatabase } from './open.ts';

/** One step of the schema. Steps are numbered without gaps and never change once released. */
export interface Migration {
  readonly version: number;
  /** What is true afterwards, as a sentence. */
  readonly name: string;
  readonly up: (database: WritableDatabase) => void;
}

/** Brings a database to the newest version, a transaction a step. Throws a `TillbridgeError` for one from the future. */
export function migrate(database: WritableDatabase, steps: readonly Migration[]): void {
  const newest = steps.at(-1)?.version ?? 0;
  const current = Number(database.pragma('user_version', { simple: true }));
  if (current > newest) {
    throw new TillbridgeError(
      'settings',
      `opening our own database: it was written by a newer Tillbridge (${current} > ${newest})`,
      {
        hint: 'Install that version again, or a later one.',
      },
    );
  }
  for (const step of steps) {
    if (step.version <= current) continue;
    database
      .transaction(() => {
        step.up(database);
        database.pragma(`user_version = ${step.version}`);
      })
      .immediate();
  }
}
