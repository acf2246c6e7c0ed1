import type { Migration } from '../migrate.ts';

/**
 * `outbox_depending`: the few entries that may have to wait for another record, so that how many do is counted without
 * reading through everything that waits.
 */
export const migration: Migration = {
  version: 14,
  name: 'entries that depend on others are counted apart',
  up(database) {
    database.exec(`
      CREATE INDEX outbox_depending ON outbox (destination, kind, depends_kind, depends_key)
        WHERE state = 'waiting' AND newer = 0 AND depends_key IS NOT NULL;
    `);
  },
};
