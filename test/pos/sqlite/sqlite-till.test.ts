import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openReadOnly } from '../../../src/database/read-only.ts';
import type { Till } from '../../../src/pos/contract.ts';
import type { Profile } from '../../../src/pos/profile.ts';
import { createSqliteTill } from '../../../src/pos/sqlite/create-sqlite-till.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readAll } from '../read-all.ts';
import { contractTables, problemOf, tillContract } from '../till-contract.ts';
import { tillFigures } from '../till-figures.ts';

function newDatabase(script: string): { home: string; database: Database.Database } {
  const home = temporaryFolder();
  const database = new Database(join(home, 'till.db'));
  onTestFinished(() => void database.close());
  database.pragma('journal_mode = WAL');
  database.exec(script);
  return { home, database };
}

function tillIn(home: string, profile: Profile): Till {
  return createSqliteTill({ settings: { file: 'till.db' }, profile, home, open: openReadOnly });
}

function customers(select: string): Profile {
  return { name: 'Test', customer: { select, key: ['key'], origins: {} } };
}

for (const contract of [tillContract, tillFigures]) {
  contract('SQLite', async () => {
    const { home, database } = newDatabase(contractTables.join(';\n'));
    return { till: (profile) => tillIn(home, profile), run: async (sql) => void database.exec(sql) };
  });
}

test("numbers come exact, and days and times as the till's own clock shows them", async () => {
  const { home } = newDatabase(`
    CREATE TABLE V (ID INTEGER, BIG BIGINT, SMALL REAL, HUGE REAL, AT TIMESTAMP, RAW BLOB);
    INSERT INTO V VALUES (1, 9007199254740993, 0.1, 1e21, '2026-03-29T01:30:00.123', x'0102ff'), (2, NULL, 1e-7, 89.95, '1899-12-30 00:00:00', x'');`);
  const till = tillIn(
    home,
    customers(
      'SELECT ID AS "key", BIG AS "phone", SMALL AS "mobile", HUGE AS "notes", AT AS "lastPurchaseAt", RAW AS "tags" FROM V',
    ),
  );
  expect(await readAll(till, 'customer')).toEqual([
    ['1', '9007199254740993', '0.1', '0102ff', '1000000000000000000000', '2026-03-29 01:30:00'],
    ['2', null, '0.0000001', null, '89.95', null],
  ]);
});

test('a sequence that went back can be seen', async () => {
  const { home, database } = newDatabase(`
    CREATE TABLE V (ID INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO V DEFAULT VALUES; INSERT INTO V DEFAULT VALUES;`);
  const till = tillIn(home, customers('SELECT ID AS "key" FROM V'));
  const counters = () => till.pull(async ({ fingerprint }) => fingerprint.counters, new AbortController().signal);
  expect(await counters()).toEqual({ V: 2 });
  database.exec('UPDATE sqlite_sequence SET seq = 1');
  expect(await counters()).toEqual({ V: 1 });
});

test('a file that is missing or no database gets an error in words', async () => {
  const home = temporaryFolder();
  const till = tillIn(home, customers('SELECT 1 AS "key"'));
  const missing = await problemOf(readAll(till, 'customer'));
  expect(missing.reason).toBe('settings');
  expect(missing.message).toMatch(/till\.db: there is no such file, or it may not be read$/);
  const nowhere = await problemOf(readAll(tillIn(join(home, 'nowhere'), customers('SELECT 1 AS "key"')), 'customer'));
  expect(nowhere.message).toMatch(/till\.db: there is no such file, or it may not be read$/);
  writeFileSync(join(home, 'till.db'), 'This is a letter, not a database, and long enough to tell so. '.repeat(20));
  const error = await problemOf(readAll(till, 'customer'));
  expect(error.message).toMatch(/till\.db: it is no SQLite database$/);
  expect(await till.check()).toMatchObject({ ok: false });
});

test('a till cannot be written to', () => {
  const { home } = newDatabase('CREATE TABLE V (ID INTEGER)');
  const database = openReadOnly(join(home, 'till.db'));
  onTestFinished(() => database.close());
  expect(() => [...database.prepare('INSERT INTO V VALUES (1) RETURNING ID').iterate()]).toThrow(/readonly/);
});
