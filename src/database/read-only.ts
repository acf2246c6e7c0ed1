import Database from 'better-sqlite3';

/** A result's column: its name, and the table and column behind it, where there is one. */
export interface ReadOnlyColumn {
  readonly name: string;
  readonly table: string | null;
  readonly column: string | null;
  /** As declared: `VARCHAR(60)`. */
  readonly type: string | null;
}

/** A SELECT, compiled. Rows are arrays; whole numbers are exact (`bigint`). */
export interface ReadOnlySelect {
  columns(): readonly ReadOnlyColumn[];
  iterate(...parameters: readonly (string | number | bigint)[]): IterableIterator<unknown[]>;
}

/** Somebody else's SQLite database, which we can but read. */
export interface ReadOnlyDatabase {
  prepare(sql: string): ReadOnlySelect;
  /** From here to `close` everything is read as of one instant. */
  beginSnapshot(): void;
  close(): void;
}

/** Opens a database that is there already, for reading alone. Throws where it is missing, or no SQLite database. */
export function openReadOnly(file: string): ReadOnlyDatabase {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  database.defaultSafeIntegers(true);
  return {
    prepare(sql) {
      const statement = database.prepare<unknown[], unknown[]>(sql).raw(true);
      return {
        columns: () => statement.columns(),
        iterate: (...parameters) => statement.iterate(...parameters),
      };
    },
    beginSnapshot() {
      database.exec('BEGIN');
      database.prepare('SELECT 1 FROM sqlite_master').get();
    },
    close: () => database.close(),
  };
}
