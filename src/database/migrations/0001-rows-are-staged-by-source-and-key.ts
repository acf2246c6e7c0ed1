import type { Migration } from '../migrate.ts';

/**
 * `feed`: one kind of row of one source, the last pull of it that is complete, and the newest row which that brought.
 * `pull`: one read of a source; unfinished where `finished_at` is null. `first_row`: where its rows begin in `row.id`.
 * `row`: the newest version of each row, plus what an unfinished pull has brought so far. A new version has a new id,
 *   so the ids are a log of changes in the order in which they were found. `content` is null where the row is gone.
 * `chunk`: a run of rows as the till gave them, known by its digest; `digest` is null once a row has left it.
 */
export const migration: Migration = {
  version: 1,
  name: 'rows are staged by source and key',
  up(database) {
    database.exec(`
      CREATE TABLE feed (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        kind TEXT NOT NULL,
        layout TEXT NOT NULL DEFAULT '',
        key_fields TEXT NOT NULL DEFAULT '',
        origins TEXT NOT NULL DEFAULT '{}',
        pull INTEGER NOT NULL DEFAULT 0,
        rows INTEGER NOT NULL DEFAULT 0,
        last_row INTEGER NOT NULL DEFAULT 0,
        checkpoint TEXT,
        UNIQUE (source, kind)
      ) STRICT;

      CREATE TABLE pull (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL,
        whole INTEGER NOT NULL,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        first_row INTEGER NOT NULL,
        fingerprint TEXT
      ) STRICT;

      CREATE TABLE row (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed INTEGER NOT NULL REFERENCES feed (id),
        key TEXT NOT NULL,
        parent TEXT,
        content TEXT,
        chunk INTEGER,
        pull INTEGER NOT NULL,
        vanished_at TEXT
      ) STRICT;
      CREATE UNIQUE INDEX row_by_key ON row (feed, key, pull);
      CREATE INDEX row_by_chunk ON row (chunk);
      CREATE INDEX row_by_parent ON row (feed, parent) WHERE parent IS NOT NULL;
      CREATE INDEX row_vanished ON row (feed, vanished_at) WHERE vanished_at IS NOT NULL;

      CREATE TABLE chunk (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed INTEGER NOT NULL REFERENCES feed (id),
        digest BLOB,
        pull INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX chunk_by_digest ON chunk (feed, digest);
    `);
  },
};
