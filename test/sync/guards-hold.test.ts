import { describe, expect, test } from 'vitest';
import { shopHome, type ShopHome } from './shop-home.ts';

/** A shop that has been synced once, an hour later. */
async function syncedShop(): Promise<ShopHome> {
  const home = await shopHome({ size: 600 });
  expect((await home.sync()).run.outcome).toBe('completed');
  home.clock.now += 3_600_000;
  return home;
}

const contacts = ({ sandbox }: ShopHome) => sandbox.state.contents().contacts.map(({ fields }) => fields);
const withoutEmail = (home: ShopHome) => contacts(home).filter(({ email }) => !email).length;

describe('what a guard objects to, kept here in one run', () => {
  test('stays here, and the rest of the same kind and of the others goes', async () => {
    const home = await syncedShop();
    const before = withoutEmail(home);
    home.till(
      `UPDATE CUST SET "EMail" = '' WHERE rowid % 4 = 0`,
      `UPDATE CUST SET FNAME = 'Larkspur' WHERE rowid % 4 = 1 AND rowid < 50`,
      'UPDATE STOCKITM SET RETAIL = RETAIL + 1 WHERE rowid <= 3',
    );
    const { run: stopped } = await home.sync({ full: true });
    expect(stopped.guard).toMatchObject({
      guard: 'email-blanked',
      hold: { guards: ['email-blanked'], command: 'tillbridge sync --hold email-blanked' },
    });

    const { run, delivered } = await home.sync({ full: true, hold: ['email-blanked'] });

    expect(run).toMatchObject({ outcome: 'completed', keptBack: stopped.guard?.count });
    expect(withoutEmail(home)).toBe(before);
    const genieai = Object.values(delivered)[0];
    expect(genieai?.customer.updated).toBeGreaterThan(5);
    expect(genieai?.customer.waiting).toBe(stopped.guard?.count);
    expect(genieai?.product.updated).toBeGreaterThan(0);
    expect(contacts(home).filter(({ firstName: name }) => name === 'Larkspur').length).toBeGreaterThan(5);
  });

  test('is asked about again by the next run, and goes once it is let through', async () => {
    const home = await syncedShop();
    const before = withoutEmail(home);
    home.till(`UPDATE CUST SET "EMail" = '' WHERE rowid % 4 = 0`);
    const { run: held } = await home.sync({ full: true, hold: ['email-blanked'] });
    const { run: next } = await home.sync({ full: true });
    expect(next.guard).toMatchObject({ guard: 'email-blanked', count: held.keptBack });
    const { run } = await home.sync({ full: true, allow: ['email-blanked'] });
    expect(run.outcome).toBe('completed');
    expect(run).not.toHaveProperty('keptBack');
    expect(withoutEmail(home)).toBe(before + (held.keptBack ?? 0));
  });

  test('is not held against the shop under another name', async () => {
    const home = await syncedShop();
    home.till('UPDATE STOCKITM SET QTY = 0 WHERE QTY > 0');
    const { run } = await home.sync({ full: true, hold: ['stock-to-zero'] });
    expect(run.outcome).toBe('completed');
    expect(run.keptBack).toBeGreaterThan(0);
  });

  test('another objection still stops the run before anything leaves', async () => {
    const home = await syncedShop();
    home.till(
      `UPDATE CUST SET "EMail" = '' WHERE rowid % 4 = 0`,
      `UPDATE STOCKITM SET RETAIL = RETAIL * 10 WHERE RETAIL > 0 AND CAST(RETAIL * 100 AS INTEGER) = RETAIL * 100`,
    );
    const calls = home.sandbox.calls.length;
    const { run } = await home.sync({ full: true, hold: ['email-blanked'] });
    expect(run.guard).toMatchObject({
      guard: 'price-change',
      held: ['email-blanked'],
      command: 'tillbridge sync --allow price-change --hold email-blanked',
      hold: { guards: ['email-blanked', 'price-change'] },
    });
    expect(home.sandbox.calls.length).toBe(calls);
    const both = await home.sync({ full: true, hold: ['email-blanked', 'price-change'] });
    expect(both.run.outcome).toBe('completed');
  });

  test('two objections are let through one after the other: the second knows of the first', async () => {
    const home = await syncedShop();
    home.till(
      `UPDATE CUST SET "EMail" = '' WHERE rowid % 4 = 0`,
      `UPDATE STOCKITM SET RETAIL = RETAIL * 10 WHERE RETAIL > 0 AND CAST(RETAIL * 100 AS INTEGER) = RETAIL * 100`,
    );
    const first = await home.sync({ full: true });
    expect(first.run.guard?.guard).toBe('email-blanked');
    expect(first.run.guard).not.toHaveProperty('allowed');
    const second = await home.sync({ allow: ['email-blanked'] });
    expect(second.run.guard).toMatchObject({
      guard: 'price-change',
      allowed: ['email-blanked'],
      command: 'tillbridge sync --allow email-blanked --allow price-change',
      hold: {
        guards: ['price-change'],
        command: 'tillbridge sync --allow email-blanked --hold price-change',
      },
    });
    const { run } = await home.sync({ allow: [...(second.run.guard?.allowed ?? []), 'price-change'] });
    expect(run.outcome).toBe('completed');
  });

  test('records of a guard whose limit is not passed are a day’s work, and go', async () => {
    const home = await syncedShop();
    const before = withoutEmail(home);
    home.till(
      `UPDATE CUST SET "EMail" = '' WHERE ACNO IN (SELECT ACNO FROM CUST WHERE "EMail" LIKE '%@%.com' ORDER BY rowid LIMIT 3)`,
    );
    const { run } = await home.sync({ full: true, hold: ['email-blanked'] });
    expect(run.outcome).toBe('completed');
    expect(run).not.toHaveProperty('keptBack');
    expect(withoutEmail(home)).toBeGreaterThan(before);
  });

  test('a read that is doubted stops all the same: there is no rest to be sent', async () => {
    const home = await syncedShop();
    home.till('DELETE FROM CUST WHERE rowid % 8 = 0');
    const { run } = await home.sync({ full: true, hold: ['mass-deletion'] });
    expect(run.guard?.guard).toBe('mass-deletion');
    expect(run.guard).not.toHaveProperty('hold');
  });
});
