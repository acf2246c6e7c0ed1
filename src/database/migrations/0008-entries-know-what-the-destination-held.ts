import type { Migration } from '../migrate.ts';

/**
 * `outbox.held`: the watched facts that the destination had when the entry's batch was made, so that the batch says the
 *   same whenever it goes. `into_key`: the record into which this one is merged. `partly`: the facts as far as the
 *   destination can take them now, which are sent before the whole.
 * `batch.made_at`: when it was first claimed. A destination remembers a batch's key only so long.
 */
export const migration: Migration = {
  version: 8,
  name: 'an entry keeps what the destination held',
  up(database) {
    database.exec(`
      ALTER TABLE outbox ADD COLUMN held TEXT;
      ALTER TABLE outbox ADD COLUMN into_key TEXT;
      ALTER TABLE outbox ADD COLUMN partly TEXT;
      ALTER TABLE batch ADD COLUMN made_at TEXT;
    `);
  },
};
