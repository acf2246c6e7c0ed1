import type { Row } from '../../model/record.ts';
import type { ColumnDescription, Fingerprint, TableDescription } from '../contract.ts';
import type { ReadOnlySqlite } from './read-only-sqlite.ts';
import { sqliteCell } from './sqlite-cell.ts';

const plain = sqliteCell(null);

/** Every table and view of the till's own, with how many rows each table has. */
export function describeSqlite(database: ReadOnlySqlite): readonly TableDescription[] {
  const tables = textRows(
    database,
    `SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  );
  return tables.map(([name, type]) => {
    const table = name ?? '';
    const isView = type === 'view';
    return {
      name: table,
      kind: isView ? 'view' : 'table',
      rows: isView ? null : Number(textRows(database, `SELECT COUNT(*) FROM ${quoted(table)}`)[0]?.[0] ?? 0),
      columns: columnsOf(database, table),
    };
  });
}

/** Up to so many rows of a table, as text, its columns in their own order. */
export function sampleSqlite(database: ReadOnlySqlite, table: string, count: number): readonly Row[] {
  return textRows(database, `SELECT * FROM ${quoted(table)} LIMIT ${Math.trunc(count)}`);
}

/** What it is and which version of it. */
export function sqliteProduct(database: ReadOnlySqlite): string {
  return `SQLite ${textRows(database, 'SELECT sqlite_version()')[0]?.[0] ?? ''}`.trim();
}

/** What a file is known by again: itself (a copy put in its place is another file), its own number, and its sequences. */
export function sqliteFingerprint(database: ReadOnlySqlite, id: string): Fingerprint {
  const [[application] = [null]] = textRows(database, 'SELECT application_id FROM pragma_application_id');
  const hasSequences = textRows(database, "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").length > 0;
  const sequences = hasSequences ? textRows(database, 'SELECT name, MAX(seq) FROM sqlite_sequence GROUP BY name') : [];
  return {
    id: application && application !== '0' ? `${id}, application ${application}` : id,
    counters: Object.fromEntries(sequences.map(([name, value]) => [name ?? '', Number(value ?? 0)])),
  };
}

function columnsOf(database: ReadOnlySqlite, table: string): readonly ColumnDescription[] {
  const foreign = new Map(
    textRows(
      database,
      `SELECT "from", "table", COALESCE("to", '') FROM pragma_foreign_key_list(${literal(table)})`,
    ).map(
      ([from, to, column]) => [from, column ? `${to}.${column}` : `${to}.${primaryKeyOf(database, to ?? '')}`] as const,
    ),
  );
  return textRows(database, `SELECT name, type, "notnull", pk FROM pragma_table_info(${literal(table)})`).map(
    ([name = null, type, notNull, keyPosition]) => {
      const references = foreign.get(name);
      return {
        name: name ?? '',
        type: type ?? '',
        nullable: notNull === '0' && keyPosition === '0',
        primaryKey: keyPosition !== '0',
        ...(references === undefined ? {} : { references }),
      };
    },
  );
}

function primaryKeyOf(database: ReadOnlySqlite, table: string): string {
  return textRows(database, `SELECT name FROM pragma_table_info(${literal(table)}) WHERE pk = 1`)[0]?.[0] ?? 'rowid';
}

function textRows(database: ReadOnlySqlite, sql: string): readonly Row[] {
  return [...database.prepare(sql).iterate()].map((cells) =>
    cells.map((value) => (value === null ? null : plain(value))),
  );
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
