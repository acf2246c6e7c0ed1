import { describe, expect, onTestFinished, test } from 'vitest';
import type { Row } from '../../src/model/record.ts';
import type { Till } from '../../src/pos/contract.ts';
import type { Profile, ProfileQuery } from '../../src/pos/profile.ts';
import { TillbridgeError } from '../../src/support/errors.ts';
import { collect } from './read-all.ts';

/** A database with the contract's tables in it, and a way to change it from elsewhere. */
export interface ContractDatabase {
  till(profile: Profile): Till;
  /** Runs statements as the till's own program would, while we may be reading. */
  run(sql: string): Promise<void>;
}

/** The tables that `open` has to make, in SQL that every make of database takes. Rows are added by the suite. */
export const contractTables = [
  `CREATE TABLE CUST (KDNR INTEGER NOT NULL PRIMARY KEY, NAME1 VARCHAR(40), "EMail" VARCHAR(60), GEB DATE, BONUS NUMERIC(18,4), CHANGED TIMESTAMP)`,
  `CREATE TABLE BON (FIL CHAR(4) NOT NULL, BONNR INTEGER NOT NULL, KDNR INTEGER, TOTAL NUMERIC(9,2), PRIMARY KEY (FIL, BONNR))`,
  `CREATE TABLE BONPOS (FIL CHAR(4) NOT NULL, BONNR INTEGER NOT NULL, POS INTEGER NOT NULL, TXT VARCHAR(40), QTY INTEGER,
    PRIMARY KEY (FIL, BONNR, POS), FOREIGN KEY (FIL, BONNR) REFERENCES BON (FIL, BONNR))`,
];

/** What stands in them at first. */
export const contractRows = [
  `INSERT INTO CUST VALUES (1, 'Ann  ', 'ann@example.com', '1970-02-03', 12.5, '2026-03-29 01:30:00')`,
  `INSERT INTO CUST VALUES (2, '', '   ', '1899-12-30', NULL, '2026-03-30 08:00:00')`,
  `INSERT INTO CUST VALUES (3, 'O''Brien, "Bob"', NULL, NULL, -0.0001, '2026-03-31 09:15:00')`,
  `INSERT INTO BON VALUES ('A', 1, 1, 89.00)`,
  `INSERT INTO BON VALUES ('B-2', 1, NULL, 5.5)`,
  `INSERT INTO BONPOS VALUES ('A', 1, 1, 'Ring', 1)`,
  `INSERT INTO BONPOS VALUES ('A', 1, 2, 'Box', 2)`,
  `INSERT INTO BONPOS VALUES ('B-2', 1, 1, 'Chain', 1)`,
];

function query(select: string, more: Partial<ProfileQuery> = {}): ProfileQuery {
  return { select, key: ['key'], origins: {}, ...more };
}

const customer = query(
  `SELECT C.KDNR AS "key", C.NAME1 AS LASTNAME, C."EMail" AS "email", C.GEB AS "birthday", C.CHANGED AS "changed" FROM CUST C`,
  { change: 'changed' },
);
const sale = query(`SELECT B.FIL AS "fil", B.BONNR AS "nr", B.KDNR AS "customerKey", B.TOTAL AS "total" FROM BON B`, {
  key: ['fil', 'nr'],
});
const saleLine = query(
  `SELECT TRIM(L.FIL) || '-' || L.BONNR AS "saleKey", TRIM(L.FIL) || '-' || L.BONNR || '-' || L.POS AS "key", L.TXT AS "description", L.QTY AS "quantity" FROM BONPOS L`,
);
/** The profile that reads them. */
export const contractProfile: Profile = { name: 'Contract', customer, sale, saleLine };

const never = new AbortController().signal;

/** What every till has to do, whatever database it reads. `open` makes a fresh database with `contractTables`. */
export function tillContract(make: string, open: () => Promise<ContractDatabase>): void {
  describe(`the till contract, kept by ${make}`, () => {
    async function filled(): Promise<ContractDatabase> {
      const database = await open();
      for (const row of contractRows) await database.run(row);
      return database;
    }

    async function tillOf(parts: Profile = contractProfile): Promise<Till> {
      const till = (await filled()).till(parts);
      onTestFinished(() => till.close());
      return till;
    }

    test('rows come with their cells in the order of the fields, and empty is one thing', async () => {
      const till = await tillOf();
      const { fields, all } = await till.pull(
        async (snapshot) => ({
          fields: await snapshot.fields('customer'),
          all: await collect(snapshot.read('customer')),
        }),
        never,
      );
      expect(fields?.map(({ field, origin }) => [field, origin])).toEqual([
        ['key', 'CUST.KDNR'],
        ['lastName', 'CUST.NAME1'],
        ['email', 'CUST.EMail'],
        ['birthday', 'CUST.GEB'],
      ]);
      expect(sorted(all)).toEqual([
        ['1', 'Ann', 'ann@example.com', '1970-02-03'],
        ['2', null, null, null],
        ['3', 'O\'Brien, "Bob"', null, null],
      ]);
    });

    test('a key of several columns comes in its parts, named as the profile names them', async () => {
      const till = await tillOf();
      const { fields, all } = await till.pull(
        async (snapshot) => ({ fields: await snapshot.fields('sale'), all: await collect(snapshot.read('sale')) }),
        never,
      );
      expect(fields?.map(({ field }) => field)).toEqual(['customerKey', 'total', 'fil', 'nr']);
      expect(sorted(all).map(([customerKey, total, fil, nr]) => [customerKey, Number(total), fil, nr])).toEqual([
        ['1', 89, 'A', '1'],
        [null, 5.5, 'B-2', '1'],
      ]);
    });

    test('one row is found by its key, whole lines by their sale', async () => {
      const till = await tillOf();
      await till.pull(async (snapshot) => {
        expect(await snapshot.readOne('customer', '1')).toHaveLength(1);
        expect(await snapshot.readOne('customer', '99')).toEqual([]);
        expect(await snapshot.readOne('customer', "no' such key")).toEqual([]);
        expect((await snapshot.readOne('sale', 'B-2-1')).map((row) => row.slice(2))).toEqual([['B-2', '1']]);
        expect((await snapshot.readOne('saleLine', 'A-1')).map(([key]) => key)).toEqual(['A-1-1', 'A-1-2']);
      }, never);
    });

    test('a kind that the profile does not have has no fields', async () => {
      const till = await tillOf();
      expect(await till.pull((snapshot) => snapshot.fields('product'), never)).toBeUndefined();
    });

    test('a quick pass leaves out what was not edited since', async () => {
      const till = await tillOf();
      await till.pull(async (snapshot) => {
        expect(await snapshot.latest('customer')).toMatch(/^2026-03-31 09:15:00/);
        expect(await snapshot.latest('sale')).toBeNull();
        const since = await collect(snapshot.read('customer', { since: '2026-03-30 08:00:00' }));
        expect(sorted(since).map(([key]) => key)).toEqual(['2', '3']);
        const latest = await snapshot.latest('customer');
        expect(await collect(snapshot.read('customer', { since: latest ?? '' }))).toHaveLength(1);
      }, never);
    });

    test('a change column may be named as a column of the tables', async () => {
      const select = 'SELECT C.KDNR AS "key", C.NAME1 AS "lastName" FROM CUST C';
      const till = await tillOf({ name: 'Contract', customer: query(select, { change: 'C.CHANGED' }) });
      await till.pull(async (snapshot) => {
        expect((await snapshot.fields('customer'))?.map(({ field }) => field)).toEqual(['key', 'lastName']);
        expect(await collect(snapshot.read('customer', { since: '2026-03-31 09:15:00' }))).toEqual([
          ['3', 'O\'Brien, "Bob"'],
        ]);
      }, never);
    });

    test('the whole pull sees one instant', async () => {
      const database = await filled();
      const till = database.till(contractProfile);
      const counts = await till.pull(async (snapshot) => {
        const before = (await collect(snapshot.read('customer'))).length;
        await database.run(`INSERT INTO CUST (KDNR) VALUES (77)`);
        return [before, (await collect(snapshot.read('customer'))).length];
      }, never);
      expect(counts).toEqual([3, 3]);
      expect(await till.pull((snapshot) => collect(snapshot.read('customer')), never)).toHaveLength(4);
    });

    test('many rows come in batches of a few hundred, each row once', async () => {
      const database = await open();
      const all = Array.from(
        { length: 2345 },
        (_, index) => `INSERT INTO CUST (KDNR, NAME1) VALUES (${index}, 'N${index}')`,
      );
      await database.run(all.join(';\n'));
      const sizes: number[] = [];
      const keys = new Set<string | null | undefined>();
      await database.till(contractProfile).pull(async (snapshot) => {
        for await (const batch of snapshot.read('customer')) {
          sizes.push(batch.length);
          for (const [key] of batch) keys.add(key);
        }
      }, never);
      expect(keys.size).toBe(2345);
      expect(Math.max(...sizes)).toBeLessThan(1000);
      expect(sizes.length).toBeGreaterThan(2);
    });

    test('a consumer that stops early or throws leaves a till that can be read again', async () => {
      const till = await tillOf();
      const stopped = till.pull(async (snapshot) => {
        for await (const _ of snapshot.read('customer')) break;
        return (await collect(snapshot.read('sale'))).length;
      }, never);
      expect(await stopped).toBe(2);
      const failure = new Error('the disk is full');
      await expect(
        till.pull(async (snapshot) => {
          for await (const _ of snapshot.read('customer')) throw failure;
        }, never),
      ).rejects.toBe(failure);
      expect(await till.pull((snapshot) => collect(snapshot.read('customer')), never)).toHaveLength(3);
    });

    test('an abort ends a pull with its reason', async () => {
      const till = await tillOf();
      const stop = new AbortController();
      const reason = new Error('told to stop');
      const pulled = till.pull(async (snapshot) => {
        stop.abort(reason);
        await collect(snapshot.read('customer'));
      }, stop.signal);
      await expect(pulled).rejects.toBe(reason);
      await expect(till.pull(async () => undefined, stop.signal)).rejects.toBe(reason);
      expect(await till.pull((snapshot) => collect(snapshot.read('customer')), never)).toHaveLength(3);
    });

    test.each([
      ['an alias that is no field', 'SELECT KDNR AS "key", NAME1 AS "lastNam" FROM CUST', ['lastNam', 'lastName']],
      ['a missing key', 'SELECT KDNR AS "title" FROM CUST', ['"key"']],
      [
        'a missing column',
        'SELECT KDNR AS "key", C.NAME9 AS "lastName" FROM CUST C',
        ['NAME9', '"lastName"', '"customer"'],
      ],
      ['a missing table', 'SELECT KDNR AS "key" FROM KUNDEN', ['KUNDEN', '"customer"']],
      ['two columns of one name', 'SELECT KDNR AS "key", NAME1 AS "Key" FROM CUST', ['"Key"']],
    ])('a profile with %s gets an error that names it', async (_, select, words) => {
      const till = await tillOf({ name: 'Contract', customer: query(select) });
      const error = await problemOf(till.pull((snapshot) => snapshot.fields('customer'), never));
      expect(error.reason).toBe('settings');
      for (const word of words) expect(`${error.message} ${error.hint}`).toContain(word);
      expect(await till.check()).toMatchObject({ ok: false });
    });

    test("an origin that the profile gives goes before the SELECT's own", async () => {
      const select = `SELECT KDNR AS "key", LOWER(C."EMail") AS "email", UPPER(NAME1) AS "lastName" FROM CUST C`;
      const till = await tillOf({ name: 'Contract', customer: query(select, { origins: { email: 'CUST.EMail' } }) });
      const fields = await till.pull((snapshot) => snapshot.fields('customer'), never);
      expect(fields?.map(({ origin }) => origin)).toEqual(['CUST.KDNR', 'UPPER(NAME1)', 'CUST.EMail']);
    });

    test('the same database is known again', async () => {
      const till = await tillOf();
      const fingerprints = [1, 2].map(() => till.pull(async ({ fingerprint }) => fingerprint, never));
      const [first, second] = await Promise.all(fingerprints);
      expect(first).toEqual(second);
      const other = await tillOf();
      expect((await other.pull(async ({ fingerprint }) => fingerprint, never)).id).not.toBe(first?.id);
    });

    test('a till is described without a word of what is in it', async () => {
      const { tables } = await (await tillOf()).describe();
      expect(tables.map(({ name, rows: count, kind }) => [name, count, kind])).toEqual([
        ['BON', 2, 'table'],
        ['BONPOS', 3, 'table'],
        ['CUST', 3, 'table'],
      ]);
      const lines = tables.find(({ name }) => name === 'BONPOS');
      expect(lines?.columns.map(({ name, primaryKey, references }) => [name, primaryKey, references])).toEqual([
        ['FIL', true, 'BON.FIL'],
        ['BONNR', true, 'BON.BONNR'],
        ['POS', true, undefined],
        ['TXT', false, undefined],
        ['QTY', false, undefined],
      ]);
      expect(JSON.stringify(tables)).not.toContain('Brien');
    });

    test("a sample has the cells in the order of the table's columns", async () => {
      const till = await tillOf();
      expect(await till.sample('BONPOS', 2)).toEqual([
        ['A', '1', '1', 'Ring', '1'],
        ['A', '1', '2', 'Box', '2'],
      ]);
    });

    test('a check says what was found', async () => {
      expect(await (await tillOf()).check()).toMatchObject({ ok: true, product: matching(/^\w+ \d/) });
    });
  });
}

/** The `TillbridgeError` that something throws. */
export async function problemOf(promise: Promise<unknown>): Promise<TillbridgeError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof TillbridgeError) return thrown;
  throw new Error('it did not throw a TillbridgeError', { cause: thrown });
}

function sorted(all: readonly Row[]): Row[] {
  return all.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b), 'en'));
}

/** A text with this in it, wherever an expected value may stand. */
export function containing(text: string): unknown {
  return expect.stringContaining(text);
}

function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}
