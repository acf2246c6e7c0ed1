import type { Migration } from '../migrate.ts';

/**
 * `outbox`: one row for each record on its way to one destination. While one version is under way (claimed, accepted, or
 *   perhaps arrived) a later one waits behind it with `newer = 1`, so a record has two rows at most. `id` never comes
 *   again: people type it. `depends_*` names the record that the destination must hold first. `uniques` are the values
 *   that only one record may carry there. `cleared` lists the fields that this sending leaves empty, for a swap.
 * `batch`: one request, kept before it is sent, so that it goes again with the same key and the same body.
 *   `answers_seen` is the destination's count of answers when the batch last failed as a whole.
 * `ledger`: what each destination has, as of its own last word.
 * `held_value`: which records hold a unique value at a destination, as of the ledger, or may hold it because they are
 *   under way with it.
 * `destination_state`: how each destination stands. `request`: when it was last asked, for keeping its pace after a restart.
 */
export const migration: Migration = {
  version: 4,
  name: 'what waits and what each destination has',
  up(database) {
    database.exec(`
      CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        destination TEXT NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        newer INTEGER NOT NULL DEFAULT 0,
        operation TEXT NOT NULL,
        hash TEXT NOT NULL,
        watched TEXT,
        uniques TEXT,
        depends_kind TEXT,
        depends_key TEXT,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'claimed', 'accepted', 'parked', 'discarded')),
        attempts INTEGER NOT NULL DEFAULT 0,
        not_before TEXT,
        reason TEXT,
        faults TEXT,
        may_have_arrived INTEGER NOT NULL DEFAULT 0,
        batch TEXT,
        position INTEGER,
        job TEXT,
        cleared TEXT,
        cannot_clear INTEGER NOT NULL DEFAULT 0,
        created_at TEXT NOT NULL,
        claimed_at TEXT,
        record TEXT
      ) STRICT;
      CREATE UNIQUE INDEX outbox_by_record ON outbox (destination, kind, key, newer);
      CREATE INDEX outbox_waiting ON outbox (destination, kind, operation, id) WHERE state = 'waiting' AND newer = 0;
      CREATE INDEX outbox_by_batch ON outbox (batch, position) WHERE batch IS NOT NULL;
      CREATE INDEX outbox_apart ON outbox (state, destination)
        WHERE state = 'accepted' OR state = 'parked' OR state = 'discarded';
      CREATE INDEX outbox_delayed ON outbox (destination, not_before) WHERE not_before IS NOT NULL;
      CREATE INDEX outbox_newer ON outbox (destination, kind, key) WHERE newer = 1;

      CREATE TABLE batch (
        key TEXT PRIMARY KEY,
        destination TEXT NOT NULL,
        kind TEXT NOT NULL,
        operation TEXT NOT NULL,
        size INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        answers_seen INTEGER NOT NULL DEFAULT 0
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX batch_by_lane ON batch (destination, kind, operation);

      CREATE TABLE ledger (
        destination TEXT NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        hash TEXT NOT NULL,
        remote_id TEXT,
        watched TEXT,
        uniques TEXT,
        archived_at TEXT,
        sent_at TEXT NOT NULL,
        PRIMARY KEY (destination, kind, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE held_value (
        destination TEXT NOT NULL,
        kind TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        key TEXT NOT NULL,
        PRIMARY KEY (destination, kind, field, value, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE destination_state (
        destination TEXT PRIMARY KEY,
        state TEXT NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'paused', 'halted')),
        since TEXT,
        until TEXT,
        reason TEXT,
        hint TEXT,
        answers INTEGER NOT NULL DEFAULT 0,
        last_accepted_at TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE request (
        destination TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX request_by_time ON request (destination, at);
    `);
  },
};
