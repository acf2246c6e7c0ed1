import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectToAddUp } from '../account-sums.ts';
import { billingOf, smallShop, type SmallShop } from './small-shop.ts';

const customers = [{ ACNO: '10433', FNAME: 'Ada', SNAME: 'Lovelace', EMail: 'ada@example.com' }];
const order = {
  orderNumber: '1042',
  email: 'ada@example.com',
  createdOn: '2026-11-18T10:00:00.000Z',
  billing: billingOf('Ada', 'Lovelace'),
};
const keyed = { key: 60115, customer: '10433', at: '2026-11-18 15:00:00', total: '89.00' };

async function sync(home: SmallShop): Promise<void> {
  home.clock.now += 60_000;
  const report = await home.sync();
  expect(report.run).toMatchObject({ outcome: 'completed' });
  expectToAddUp(report);
}

function webKeyOf(home: SmallShop): string {
  return `web-${home.website.sandbox.state.orders.all()[0]?.id ?? ''}`;
}

function loseDatabase({ home }: SmallShop): void {
  for (const end of ['', '-wal', '-shm']) rmSync(join(home, `tillbridge.db${end}`), { force: true });
}

describe('a web order that staff keyed into the till', () => {
  test('is counted once, as the website has it, where the sale names the order', async () => {
    const home = await smallShop({ customers, orders: [order] });
    home.addSale({ ...keyed, at: '2026-11-19 09:00:00', reference: 'WEB 1042' });
    await sync(home);
    const sales = [...home.sales()];
    expect(sales.map(([key]) => key)).toEqual([webKeyOf(home)]);
    expect(sales[0]?.[1]).toMatchObject({ channel: 'web', total: '89.00', contactExternalId: '10433' });
  });

  test('is recognised by customer, total and day where the sale says nothing', async () => {
    const home = await smallShop({ customers, orders: [order] });
    home.addSale(keyed);
    await sync(home);
    expect(home.sales().size).toBe(1);
    const [trail] = await home.with((agent) => agent.find('60115', new AbortController().signal));
    expect(trail).toMatchObject({
      kind: 'sale',
      key: webKeyOf(home),
      source: 'both',
      keyedOrder: { number: '1042', sale: '60115' },
    });
  });

  test('keeps the key under which it was sent first, whichever that is', async () => {
    const home = await smallShop({ customers, orders: [] });
    home.addSale({ ...keyed, at: '2026-11-20 17:00:00' });
    await sync(home);
    expect([...home.sales().keys()]).toEqual(['60115']);
    const ordered = home.website.sandbox.shoppers.checkout({
      sku: 'RING-1',
      email: 'ada@example.com',
      firstName: 'Ada',
      lastName: 'Lovelace',
    });
    home.till(`UPDATE SALESHD SET REFNO = 'WEB ${ordered?.orderNumber ?? ''}'`);
    await sync(home);
    expect([...home.sales()]).toMatchObject([['60115', { channel: 'web' }]]);
    // A database that was lost knows of neither, and asks the CRM.
    loseDatabase(home);
    await sync(home);
    expect([...home.sales().keys()]).toEqual(['60115']);
  });

  test('stays one sale when the till clears its old sales away', async () => {
    const home = await smallShop({ customers, orders: [order] });
    home.addSale({ ...keyed, reference: '1042' });
    await sync(home);
    home.till('DELETE FROM SALESLN', 'DELETE FROM SALESHD');
    await sync(home);
    expect([...home.sales().keys()]).toEqual([webKeyOf(home)]);
    const problems = await home.with(async (agent) => agent.problems.list({ state: 'open', kind: 'sale' }));
    expect(problems).toEqual([]);
  });

  test('is two sales again when the till’s sale turns out to be another one', async () => {
    const home = await smallShop({ customers, orders: [order] });
    home.addSale(keyed);
    await sync(home);
    expect(home.sales().size).toBe(1);
    home.till('UPDATE SALESHD SET TOTAL = 20', 'UPDATE SALESLN SET PRICE = 20, LNTOT = 20');
    await sync(home);
    expect([...home.sales()].map(([key, { total }]) => [key, total]).toSorted()).toEqual([
      ['60115', '20.00'],
      [webKeyOf(home), '89.00'],
    ]);
  });

  test('with another total is sent once, as the website has it, and staff are told until both agree', async () => {
    const home = await smallShop({ customers, orders: [order] });
    home.addSale({ ...keyed, total: '98.00', reference: '1042' });
    await sync(home);
    expect([...home.sales().values()]).toMatchObject([{ total: '89.00' }]);
    const open = () => home.with(async (agent) => agent.problems.list({ state: 'open', kind: 'sale' }));
    expect(await open()).toMatchObject([{ code: 'keyed_otherwise', key: webKeyOf(home) }]);
    home.till('UPDATE SALESHD SET TOTAL = 89', 'UPDATE SALESLN SET PRICE = 89, LNTOT = 89');
    await sync(home);
    expect(await open()).toEqual([]);
  });

  test('is no sale while nobody has paid, and is sent once somebody has', async () => {
    const home = await smallShop({ customers, orders: [{ ...order, paymentState: 'PENDING' }] });
    await sync(home);
    expect(home.sales().size).toBe(0);
    const [trail] = await home.with((agent) => agent.find(webKeyOf(home), new AbortController().signal));
    expect(trail?.steps.at(2)?.says).toContain('not paid yet');
    home.clock.now += 3_600_000;
    home.website.sandbox.staff.pay('1042');
    await sync(home);
    expect(home.sales().size).toBe(1);
  });
});

describe('a web order that was sent as a sale', () => {
  test('and cancelled since is a problem, because the CRM cannot take it back', async () => {
    const home = await smallShop({ customers, orders: [order] });
    await sync(home);
    expect(home.sales().size).toBe(1);
    home.clock.now += 3_600_000;
    home.website.sandbox.staff.setPaymentState('1042', 'VOIDED');
    home.website.sandbox.staff.cancel('1042');
    await sync(home);
    await sync(home);
    const open = await home.with(async (agent) => agent.problems.list({ state: 'open', kind: 'sale' }));
    expect(open).toMatchObject([{ code: 'cancelled_but_kept', key: webKeyOf(home) }]);
  });

  test('before staff keyed it in without saying so, and both were sent, is one sale again, and staff are told', async () => {
    const home = await smallShop({ customers: [], orders: [order] });
    home.addSale({ ...keyed, customer: null });
    await sync(home);
    expect(home.sales().size).toBe(2);
    home.till("UPDATE SALESHD SET REFNO = 'WEB 1042'");
    await sync(home);
    const open = await home.with(async (agent) => agent.problems.list({ state: 'open', kind: 'sale' }));
    expect(open).toMatchObject([{ code: 'counted_twice' }]);
  });
});
