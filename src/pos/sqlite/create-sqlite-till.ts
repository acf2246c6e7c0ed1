import { statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { rowKinds } from '../../model/record.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Till } from '../contract.ts';
import type { Profile } from '../profile.ts';
import { describeSqlite, sqliteProduct, sampleSqlite, sqliteFingerprint } from './describe-sqlite.ts';
import { explainSqlite } from './explain-sqlite.ts';
import type { OpenSqlite, ReadOnlySqlite } from './read-only-sqlite.ts';
import { createSqliteSnapshot } from './sqlite-snapshot.ts';

/** What a SQLite till is made from. */
export interface SqliteTillParts {
  readonly settings: { readonly file: string };
  readonly profile: Profile;
  /** Where a relative file name begins. */
  readonly home: string;
  readonly open: OpenSqlite;
}

/** A till that keeps its rows in a SQLite file. The file is open only while it is read. */
export function createSqliteTill({ settings, profile, home, open }: SqliteTillParts): Till {
  const file = isAbsolute(settings.file) ? settings.file : join(home, settings.file);

  function opened(): ReadOnlySqlite {
    try {
      const database = open(file);
      database.beginSnapshot();
      return database;
    } catch (error) {
      throw explainSqlite(`opening the till's database ${file}`, error);
    }
  }

  async function reading<T>(work: (database: ReadOnlySqlite) => T | Promise<T>): Promise<T> {
    const database = opened();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }

  const snapshotOf = (database: ReadOnlySqlite, signal: AbortSignal) =>
    createSqliteSnapshot({ database, profile, signal, fingerprint: sqliteFingerprint(database, fileIdentity(file)) });

  return {
    profile,
    async check() {
      try {
        return await reading(async (database) => {
          const snapshot = snapshotOf(database, new AbortController().signal);
          const kinds: string[] = [];
          for (const kind of rowKinds) if (await snapshot.fields(kind)) kinds.push(kind);
          const detail = `the profile "${profile.name}" fits: ${kinds.join(', ')}`;
          return { ok: true, product: sqliteProduct(database), characterSet: 'UTF8', detail };
        });
      } catch (error) {
        if (error instanceof TillbridgeError) return { ok: false, what: error.message, hint: error.hint };
        throw error;
      }
    },
    describe: () =>
      reading((database) => ({
        product: sqliteProduct(database),
        characterSet: 'UTF8',
        tables: describeSqlite(database),
      })),
    sample: (table, count) => reading((database) => sampleSqlite(database, table, count)),
    characterSets: async () => [{ name: 'UTF8', texts: [], odd: 0 }],
    async pull(work, signal) {
      signal.throwIfAborted();
      return reading((database) => work(snapshotOf(database, signal)));
    },
    close: async () => undefined,
  };
}

/** A file that was copied over the old one is another file, however it is called. */
function fileIdentity(file: string): string {
  const { dev, ino, birthtimeMs } = statSync(file);
  return `${file}, file ${dev}-${ino}-${Math.trunc(birthtimeMs)}`;
}
