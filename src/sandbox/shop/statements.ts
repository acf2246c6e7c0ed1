import { tables, type Dialect, type Table } from './schema.ts';

/** What must be run before rows come: generators and tables. */
export function* beforeRows(dialect: Dialect): Generator<string> {
  if (dialect === 'firebird') for (const { generator } of counters()) yield `CREATE GENERATOR ${generator}`;
  for (const table of allTables) yield createTable(dialect, table);
}

/**
 * What is run once all rows stand: indexes and, in Firebird, foreign keys, which are quicker made at once, and
 * generators set to the last numbers given, by table.
 */
export function* afterRows(dialect: Dialect, last: Readonly<Record<string, number>>): Generator<string> {
  for (const { name: table, indexes = [] } of allTables)
    for (const { name, column } of indexes) yield `CREATE INDEX ${name} ON ${table} (${column})`;
  if (dialect === 'sqlite') return;
  for (const { name: table, foreignKey } of allTables)
    if (foreignKey !== undefined) yield `ALTER TABLE ${table} ADD ${foreignKey}`;
  for (const { table, generator } of counters()) yield `SET GENERATOR ${generator} TO ${last[table] ?? 0}`;
}

const allTables: readonly Table<string>[] = tables;

function* counters(): Generator<{ table: string; generator: string }> {
  for (const { name, counted } of allTables) if (counted) yield { table: name, generator: counted.generator };
}

function createTable(dialect: Dialect, table: Table<string>): string {
  const parts = table.columns.map((column) => {
    const words = [column.name, dialect === 'sqlite' ? inSqlite(column.type) : column.type];
    if (column.notNull) words.push('NOT NULL');
    // SQLite counts by itself only where the key is declared with its column.
    if (column.name === table.primaryKey) words.push('PRIMARY KEY');
    if (dialect === 'sqlite' && column.name === table.counted?.column) words.push('AUTOINCREMENT');
    return words.join(' ');
  });
  if (dialect === 'sqlite' && table.foreignKey !== undefined) parts.push(table.foreignKey);
  return `CREATE TABLE ${table.name} (\n  ${parts.join(',\n  ')}\n)`;
}

function inSqlite(type: string): string {
  return type.startsWith('BLOB') ? 'TEXT' : type;
}
