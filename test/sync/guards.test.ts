import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GuardName } from '../../src/sync/guards/guard-names.ts';
import { shopHome, type ShopHome } from './shop-home.ts';

/** A shop that has been synced once, a little later. */
async function syncedShop(size = 600): Promise<ShopHome> {
  const home = await shopHome({ size });
  expect((await home.sync()).run.outcome).toBe('completed');
  home.clock.now += 3_600_000;
  return home;
}

/** The run stops, says so in full, and sends nothing; let through once, it goes. */
async function expectStop({ sync, sandbox }: ShopHome, guard: GuardName): Promise<void> {
  const calls = sandbox.calls.length;
  const { run } = await sync({ full: true });
  expect(run).toMatchObject({ outcome: 'stopped', guard: { guard, command: `tillbridge sync --allow ${guard}` } });
  expect(run.guard?.count).toBeGreaterThan(0);
  expect(run.guard?.examples.length).toBeGreaterThan(0);
  expect(run.guard?.examples.length).toBeLessThanOrEqual(5);
  expect(run.guard?.cause).not.toBe('');
  expect(sandbox.calls.length).toBe(calls);
  expect((await sync({ full: true })).run.guard?.guard).toBe(guard);
  expect((await sync({ full: true, allow: [guard] })).run.outcome).toBe('completed');
  expect((await sync({ full: true })).run.outcome).toBe('completed');
}

describe('guards', () => {
  test('name the records of which they speak as people call them, to people and in no log', async () => {
    const home = await syncedShop();
    home.till('DELETE FROM CUST WHERE rowid % 8 = 0');
    const { run } = await home.sync({ full: true });
    const customers = [...home.shop.customers()].map(({ values }) => values);
    const log = readFileSync(join(home.home, 'logs', 'tillbridge.log'), 'utf8');
    expect(run.guard?.examples).toHaveLength(5);
    for (const example of run.guard?.examples ?? []) {
      const [, key, name = ''] = /^customer (\w+), (.+)$/.exec(example) ?? [];
      const surname = customers.find((each) => String(each.key) === key)?.lastName ?? 'nobody’s';
      expect(name.toLowerCase()).toContain(String(surname).trim().toLowerCase());
      expect(log).not.toContain(name);
    }
    home.till('UPDATE STOCKITM SET QTY = 0 WHERE QTY > 0');
    const next = await home.sync({ full: true, allow: ['mass-deletion'] });
    expect(next.run.guard?.examples[0]).toMatch(/^article \S+, [A-Z].*: \d+ → 0$/);
  });

  test('customers who are gone by the dozen stop the run', async () => {
    const home = await syncedShop();
    home.till('DELETE FROM CUST WHERE rowid % 8 = 0');
    await expectStop(home, 'mass-deletion');
  });

  test('a table that is suddenly all but empty stops the run', async () => {
    const home = await syncedShop();
    home.till('DELETE FROM CUST WHERE rowid > 5');
    await expectStop(home, 'empty-read');
  });

  test("last week's database, restored over this one, stops the run", async () => {
    const home = await shopHome({ size: 600 });
    copyFileSync(home.tillFile, `${home.tillFile}.backup`);
    home.till(
      `INSERT INTO CUST (ACNO, SNAME, "EMail") WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
       SELECT 900000 + i, 'Newcomer', 'newcomer' || i || '@example.com' FROM n`,
    );
    await home.sync();
    home.clock.now += 3_600_000;
    copyFileSync(`${home.tillFile}.backup`, home.tillFile);
    await expectStop(home, 'wrong-database');
  });

  test('prices that change all over the shop stop the run', async () => {
    const home = await syncedShop();
    home.till(
      `UPDATE STOCKITM SET RETAIL = RETAIL * 10 WHERE RETAIL > 0 AND CAST(RETAIL * 100 AS INTEGER) = RETAIL * 100`,
    );
    await expectStop(home, 'price-change');
  });

  test('stock that falls to nothing all over the shop stops the run', async () => {
    const home = await syncedShop();
    home.till('UPDATE STOCKITM SET QTY = 0 WHERE QTY > 0');
    await expectStop(home, 'stock-to-zero');
  });

  test('e-mail addresses that disappear stop the run', async () => {
    const home = await syncedShop();
    home.till(`UPDATE CUST SET "EMail" = '' WHERE rowid % 4 = 0`);
    await expectStop(home, 'email-blanked');
  });

  test('records that nearly all change at once stop the run', async () => {
    const home = await syncedShop();
    home.till(`UPDATE CUST SET FNAME = FNAME || 'x'`);
    await expectStop(home, 'mass-change');
  });

  test('a guard that is switched off says nothing', async () => {
    const home = await shopHome({ size: 600, settings: { guards: { stockToZero: { count: 1_000_000 } } } });
    await home.sync();
    home.till('UPDATE STOCKITM SET QTY = 0 WHERE QTY > 0');
    const { run } = await home.sync({ full: true, allow: ['mass-change'] });
    expect(run.outcome).toBe('completed');
  });
});
