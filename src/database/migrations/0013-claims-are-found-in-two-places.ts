import type { Migration } from '../migrate.ts';

/**
 * `claim_recent` and `claim_settled`: where a value's claims are found, by the digest of the value; each claim stands in
 * one of them. Values come in no order, so that what is kept by their digests is written all over: a few hundred new
 * claims touch every page of a large table, and each page goes to disk with each commit. So new ones go to a table that
 * stays small, and are moved from there a range of digests at a time, side by side into the pages of the large one.
 * `claim_scope.laid`: how often claims were laid in it, many at once counted as one, so that whoever remembers what they
 *   laid knows whether others have laid more.
 */
export const migration: Migration = {
  version: 13,
  name: 'claims are found in a small place and a large one',
  up(database) {
    database.exec(`
      CREATE TABLE claim_recent (
        scope INTEGER NOT NULL,
        digest INTEGER NOT NULL,
        key TEXT NOT NULL,
        PRIMARY KEY (scope, digest, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE claim_settled (
        scope INTEGER NOT NULL,
        digest INTEGER NOT NULL,
        key TEXT NOT NULL,
        PRIMARY KEY (scope, digest, key)
      ) STRICT, WITHOUT ROWID;

      INSERT INTO claim_settled SELECT scope, digest, key FROM claim ORDER BY scope, digest, key;
      DROP INDEX claim_by_digest;
      ALTER TABLE claim DROP COLUMN digest;
      ALTER TABLE claim_scope ADD COLUMN laid INTEGER NOT NULL DEFAULT 0;
    `);
  },
};
