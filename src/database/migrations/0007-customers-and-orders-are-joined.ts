import type { Migration } from '../migrate.ts';

/**
 * `joined_through`: up to which change rows went into what is joined, by what they were read for, and by which settings.
 * `keyed_order`: a web order that staff keyed into the till, and the till's sale for it. `carrier` is the key of the two
 *   under which destinations know the one sale; `value` is what they have in common, `said` as the till's sale said it then.
 * `near_order`: a sale that may be a web order or differs from the one that it is, and why staff should look.
 * `asked_through`: up to which change each destination was asked which keys it has of what was joined.
 * `problem.detail`: who else is concerned, for people.
 */
export const migration: Migration = {
  version: 7,
  name: 'customers and orders of several sources are joined',
  up(database) {
    database.exec(`
      CREATE TABLE joined_through (
        source TEXT NOT NULL,
        name TEXT NOT NULL,
        through INTEGER NOT NULL,
        rules TEXT NOT NULL,
        PRIMARY KEY (source, name)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE keyed_order (
        order_key TEXT PRIMARY KEY,
        sale_key TEXT NOT NULL UNIQUE,
        carrier TEXT NOT NULL,
        ground TEXT NOT NULL,
        value TEXT NOT NULL,
        said TEXT NOT NULL,
        since TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE near_order (
        sale_key TEXT PRIMARY KEY,
        order_key TEXT NOT NULL,
        why TEXT NOT NULL,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX near_order_by_order ON near_order (order_key);

      CREATE TABLE asked_through (
        destination TEXT NOT NULL,
        kind TEXT NOT NULL,
        through INTEGER NOT NULL,
        PRIMARY KEY (destination, kind)
      ) STRICT, WITHOUT ROWID;

      ALTER TABLE problem ADD COLUMN detail TEXT;
    `);
  },
};
