import type { Migration } from '../migrate.ts';

/**
 * `stock_start`: since when a web order counts as one that staff still have to key; older ones are in the till's stock.
 *   `compared`: when the pass through the website's stock began that was compared last.
 * `stock_alias`: which article of the till a variant is, as staff said it, by the variant's article number or key.
 * `ordered_piece`: what each web order took off the website, by variant. `changed` is the row that said so: ids of rows are
 *   a log, so what is above a mark came after it.
 * `web_article`: how each variant stood when it was last reckoned: what it is, and what the website ought to be given.
 *   `off_since`: since when the website is behind; null while it is as it should be. `settled_at`: when what the website was
 *   given was first borne out by a second reading of its orders.
 * `stock_sighting`: what the website showed of a variant, to be compared once the orders around it are known. `believed` is
 *   what the ledger said then; null where it did not know.
 * `stock_drift`: what the website has more or less than it was given and sold, in pieces, with the likely cause.
 */
export const migration: Migration = {
  version: 9,
  name: 'the stock of the website is reckoned',
  up(database) {
    database.exec(`
      CREATE TABLE stock_start (
        destination TEXT PRIMARY KEY,
        counts_from TEXT NOT NULL,
        compared TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE stock_alias (
        destination TEXT NOT NULL,
        variant TEXT NOT NULL,
        article TEXT NOT NULL,
        PRIMARY KEY (destination, variant)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE ordered_piece (
        destination TEXT NOT NULL,
        order_key TEXT NOT NULL,
        variant TEXT NOT NULL,
        pieces INTEGER NOT NULL,
        standing TEXT NOT NULL,
        placed_at TEXT NOT NULL,
        changed INTEGER NOT NULL,
        PRIMARY KEY (destination, order_key, variant)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ordered_piece_by_variant ON ordered_piece (destination, variant);

      CREATE TABLE ordered_through (
        destination TEXT NOT NULL,
        kind TEXT NOT NULL,
        through INTEGER NOT NULL,
        PRIMARY KEY (destination, kind)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE web_article (
        destination TEXT NOT NULL,
        variant TEXT NOT NULL,
        article TEXT,
        sku TEXT,
        name TEXT NOT NULL,
        standing TEXT NOT NULL,
        because TEXT,
        till INTEGER,
        kept INTEGER NOT NULL DEFAULT 0,
        ordered INTEGER NOT NULL DEFAULT 0,
        keyed INTEGER NOT NULL DEFAULT 0,
        supply INTEGER,
        off_since TEXT,
        settled_at TEXT,
        PRIMARY KEY (destination, variant)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE stock_sighting (
        destination TEXT NOT NULL,
        variant TEXT NOT NULL,
        shown INTEGER NOT NULL,
        believed INTEGER,
        read_from TEXT NOT NULL,
        read_until TEXT NOT NULL,
        mark INTEGER NOT NULL,
        PRIMARY KEY (destination, variant)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE stock_drift (
        destination TEXT NOT NULL,
        variant TEXT NOT NULL,
        difference INTEGER NOT NULL,
        cause TEXT NOT NULL,
        first_seen_at TEXT NOT NULL,
        seen_at TEXT NOT NULL,
        PRIMARY KEY (destination, variant)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
