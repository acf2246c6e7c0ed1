import Database from 'better-sqlite3';

/** A handle on our own database that may write. */
export type WritableDatabase = Database.Database;
