import type { Migration } from '../migrate.ts';

/**
 * `stream`: one way through what a source has, page by page, and how far it has come. `began_at`: when the pass that is
 *   under way began; null between two passes. `last_began_at` and `last_finished_at`: the last pass that came to its end.
 * `met`: the rows that the pass under way has brought, where each pass brings everything: what was not met is gone.
 */
export const migration: Migration = {
  version: 5,
  name: 'streams of pages are read on from where they were',
  up(database) {
    database.exec(`
      CREATE TABLE stream (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        name TEXT NOT NULL,
        position TEXT,
        began_at TEXT,
        last_began_at TEXT,
        last_finished_at TEXT,
        UNIQUE (source, name)
      ) STRICT;

      CREATE TABLE met (
        stream INTEGER NOT NULL REFERENCES stream (id),
        feed INTEGER NOT NULL REFERENCES feed (id),
        key TEXT NOT NULL,
        PRIMARY KEY (stream, feed, key)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
