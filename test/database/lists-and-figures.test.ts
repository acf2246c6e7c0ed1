import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { migrations } from '../../src/database/migrations.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('problems and runs of before are found and added up like those of now', () => {
  const database = new Database(join(temporaryFolder(), 'old.db'));
  migrate(database, migrations.slice(0, 9));
  database.exec(`
    INSERT INTO problem (destination, kind, key, field, code, rule_field, severity, depends_on, name, origin, value, says, advice,
      state, first_seen_at, last_seen_at)
    VALUES ('crm', 'customer', '7', 'phone', 'bad_phone', 'phone', 'block', 'content', 'Zoë Fenn', 'CUST.TEL', NULL, '', '', 'open',
      '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`);
  const report = {
    read: { customer: { rows: 12, new: 3 }, sale: { rows: 30 } },
    shopFronts: { web: { buyer: { rows: 5 } } },
    delivered: { crm: { customer: { created: 2, updated: 1, archived: 1, unchanged: 9 } } },
    account: { crm: { customer: { rows: 99 } } },
  };
  database
    .prepare('INSERT INTO run (started_at, report) VALUES (?, ?), (?, NULL)')
    .run('a', JSON.stringify(report), 'b');
  migrate(database, migrations);
  expect(database.prepare('SELECT search FROM problem').pluck().get()).toBe('zoe fenn\n7\n\ncust.tel');
  expect(database.prepare('SELECT rows_read, records_sent FROM run ORDER BY id').raw().all()).toEqual([
    [47, 4],
    [null, null],
  ]);
  database.close();
});

test('what closed before it was told how counts as mended, and its story stays', () => {
  const database = new Database(join(temporaryFolder(), 'old.db'));
  migrate(database, migrations.slice(0, 11));
  database.exec(`
    INSERT INTO problem (id, destination, kind, key, field, code, rule_field, severity, depends_on, name, origin, says, advice, state,
      first_seen_at, last_seen_at, closed_at)
    VALUES (7, 'genieai', 'customer', '1', 'email', 'bad_email', 'email', 'block', 'content', 'Ada', 'CUST.EMAIL', 'No.', 'Mend it.', 'closed',
      '2026-11-20T10:00:00.000Z', '2026-11-20T10:00:00.000Z', '2026-11-20T11:00:00.000Z');
    INSERT INTO problem_event (problem, at, what, detail) VALUES (7, '2026-11-20T10:00:00.000Z', 'opened', 'ada@'),
      (7, '2026-11-20T11:00:00.000Z', 'mended', 'ada@');
  `);
  migrate(database, migrations);
  expect(database.prepare('SELECT closed_as FROM problem').pluck().get()).toBe('mended');
  expect(database.prepare('SELECT what FROM problem_event ORDER BY id').pluck().all()).toEqual(['opened', 'mended']);
  database.exec('DELETE FROM problem');
  expect(database.prepare('SELECT count(*) FROM problem_event').pluck().get()).toBe(0);
  database.close();
});

test('how problems closed stays, and they may be dropped from then on', () => {
  const database = new Database(join(temporaryFolder(), 'old.db'));
  migrate(database, migrations.slice(0, 14));
  const open = database.prepare(`
    INSERT INTO problem (id, destination, kind, key, field, code, rule_field, severity, depends_on, name, origin, says, advice, state,
      first_seen_at, last_seen_at, closed_as)
    VALUES (?, 'genieai', 'customer', ?, 'email', 'bad_email', 'email', 'block', 'content', 'Ada', 'CUST.EMAIL', 'No.', 'Mend it.', ?,
      '2026-11-20T10:00:00.000Z', '2026-11-20T10:00:00.000Z', ?)`);
  open.run(7, '1', 'closed', 'gone');
  open.run(8, '2', 'open', null);
  database.exec(`INSERT INTO problem_event (problem, at, what) VALUES (7, '2026-11-20T11:00:00.000Z', 'gone')`);
  migrate(database, migrations);
  const ends = database.prepare('SELECT id, closed_as FROM problem ORDER BY id').raw();
  expect(ends.all()).toEqual([
    [7, 'gone'],
    [8, null],
  ]);
  database.exec(`
    UPDATE problem SET closed_as = 'dropped' WHERE id = 8;
    INSERT INTO problem_event (problem, at, what) VALUES (8, '2026-11-20T12:00:00.000Z', 'dropped');
  `);
  expect(database.prepare('SELECT problem, what FROM problem_event ORDER BY id').raw().all()).toEqual([
    [7, 'gone'],
    [8, 'dropped'],
  ]);
  expect(() => database.exec(`UPDATE problem SET closed_as = 'lost' WHERE id = 8`)).toThrow(/CHECK/);
  database.close();
});

test('what was claimed before there were two places to find it is found', () => {
  const database = new Database(join(temporaryFolder(), 'old.db'));
  migrate(database, migrations.slice(0, 12));
  database.exec(`
    INSERT INTO claim_scope (id, destination, kind, field) VALUES (3, 'genieai', 'customer', 'email');
    INSERT INTO claim (scope, key, value, digest) VALUES (3, '1', 'ada@example.com', 7), (3, '2', 'zoe@example.com', -7);
  `);
  migrate(database, migrations);
  expect(database.prepare('SELECT * FROM claim').raw().all()).toEqual([
    [3, '1', 'ada@example.com'],
    [3, '2', 'zoe@example.com'],
  ]);
  expect(database.prepare('SELECT scope, digest, key FROM claim_settled').raw().all()).toEqual([
    [3, -7, '2'],
    [3, 7, '1'],
  ]);
  database.close();
});
