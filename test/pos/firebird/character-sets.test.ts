import { expect, test } from 'vitest';
import { firebirdServer } from '../../support/firebird-server.ts';
import { readAll } from '../read-all.ts';
import { problemOf } from '../till-contract.ts';
import { customers, never, openTill } from './open-till.ts';

const select = 'SELECT ID AS "key", NAME AS "lastName" FROM V';

/** A database that declares nothing, and holds these texts byte by byte. */
async function undeclared(texts: readonly Buffer[]): Promise<string> {
  const inserts = texts.map((text, index) =>
    Buffer.concat([Buffer.from(`insert into V values (${index + 1}, '`), text, Buffer.from("');\n")]),
  );
  const script = Buffer.concat([
    Buffer.from('create table V (ID integer, NAME varchar(60));\ncommit;\n'),
    ...inserts,
    Buffer.from('commit;\n'),
  ]);
  return await firebirdServer().createDatabase({ name: 'charset', script });
}

const windows = Buffer.from('Zo\xeb \x93ring\x94 \x97 \xa350', 'latin1');
const plain = Buffer.from('Smith');

test('a database that declares nothing is read as Windows-1252 at first', async () => {
  const till = openTill(await undeclared([windows, plain]), customers(select));
  expect(await readAll(till, 'customer')).toEqual([
    ['1', 'Zoë “ring” — £50'],
    ['2', 'Smith'],
  ]);
  expect(await till.check()).toMatchObject({ ok: true, characterSet: 'NONE, read as WIN1252' });
});

test('a wrong guess is named with its table, column and row, never with the text', async () => {
  const database = await undeclared([plain, windows]);
  const error = await problemOf(readAll(openTill(database, customers(select), { encoding: 'UTF8' }), 'customer'));
  expect(error.reason).toBe('settings');
  expect(error.message).toContain('V.NAME in the row 2');
  expect(error.hint).toContain('WIN1252');
  expect(error.message + error.hint).not.toContain('ring');
});

test('text from DOS is noticed, and read once the setting says so', async () => {
  const database = await undeclared([
    Buffer.from('M\x81ller', 'latin1'),
    Buffer.from('K\x94nig', 'latin1'),
    Buffer.from('J\x84ger', 'latin1'),
    plain,
  ]);
  const error = await problemOf(readAll(openTill(database, customers(select)), 'customer'));
  expect(error.hint).toMatch(/DOS850|DOS437/);
  for (const encoding of ['DOS850', 'DOS437']) {
    const rows = await readAll(openTill(database, customers(select), { encoding }), 'customer');
    expect(rows.map(([, name]) => name)).toEqual(['Müller', 'König', 'Jäger', 'Smith']);
  }
});

test('UTF-8 in a database that declares nothing is noticed', async () => {
  const database = await undeclared([Buffer.from('Zoë'), Buffer.from('Müller'), plain]);
  const error = await problemOf(readAll(openTill(database, customers(select)), 'customer'));
  expect(error.hint).toContain('UTF8');
  expect(await readAll(openTill(database, customers(select), { encoding: 'UTF8' }), 'customer')).toContainEqual([
    '1',
    'Zoë',
  ]);
});

test("one bad byte in an otherwise right database is that row's own problem", async () => {
  const good = Array.from({ length: 60 }, () => windows);
  const rows = await readAll(
    openTill(await undeclared([Buffer.from('Gr\x8dn', 'latin1'), ...good]), customers(select)),
    'customer',
  );
  expect(rows[0]).toEqual(['1', 'Gr\uFFFDn']);
  expect(rows).toHaveLength(61);
});

test('one bad byte in a till without any special letters does not stop the shop either', async () => {
  const rows = await readAll(
    openTill(
      await undeclared([Buffer.from('Gr\x8dn', 'latin1'), ...Array.from({ length: 150 }, () => plain)]),
      customers(select),
    ),
    'customer',
  );
  expect(rows).toHaveLength(151);
});

test('a wrong guess in a big table stops the read before its end', async () => {
  const database = await undeclared(Array.from({ length: 3000 }, () => Buffer.from('M\x81ller', 'latin1')));
  let read = 0;
  const pulled = openTill(database, customers(select)).pull(async (snapshot) => {
    for await (const batch of snapshot.read('customer')) read += batch.length;
  }, never);
  expect((await problemOf(pulled)).message).toContain('in the row 1');
  expect(read).toBeLessThan(3000);
});

test('columns of different character sets stand side by side', async () => {
  const database = await firebirdServer().createDatabase({
    name: 'mixed',
    characterSet: 'WIN1252',
    script: `create table V (ID integer, A varchar(20), B varchar(20) character set utf8, C varchar(20) character set iso8859_1,
        D varchar(20) character set win1251, E varchar(20) character set dos850, F char(20) character set utf8);
      commit; insert into V values (1, 'Zoë – €', 'Зоя – €', 'Zoë', 'Зоя', 'Zoë', 'Дом'); commit;`,
  });
  const mixed =
    'SELECT ID AS "key", A AS "title", B AS "firstName", C AS "lastName", D AS "company", E AS "email", F AS "phone" FROM V';
  expect(await readAll(openTill(database, customers(mixed)), 'customer')).toEqual([
    ['1', 'Zoë – €', 'Зоя – €', 'Zoë', 'Зоя', 'Zoë', 'Дом'],
  ]);
});

test('keys and conditions may have letters beyond ASCII', async () => {
  const till = openTill(await undeclared([Buffer.from('M\xfcller', 'latin1'), plain]), {
    name: 'Test',
    customer: { select: `SELECT NAME AS "key", ID AS "title" FROM V WHERE NAME <> 'Zoë'`, key: ['key'], origins: {} },
  });
  expect(await till.pull((snapshot) => snapshot.readOne('customer', 'Müller'), never)).toEqual([['Müller', '1']]);
});

test('an encoding that nobody knows is an error in words', async () => {
  const error = await problemOf(
    readAll(openTill(await undeclared([plain]), customers(select), { encoding: 'WINDOWS' }), 'customer'),
  );
  expect(error.message).toContain('"WINDOWS"');
});
