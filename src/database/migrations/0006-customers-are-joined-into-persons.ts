import type { Migration } from '../migrate.ts';

/**
 * `member`: one row for each customer of a source. `card` is what is compared of them; null where they are gone, until
 *   that is settled. `person` is the id of the member whose key the person has; null where nothing was settled that could
 *   have joined them, which makes them a person by themselves. `id` never comes again: newcomers are those above a mark.
 * `trait`: who has which e-mail address, number or house, each as a number that stands for it.
 * `shared_trait`: those that many have, or that name nobody, with their value where people are to see it.
 * `unsettled`: members who changed. `stage` 0: nothing that is compared; 1: who they are joined with, though not by their own
 *   card; 2: their card, whose traits are written; 3: their card, whose traits are not. `former`: the traits that went.
 * `joined_person`: persons of more than one member, and what joins them.
 * `saying`: what was said of two customers; `one_*` is the lower of the two.
 * `identity_mark`: up to where members are indexed and settled, and by which rules and settings.
 */
export const migration: Migration = {
  version: 6,
  name: 'customers are joined into persons',
  up(database) {
    database.exec(`
      CREATE TABLE member (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL,
        key TEXT NOT NULL,
        card TEXT,
        person INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX member_by_key ON member (key, source);
      CREATE INDEX member_by_person ON member (person) WHERE person <> id;

      CREATE TABLE trait (
        digest INTEGER NOT NULL,
        member INTEGER NOT NULL,
        PRIMARY KEY (digest, member)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE shared_trait (
        digest INTEGER PRIMARY KEY,
        why TEXT NOT NULL CHECK (why IN ('nobody', 'crowd', 'names')),
        value TEXT
      ) STRICT;

      CREATE TABLE unsettled (
        member INTEGER PRIMARY KEY,
        stage INTEGER NOT NULL,
        former TEXT
      ) STRICT;
      CREATE INDEX unsettled_changed ON unsettled (member) WHERE stage = 3;

      CREATE TABLE joined_person (
        key TEXT NOT NULL,
        lead INTEGER NOT NULL,
        evidence TEXT NOT NULL,
        PRIMARY KEY (key, lead)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE saying (
        one_source TEXT NOT NULL,
        one_key TEXT NOT NULL,
        other_source TEXT NOT NULL,
        other_key TEXT NOT NULL,
        are TEXT NOT NULL CHECK (are IN ('one', 'two')),
        because TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (one_source, one_key, other_source, other_key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE identity_mark (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
