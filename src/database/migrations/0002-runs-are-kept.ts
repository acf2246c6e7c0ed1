import type { Migration } from '../migrate.ts';

/**
 * `run`: every run with what it did, as JSON; unfinished where `finished_at` is null.
 * `checked`: up to which change of a kind's rows the records were judged for a destination, and by which rules.
 * `withheld`: records that are kept back from a destination because of a problem.
 * `let_through`: disappearances that a person has let through a guard, by their moment.
 */
export const migration: Migration = {
  version: 2,
  name: 'runs are kept, and how far each check has come',
  up(database) {
    database.exec(`
      CREATE TABLE run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        outcome TEXT,
        report TEXT
      ) STRICT;

      CREATE TABLE checked (
        destination TEXT NOT NULL,
        kind TEXT NOT NULL,
        through INTEGER NOT NULL,
        rules TEXT NOT NULL,
        PRIMARY KEY (destination, kind)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE withheld (
        destination TEXT NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        PRIMARY KEY (destination, kind, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE let_through (
        vanished_at TEXT PRIMARY KEY
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
