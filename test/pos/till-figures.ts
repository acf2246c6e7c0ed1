import { describe, expect, onTestFinished, test } from 'vitest';
import { collect } from './read-all.ts';
import { contractProfile, contractRows, type ContractDatabase } from './till-contract.ts';

type Open = () => Promise<ContractDatabase>;

const never = new AbortController().signal;

async function filled(open: Open): Promise<ContractDatabase> {
  const database = await open();
  await database.run(contractRows.join(';\n'));
  return database;
}

/** What every till has to tell without being read whole. `open` makes a fresh database with `contractTables`. */
export function tillFigures(make: string, open: Open): void {
  describe(`figures and first rows of ${make}`, () => {
    test('rows are counted, and the newest before a day is found, without reading them all', async () => {
      const till = (await filled(open)).till(contractProfile);
      onTestFinished(() => till.close());
      await till.pull(async (snapshot) => {
        expect(await snapshot.count('customer')).toBe(3);
        expect(await snapshot.count('saleLine')).toBe(3);
        const newest = async (field: string, before: string) =>
          (await snapshot.newest('customer', { field, before }))?.[0];
        expect(await newest('birthday', '2026-01-01')).toBe('1');
        expect(await newest('birthday', '1970-02-03')).not.toBe('1');
        expect(await newest('birthday', '1850-01-01')).toBeUndefined();
        expect(await newest('no such field', '2026-01-01')).toBeUndefined();
      }, never);
    });

    test('a reading that was left early leaves the snapshot in order', async () => {
      const database = await filled(open);
      const many = Array.from({ length: 1500 }, (_, index) => `INSERT INTO CUST (KDNR) VALUES (${100 + index})`);
      await database.run(many.join(';\n'));
      const till = database.till(contractProfile);
      onTestFinished(() => till.close());
      await till.pull(async (snapshot) => {
        for await (const batch of snapshot.read('customer')) {
          expect(batch.length).toBeGreaterThan(0);
          break;
        }
        expect(await snapshot.count('customer')).toBe(1503);
        expect(await collect(snapshot.read('saleLine'))).toHaveLength(3);
      }, never);
    }, 60_000);
  });
}
