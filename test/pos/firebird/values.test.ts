import { expect, test } from 'vitest';
import { createFirebirdTill } from '../../../src/pos/firebird/create-firebird-till.ts';
import { firebirdServer } from '../../support/firebird-server.ts';
import { readAll } from '../read-all.ts';
import { customers, never, openTill } from './open-till.ts';

/** The cells that a table's one row gives, beside its key. */
async function cellsOf(columns: string, values: string, characterSet = 'UTF8'): Promise<readonly (string | null)[]> {
  const names = [
    'title',
    'firstName',
    'lastName',
    'fullName',
    'company',
    'email',
    'phone',
    'mobile',
    'line1',
    'line2',
    'town',
  ];
  const list = columns.split(/,\s*(?![^(]*\))/);
  const database = await firebirdServer().createDatabase({
    name: 'values',
    characterSet,
    script: `create table V (ID integer, ${list.map((type, index) => `C${index} ${type}`).join(', ')}); commit;
      insert into V values (1, ${values}); commit;`,
  });
  const till = openTill(
    database,
    customers(`SELECT ID AS "key", ${list.map((_, index) => `C${index} AS "${names[index]}"`).join(', ')} FROM V`),
  );
  const [row] = await readAll(till, 'customer');
  return row?.slice(1) ?? [];
}

test('numbers are exact, of whatever size', async () => {
  const columns = 'numeric(18,4), bigint, numeric(9,2), numeric(4,2), smallint, double precision, float, numeric(9,9)';
  const values = '12345678901234.5678, 9007199254740993, 89.90, -0.05, 7, 0.1, 89.95, 0.000000001';
  expect(await cellsOf(columns, values)).toEqual([
    '12345678901234.5678',
    '9007199254740993',
    '89.90',
    '-0.05',
    '7',
    '0.1',
    '89.95',
    '0.000000001',
  ]);
});

test('the largest and smallest doubles are written without an exponent', async () => {
  expect(await cellsOf('double precision, double precision, double precision', '1e21, 1.5e-7, -0.0e0')).toEqual([
    '1000000000000000000000',
    '0.00000015',
    '0',
  ]);
});

test("days and times are what the till's clock shows, also in the hour that summer time skips", async () => {
  // Skipped in London, in Chatham and in New York: wherever this runs, one of them is.
  const columns = 'timestamp, timestamp, timestamp, date, time, timestamp';
  const values = `'2026-03-29 01:30:00', '2026-09-27 02:50:00', '2026-03-08 02:30:00', '2026-03-29', '01:30:00', '2026-03-29 01:30:00.9990'`;
  expect(await cellsOf(columns, values)).toEqual([
    '2026-03-29 01:30:00',
    '2026-09-27 02:50:00',
    '2026-03-08 02:30:00',
    '2026-03-29',
    '01:30:00',
    '2026-03-29 01:30:00',
  ]);
});

test("blanks, nothing, NULL and Delphi's empty day are one thing", async () => {
  const columns = 'varchar(9), char(9), varchar(9), date, timestamp, blob sub_type text, date';
  expect(await cellsOf(columns, `'', '', '   ', '1899-12-30', '1899-12-30 00:00:00', '', null`)).toEqual(
    Array(7).fill(null),
  );
});

test('padding goes on the right, and only there', async () => {
  expect(await cellsOf('char(10), varchar(10), char(10) character set utf8', `' abc', ' x y  ', 'voilà'`)).toEqual([
    ' abc',
    ' x y',
    'voilà',
  ]);
});

test('booleans are 1 and 0, bytes are hexadecimal', async () => {
  expect(await cellsOf('boolean, boolean, varchar(8) character set octets', `true, false, x'0102ff'`)).toEqual([
    '1',
    '0',
    '0102ff',
  ]);
});

test('text BLOBs come whole, short ones and long ones, also those that the till calls binary', async () => {
  const long = `cast(rpad(cast('' as varchar(6) character set win1252), 30000, cast('Zoë – ' as varchar(6) character set win1252)) as blob sub_type text character set win1252)`;
  const cells = await cellsOf(
    'blob sub_type text character set win1252, blob sub_type text character set win1252, blob sub_type 0, blob sub_type text character set utf8',
    `'Zoë – £50', ${long}, 'plain', 'Zoë – £50'`,
    'WIN1252',
  );
  expect(cells).toEqual(['Zoë – £50', 'Zoë – '.repeat(5000).trimEnd(), 'plain', 'Zoë – £50']);
});

test('many BLOBs over many fetches stay with their rows', async () => {
  const database = await firebirdServer().createDatabase({
    name: 'blobs',
    script: `create table V (ID integer, MEMO blob sub_type text); commit;
      set term ^; execute block as declare i integer = 0; begin
        while (i < 1500) do begin
          insert into V values (:i, iif(mod(:i, 3) = 0, null, rpad('', iif(mod(:i, 3) = 1, 20, 2500), 'memo ' || :i || ' ')));
          i = i + 1;
        end
      end^ set term ;^ commit;`,
  });
  const rows = await readAll(openTill(database, customers('SELECT ID AS "key", MEMO AS "notes" FROM V')), 'customer');
  expect(rows).toHaveLength(1500);
  for (const [key, notes] of rows) {
    const expected = `memo ${key} `
      .repeat(500)
      .slice(0, Number(key) % 3 === 1 ? 20 : 2500)
      .trimEnd();
    expect(notes).toBe(Number(key) % 3 === 0 ? null : expected);
  }
});

test('rows of more than 200 columns and of 32,000 letters are read', async () => {
  const columns = Array.from({ length: 220 }, (_, index) => `C${index}`);
  const doubled = 'update WIDE set MEMO = MEMO || MEMO; '.repeat(8);
  const database = await firebirdServer().createDatabase({
    name: 'wide',
    script: `create table WIDE (ID integer, ${columns.map((name) => `${name} varchar(60)`).join(', ')}, MEMO varchar(32000)); commit;
      insert into WIDE (ID, C0, C219, MEMO) values (1, 'first', 'last', '${'x'.repeat(125)}'); ${doubled} commit;`,
  });
  const all = columns.map((name) => `COALESCE(${name}, '')`).join(' || ');
  const till = openTill(
    database,
    customers(
      `SELECT ID AS "key", C219 AS "lastName", ${all} AS "company", MEMO AS "notes", ${all} AS "tags" FROM WIDE`,
    ),
  );
  expect(await readAll(till, 'customer')).toEqual([['1', 'last', 'firstlast', 'firstlast', 'x'.repeat(32000)]]);
  const [sample] = await till.sample('WIDE', 1);
  expect(sample).toHaveLength(222);
  expect(sample?.at(-1)).toHaveLength(32000);
});

test("a profile's SELECT may have a comment, an order, a WITH and names in any case", async () => {
  const database = await firebirdServer().createDatabase({
    name: 'selects',
    characterSet: 'UTF8',
    script: `create table "Kundenkäufe" ("Größe" integer, "NAME" varchar(10)); commit;
      insert into "Kundenkäufe" values (2, 'b'); insert into "Kundenkäufe" values (1, 'ä'); commit;`,
  });
  const select = `WITH K AS (SELECT "Größe" AS ID, "NAME" AS N FROM "Kundenkäufe" WHERE "NAME" <> 'ö')
    SELECT ID AS "key", N AS "lastName" FROM K ORDER BY ID -- the last; of all`;
  expect(await readAll(openTill(database, customers(select)), 'customer')).toEqual([
    ['1', 'ä'],
    ['2', 'b'],
  ]);
});

test('a value that the SELECT cannot convert is never quoted', async () => {
  const database = await firebirdServer().createDatabase({
    name: 'conversion',
    script: `create table V (ID integer, N varchar(20)); commit; insert into V values (1, 'Ann Secret'); commit;`,
  });
  const { host, port, user, password } = firebirdServer();
  const till = createFirebirdTill({
    settings: { host, port, database, user },
    password,
    profile: customers('SELECT ID AS "key", CAST(N AS INTEGER) AS "notes" FROM V'),
  });
  const thrown: unknown = await till
    .pull(async (snapshot) => {
      for await (const _ of snapshot.read('customer'));
    }, never)
    .catch((error: unknown) => error);
  expect(thrown).toMatchObject({ reason: 'settings' });
  expect(JSON.stringify(thrown) + String(thrown)).not.toContain('Secret');
});
