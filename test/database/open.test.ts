import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate, type Migration } from '../../src/database/migrate.ts';
import { migrations } from '../../src/database/migrations.ts';
import { openDatabase, verifyDatabase } from '../../src/database/open.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const newFile = (): string => join(temporaryFolder(), 'home', 'tillbridge.db');

/** The names of a database's tables. */
function tablesOf(file: string): string[] {
  const database = new Database(file, { readonly: true });
  const names = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  database.close();
  return names;
}

describe('our own database', () => {
  test('is made where there is none, and opened again as it was left', () => {
    const file = newFile();
    const first = openDatabase(file);
    first.exec("INSERT INTO let_through (vanished_at) VALUES ('2026-11-20T18:00:00.000Z')");
    first.close();
    const again = openDatabase(file);
    expect(again.prepare('SELECT count(*) FROM let_through').pluck().get()).toBe(1);
    expect(again.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(again.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => verifyDatabase(again)).not.toThrow();
    again.close();
  });

  test('of a newer Tillbridge is refused, and stays as it is', () => {
    const file = newFile();
    const database = openDatabase(file);
    database.pragma(`user_version = ${migrations.length + 1}`);
    database.close();
    expect(() => openDatabase(file)).toThrow(/newer Tillbridge/);
    const still = new Database(file, { readonly: true });
    expect(still.pragma('user_version', { simple: true })).toBe(migrations.length + 1);
    still.close();
  });

  test('with a page that was overwritten is found out before a run believes it', () => {
    const file = newFile();
    const database = openDatabase(file);
    const add = database.prepare("INSERT INTO run (started_at, report) VALUES ('2026-11-20T18:00:00.000Z', ?)");
    database.transaction(() => {
      for (let i = 0; i < 2000; i++) add.run('x'.repeat(200));
    })();
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 100_000, 140_000);
    writeFileSync(file, bytes);
    const again = openDatabase(file);
    expect(() => verifyDatabase(again)).toThrow(/damaged|malformed/);
    again.close();
  });

  test('that is no database at all is not used, and the error says what to do', () => {
    const file = newFile();
    openDatabase(file).close();
    writeFileSync(file, 'this is no database, and was one until the power went');
    expect(() => openDatabase(file)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('Put the file') as string }),
    );
  });
});

describe('migrations', () => {
  test('are numbered without gaps, and named as sentences', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    for (const { name } of migrations) expect(name).toMatch(/^[a-z].* .*[a-z]$/);
  });

  test.each([
    { version: 1, adds: ['chunk', 'feed', 'pull', 'row'] },
    { version: 2, adds: ['checked', 'let_through', 'run', 'withheld'] },
    { version: 3, adds: ['claim', 'claim_scope', 'contest', 'problem', 'problem_event'] },
    { version: 4, adds: ['batch', 'destination_state', 'held_value', 'ledger', 'outbox', 'request'] },
    { version: 5, adds: ['met', 'stream'] },
    {
      version: 6,
      adds: ['identity_mark', 'joined_person', 'member', 'saying', 'shared_trait', 'trait', 'unsettled'],
    },
    { version: 7, adds: ['asked_through', 'joined_through', 'keyed_order', 'near_order'] },
    { version: 8, adds: [] },
    {
      version: 9,
      adds: [
        'ordered_piece',
        'ordered_through',
        'stock_alias',
        'stock_drift',
        'stock_sighting',
        'stock_start',
        'web_article',
      ],
    },
    { version: 13, adds: ['claim_recent', 'claim_settled'] },
    { version: 14, adds: [] },
  ])('step $version adds what it says and touches nothing before it', ({ version, adds }) => {
    const file = join(temporaryFolder(), 'before.db');
    const database = new Database(file);
    migrate(
      database,
      migrations.filter((step) => step.version < version),
    );
    const before = tablesOf(file);
    migrate(
      database,
      migrations.filter((step) => step.version <= version),
    );
    expect(tablesOf(file)).toEqual([...before, ...adds].toSorted());
    expect(database.pragma('user_version', { simple: true })).toBe(version);
    database.close();
  });

  test('a step that fails leaves the version before it, whole', () => {
    const database = new Database(':memory:');
    const steps: Migration[] = [
      { version: 1, name: 'one thing is kept', up: (db) => void db.exec('CREATE TABLE kept (a)') },
      {
        version: 2,
        name: 'another thing fails',
        up(db) {
          db.exec('CREATE TABLE lost (a)');
          throw new Error('no room');
        },
      },
    ];
    expect(() => migrate(database, steps)).toThrow('no room');
    expect(database.pragma('user_version', { simple: true })).toBe(1);
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()).toEqual(['kept']);
    database.close();
  });
});
