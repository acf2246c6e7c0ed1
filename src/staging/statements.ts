import type { WritableDatabase } from '../database/open.ts';

/** A row as staging keeps it, with its cells still as text. */
export interface StoredRow {
  readonly id: number;
  readonly key: string;
  readonly parent: string | null;
  readonly content: string | null;
  readonly chunk: number | null;
  readonly pull: number;
  readonly vanishedAt: string | null;
}

const columns = 'id, key, parent, content, chunk, pull, vanished_at AS vanishedAt';

/**
 * The statements of staging, prepared once for a database.
 *
 * `CAST(? AS …)` where a statement runs for every row: beside an ORDER BY, SQLite looks into a value that is compared
 * bare, and so plans the statement anew for each one, which costs six times as much as running it.
 */
export function prepareStatements(database: WritableDatabase) {
  return {
    knownChunk: database
      .prepare<[number, Uint8Array], number>('SELECT id FROM chunk WHERE feed = ? AND digest = ?')
      .pluck(),
    addChunk: database.prepare<[number, Uint8Array | null, number]>(
      'INSERT INTO chunk (feed, digest, pull) VALUES (?, ?, ?)',
    ),
    nameChunk: database.prepare<[Uint8Array, number, number]>('UPDATE chunk SET digest = ?, pull = ? WHERE id = ?'),
    breakChunk: database.prepare<[number]>('UPDATE chunk SET digest = NULL WHERE id = ?'),
    chunksOf: database.prepare<[number], number>('SELECT id FROM chunk WHERE feed = ?').pluck(),
    dropChunk: database.prepare<[number]>('DELETE FROM chunk WHERE id = ?'),
    rowsOfChunk: database.prepare<[number], StoredRow>(`SELECT ${columns} FROM row WHERE chunk = ?`),
    looseRows: database.prepare<[number], StoredRow>(`SELECT ${columns} FROM row WHERE chunk IS NULL AND feed = ?`),
    newest: database.prepare<[number, string], StoredRow>(
      `SELECT ${columns} FROM row WHERE feed = CAST(? AS INTEGER) AND key = CAST(? AS TEXT) ORDER BY pull DESC LIMIT 1`,
    ),
    addRow: database.prepare<[number, string, string | null, string | null, number | null, number, string | null]>(
      `INSERT INTO row (feed, key, parent, content, chunk, pull, vanished_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (feed, key, pull) DO NOTHING`,
    ),
    moveRow: database.prepare<[number | null, number]>('UPDATE row SET chunk = ? WHERE id = ?'),
    dropRow: database.prepare<[number]>('DELETE FROM row WHERE id = ?'),
    /** Older versions of the rows that a pull brought. */
    dropOlder: database.prepare<[number, number, number]>(
      `DELETE FROM row WHERE id IN (
         SELECT old.id FROM row new NOT INDEXED
         CROSS JOIN row old ON old.feed = new.feed AND old.key = new.key AND old.pull < new.pull
         WHERE new.id >= ? AND new.feed = ? AND new.pull = ?)`,
    ),
    dropPull: database.prepare<[number, number]>('DELETE FROM row WHERE id >= ? AND pull = ?'),
    breakPull: database.prepare<[number]>('UPDATE chunk SET digest = NULL WHERE pull = ?'),
  };
}

/** See `prepareStatements`. */
export type Statements = ReturnType<typeof prepareStatements>;

/** The statements that read what is complete; `NOT INDEXED` makes SQLite walk the log of changes by row id. */
export function prepareReads(database: WritableDatabase) {
  const inRange = 'FROM row NOT INDEXED WHERE id > ? AND id <= ? AND feed = ? AND pull <= ?';
  return {
    changes: database.prepare<[number, number, number, number, number], StoredRow>(
      `SELECT ${columns} ${inRange} ORDER BY id LIMIT ?`,
    ),
    changedParents: database
      .prepare<[number, number, number, number], string>(`SELECT DISTINCT parent ${inRange} AND parent IS NOT NULL`)
      .pluck(),
    row: database.prepare<[number, string, number], StoredRow>(
      `SELECT ${columns} FROM row WHERE feed = CAST(? AS INTEGER) AND key = CAST(? AS TEXT) AND pull <= CAST(? AS INTEGER)
       ORDER BY pull DESC LIMIT 1`,
    ),
    children: database.prepare<[number, string, number], StoredRow>(
      `SELECT ${columns} FROM row WHERE feed = CAST(? AS INTEGER) AND parent = CAST(? AS TEXT) AND pull <= CAST(? AS INTEGER)
         AND content IS NOT NULL ORDER BY length(key), key`,
    ),
    keys: database
      .prepare<[number, string, number, number], string>(
        'SELECT DISTINCT key FROM row WHERE feed = ? AND key > ? AND pull <= ? AND content IS NOT NULL ORDER BY key LIMIT ?',
      )
      .pluck(),
    numbersDown: database
      .prepare<[number], string>(
        `SELECT key FROM row WHERE feed = ? AND content IS NOT NULL AND length(key) BETWEEN 1 AND 15 AND key NOT GLOB '*[^0-9]*'
         ORDER BY length(key) DESC, key DESC`,
      )
      .pluck(),
    repeated: database
      .prepare<[number, number], string>(
        "SELECT key FROM row WHERE feed = ? AND pull <= ? AND key GLOB '* ([0-9]*)' AND content IS NOT NULL",
      )
      .pluck(),
    search: database
      .prepare<
        [{ feed: number; pull: number; text: string; cell: string; words: string | null; limit: number }],
        string
      >(
        `SELECT key FROM row WHERE feed = $feed AND pull <= $pull AND content IS NOT NULL
           AND (lower(key) = $text OR instr(lower(content), $text) > 0 OR ($words IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM json_each($words) WHERE instr(lower(content), value) = 0)))
         ORDER BY lower(key) <> $text, instr(lower(content), $cell) = 0,
           (SELECT count(*) FROM json_each($words) WHERE instr(lower(content), json_quote(value)) > 0) DESC,
           length(key), key LIMIT $limit`,
      )
      .pluck(),
    vanishedBefore: database
      .prepare<[number, string, number], string>(
        'SELECT key FROM row WHERE feed = ? AND vanished_at <= ? AND pull <= ?',
      )
      .pluck(),
  };
}
