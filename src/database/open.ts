import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { TillbridgeError, messageOf } from '../support/errors.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

/** A handle on our own database that may write. */
export type WritableDatabase = Database.Database;

/** A prepared statement of our own database. */
export type Statement<Parameters extends unknown[], Result> = Database.Statement<Parameters, Result>;

/**
 * Opens our own database, makes it where it is not there yet, and brings it to this version's schema.
 * With `verify` its pages are checked first. Throws a `TillbridgeError` for a damaged file or one from the future.
 *
 * WAL, so that readers never wait for a run; `synchronous = FULL`, because a power cut must not take back a commit
 * that a far side has already been told of.
 */
export function openDatabase(file: string, options: { verify?: boolean } = {}): WritableDatabase {
  mkdirSync(dirname(file), { recursive: true });
  let database: WritableDatabase | undefined;
  try {
    database = new Database(file, { timeout: 10_000 });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('temp_store = MEMORY');
    database.pragma('cache_size = -32768');
    if (options.verify) verifyPages(database);
    migrate(database, migrations);
    return database;
  } catch (cause) {
    database?.close();
    if (cause instanceof TillbridgeError) throw cause;
    throw new TillbridgeError('defect', `opening our own database: ${messageOf(cause)}`, {
      hint: `Put the file ${file} aside and run again: everything in it can be read from the till anew, and nothing is sent twice.`,
      cause,
    });
  }
}

function verifyPages(database: WritableDatabase): void {
  const answer: unknown = database.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok') throw new Error(`it is damaged (${String(answer)})`);
}
