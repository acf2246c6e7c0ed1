import { expect, test } from 'vitest';
import { firebirdServer } from '../../support/firebird-server.ts';
import { readAll } from '../read-all.ts';
import { containing, problemOf } from '../till-contract.ts';
import { customers, never, openTill } from './open-till.ts';

const everyone = customers('SELECT ID AS "key" FROM V');

async function smallDatabase(script = ''): Promise<string> {
  return await firebirdServer().createDatabase({
    name: 'access',
    script: `create table V (ID integer); create table HIDDEN (ID integer); create sequence G1; commit;
      insert into V values (1); set generator G1 to 41; commit; ${script}`,
  });
}

test.each(['Srp', 'Legacy_UserManager'])('a user of %s who may but SELECT is enough', async (plugin) => {
  const user = `T${plugin.slice(0, 3)}`.toUpperCase();
  const database = await smallDatabase(`create or alter user ${user} password 'justLook' using plugin ${plugin}; commit;
    grant select on V to ${user}; commit;`);
  const till = openTill(database, everyone, { user, password: 'justLook' });
  expect(await readAll(till, 'customer')).toEqual([['1']]);
  const fingerprint = await till.pull(async (snapshot) => snapshot.fingerprint, never);
  expect(fingerprint).toMatchObject({ id: containing('access-') });
  expect(fingerprint.counters).toEqual({});
  const { tables } = await till.describe();
  expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
    ['HIDDEN', null],
    ['V', 1],
  ]);
});

test('a table that the user may not read is named, with what the administrator has to do', async () => {
  const database = await smallDatabase(`create or alter user NOBODY password 'x' using plugin Srp; commit;`);
  const error = await problemOf(readAll(openTill(database, everyone, { user: 'NOBODY', password: 'x' }), 'customer'));
  expect(error).toMatchObject({ reason: 'settings', hint: containing('GRANT SELECT') });
  expect(error.message).toContain('V');
});

test('a wrong password, a missing database and a closed door are told apart', async () => {
  const database = await smallDatabase();
  const wrong = await problemOf(readAll(openTill(database, everyone, { password: 'hunter2' }), 'customer'));
  expect(wrong).toMatchObject({ reason: 'settings', message: containing('password') });
  expect(wrong.message + wrong.hint).not.toContain('hunter2');
  const missing = await problemOf(readAll(openTill('/nowhere/till.fdb', everyone), 'customer'));
  expect(missing).toMatchObject({ reason: 'settings', message: containing('/nowhere/till.fdb') });
  const closed = await problemOf(
    readAll(openTill(database, everyone, { server: { ...firebirdServer(), port: 1 } }), 'customer'),
  );
  expect(closed).toMatchObject({ reason: 'unreachable', message: containing(':1') });
  const nowhere = await problemOf(
    readAll(openTill(database, everyone, { server: { ...firebirdServer(), host: 'till.invalid' } }), 'customer'),
  );
  expect(nowhere).toMatchObject({ reason: 'unreachable', message: containing('till.invalid') });
});

test('no connection is left behind, however a pull ends', async () => {
  const database = await smallDatabase();
  const till = openTill(database, everyone);
  await readAll(till, 'customer');
  await till.pull(async () => Promise.reject(new Error('no')), never).catch(() => undefined);
  await readAll(openTill(database, customers('SELECT NOPE AS "key" FROM V')), 'customer').catch(() => undefined);
  const stop = new AbortController();
  await till
    .pull(async (snapshot) => {
      stop.abort();
      for await (const _ of snapshot.read('customer'));
    }, stop.signal)
    .catch(() => undefined);
  await expect
    .poll(
      async () =>
        await firebirdServer().isql(
          database,
          'select count(*) from mon$attachments where mon$user is not null and mon$system_flag = 0;',
        ),
    )
    .toMatch(/\s1\s/);
});

test('the till is not touched: one transaction, which only reads, as of one instant', async () => {
  const database = await smallDatabase();
  const till = openTill(database, everyone);
  const counters = () => till.pull(async ({ fingerprint }) => fingerprint.counters, never);
  expect(await counters()).toEqual({ G1: 41 });
  expect(await counters()).toEqual({ G1: 41 });
  await till.pull(async () => {
    const ours = await firebirdServer().isql(
      database,
      `select mon$isolation_mode, mon$read_only from mon$transactions where mon$attachment_id <> current_connection
        and mon$attachment_id in (select mon$attachment_id from mon$attachments where mon$system_flag = 0);`,
    );
    expect(ours.match(/^\s+\d+\s+\d+\s*$/gm)?.map((line) => line.trim().split(/\s+/))).toEqual([['1', '1']]);
  }, never);
});

test('a restored copy differs from the database that it was made from', async () => {
  const first = await smallDatabase();
  const second = await smallDatabase('set generator G1 to 12; commit;');
  const fingerprintOf = (database: string) =>
    openTill(database, everyone).pull(async ({ fingerprint }) => fingerprint, never);
  const [one, other] = [await fingerprintOf(first), await fingerprintOf(second)];
  expect(one.id).toMatch(/, made \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  expect(one.id).not.toBe(other.id);
  expect(other.counters).toEqual({ G1: 12 });
});
