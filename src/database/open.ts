import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { TillbridgeError, messageOf } from '../support/errors.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

/** A handle on our own database that may write. */
export type WritableDatabase = Database.Database;

/**
 * Opens our own database, makes it where it is not there yet, and brings it to this version's schema. Throws a
 * `TillbridgeError` for a file that is no database, or one from the future.
 *
 * WAL, so that readers never wait for a run; `synchronous = FULL`, because a power cut must not take back a commit
 * that a far side has already been told of.
 */
export function openDatabase(file: string): WritableDatabase {
  mkdirSync(dirname(file), { recursive: true });
  let database: WritableDatabase | undefined;
  try {
    database = new Database(file, { timeout: 10_000 });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('temp_store = MEMORY');
    database.pragma('cache_size = -32768');
    // Checkpoints by default come after 4 MB, and write the same busy pages again each time; after 8 MB they cost no more
    // than after 32, where everybody else waits some 60 ms for one instead of 15.
    database.pragma('wal_autocheckpoint = 2048');
    migrate(database, migrations);
    return database;
  } catch (cause) {
    database?.close();
    if (cause instanceof TillbridgeError) throw cause;
    throw unusable(file, messageOf(cause), cause);
  }
}

/**
 * Does work that can be done again from the start, without a flush to disk at every commit. A power cut may take its last
 * commits back, always whole ones and always the last; the first commit after it puts all of them on disk.
 */
export async function withoutFlushing<T>(database: WritableDatabase, work: () => Promise<T>): Promise<T> {
  database.pragma('synchronous = NORMAL');
  try {
    return await work();
  } finally {
    database.pragma('synchronous = FULL');
  }
}

/** Looks at every page. Throws a `TillbridgeError` where the file is damaged: the first thing of a run, before anything is believed. */
export function verifyDatabase(database: WritableDatabase): void {
  const answer: unknown = database.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok') throw unusable(database.name, `it is damaged (${String(answer)})`);
}

function unusable(file: string, what: string, cause?: unknown): TillbridgeError {
  return new TillbridgeError('defect', `opening our own database: ${what}`, {
    hint: `Put the file ${file} aside and run again: everything in it can be read from the till anew, and nothing is sent twice.`,
    cause,
  });
}
