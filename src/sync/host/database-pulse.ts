import type { WritableDatabase } from '../../database/open.ts';

/** Feels whether anything in a database has changed, by whatever hand. */
export interface DatabasePulse {
  /** Whether anything changed since it was asked last; true for a database that it meets for the first time. */
  changed(database: WritableDatabase): boolean;
}

/** A look costs microseconds: SQLite counts the changes of this connection, and those of others. */
export function createDatabasePulse(): DatabasePulse {
  let felt: { readonly database: WritableDatabase; readonly own: () => unknown; readonly mark: string } | undefined;
  return {
    changed(database) {
      const same = felt?.database === database ? felt : undefined;
      const statement = same ? undefined : database.prepare<[], number>('SELECT total_changes()').pluck();
      const own = same?.own ?? (() => statement?.get());
      const mark = `${String(own())} ${String(database.pragma('data_version', { simple: true }))}`;
      if (same?.mark === mark) return false;
      felt = { database, own, mark };
      return true;
    },
  };
}
