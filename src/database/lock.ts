import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { TillbridgeError } from '../support/errors.ts';

/** A lock that is held as long as somebody holds on to this; it is also let go when the process ends, however it ends. */
export interface Lock {
  release(): void;
}

/** Whether some process holds the lock now. Looking never keeps anybody from taking it for longer than the look. */
export function isLocked(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new Database(file, { readonly: true, timeout: 0 });
  try {
    database.pragma('schema_version');
    return false;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return true;
    throw error;
  } finally {
    database.close();
  }
}

/**
 * Takes the lock that a file stands for, or throws a `TillbridgeError` ('busy') where another process has it.
 * The lock is SQLite's own on that file: the operating system lets go of it when a process dies, so it can never be stale.
 */
export function takeLock(file: string): Lock {
  mkdirSync(dirname(file), { recursive: true });
  // Somebody who only looks whether the lock is held is gone again at once.
  const database = new Database(file, { timeout: 250 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new TillbridgeError('busy', 'starting a run: another one is under way', {
      hint: 'Wait for it to end; "tillbridge status" shows how far it is.',
      cause,
    });
  }
  return { release: () => database.close() };
}
