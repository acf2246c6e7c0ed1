import Database from 'better-sqlite3';

/** A new SQLite file that is being filled, all in one transaction. */
export interface BulkWriter {
  /** Runs one statement. */
  run(statement: string): void;
  /** Adds rows, their cells in the order of the columns. Names are SQL text, quoted where they must be. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void;
  /** Keeps what was written, and closes the file. */
  finish(): void;
  /** Closes the file without what was written. */
  abandon(): void;
}

/** Opens a file for filling it quickly: for files that can be made again, never for one that holds anybody's data. */
export function createBulkWriter(file: string): BulkWriter {
  const database = new Database(file);
  database.pragma('journal_mode = MEMORY');
  database.pragma('synchronous = OFF');
  database.exec('BEGIN');
  const statements = new Map<string, Database.Statement>();

  function prepared(text: string): Database.Statement {
    const known = statements.get(text);
    if (known) return known;
    const statement = database.prepare(text);
    statements.set(text, statement);
    return statement;
  }

  return {
    run(statement) {
      database.exec(statement);
    },
    insert(table, columns, rows) {
      const places = columns.map(() => '?').join(',');
      const statement = prepared(`INSERT INTO ${table} (${columns.join(',')}) VALUES (${places})`);
      for (const row of rows) statement.run(row);
    },
    finish() {
      database.exec('COMMIT');
      database.close();
    },
    abandon() {
      database.close();
    },
  };
}
