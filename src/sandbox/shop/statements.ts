import { tables, type Dialect, type Table } from './schema.ts';

/** What must be run before rows come: generators and tables. */
export function* beforeRows(dialect: Dialect): Generator<string> {
  if (dialect === 'firebird') for (const { generator } of counters()) yield `CREATE GENERATOR ${generator}`;
  for (const table of tables) yield createTable(dialect, table);
}

/** What is run once all rows stand: indexes, which are quicker made at once, and generators set to the last numbers given, by table. */
export function* afterRows(dialect: Dialect, last: Readonly<Record<string, number>>): Generator<string> {
  for (const { name: table, indexes = [] } of allTables)
    for (const { name, column } of indexes) yield `CREATE INDEX ${name} ON ${table} (${column})`;
  if (dialect === 'sqlite') return;
  for (const { table, generator } of counters()) yield `SET GENERATOR ${generator} TO ${last[table] ?? 0}`;
}

const allTables: readonly Table<string>[] = tables;

function* counters(): Generator<{ table: string; generator: string }> {
  for (const { name, counted } of allTables) if (counted) yield { table: name, generator: counted.generator };
}

function createTable(dialect: Dialect, { name, columns, counted, constraints = [] }: Table<string>): string {
  const parts = columns.map((column) => {
    const words = [column.name, dialect === 'sqlite' ? inSqlite(column.type) : column.type];
    // SQLite counts by itself only where the key says so in the column.
    if (column.name === counted?.column)
      words.push(dialect === 'sqlite' ? 'PRIMARY KEY AUTOINCREMENT' : 'NOT NULL PRIMARY KEY');
    else if (column.notNull) words.push('NOT NULL');
    return words.join(' ');
  });
  return `CREATE TABLE ${name} (\n  ${[...parts, ...constraints].join(',\n  ')}\n)`;
}

function inSqlite(type: string): string {
  return type.startsWith('BLOB') ? 'TEXT' : type;
}
