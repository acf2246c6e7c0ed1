/** A result's column: its name, and the table and column behind it, where there is one. */
export interface SqliteColumn {
  readonly name: string;
  readonly table: string | null;
  readonly column: string | null;
  /** As declared: `VARCHAR(60)`. */
  readonly type: string | null;
}

/** A SELECT, compiled. Rows are arrays; whole numbers are exact (`bigint`). */
export interface SqliteSelect {
  columns(): readonly SqliteColumn[];
  iterate(...parameters: readonly (string | number | bigint)[]): IterableIterator<unknown[]>;
}

/** All that a SQLite till needs of its database. It cannot write. */
export interface ReadOnlySqlite {
  prepare(sql: string): SqliteSelect;
  /** From here to `close` everything is read as of one instant. */
  beginSnapshot(): void;
  close(): void;
}

/** Opens a file that must exist already. Throws where it does not, or is no SQLite database. */
export type OpenSqlite = (file: string) => ReadOnlySqlite;
