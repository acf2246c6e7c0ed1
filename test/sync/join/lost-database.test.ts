import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRandom } from '../../../src/sandbox/seeded-random.ts';
import { expectToAddUp } from '../account-sums.ts';
import { smallShop, type SmallShop } from './small-shop.ts';

const people = [
  { FNAME: 'Ada', SNAME: 'Lovelace', email: 'ada@example.com' },
  { FNAME: 'Tom', SNAME: 'Byron', email: 'tom@example.com' },
  { FNAME: 'Joan', SNAME: 'Marlowe', email: 'joan@example.com' },
] as const;

/** What the CRM has: everybody by key, and whose each sale is. */
function atTheCrm(home: SmallShop) {
  const sales = [...home.sales()].map(([key, { contactExternalId, total }]) => [key, contactExternalId, total]);
  return { contacts: [...home.contacts().keys()].toSorted(), sales: sales.toSorted() };
}

test.each([1, 2])('a database that was lost after many days finds the same persons at the CRM (%i)', async (seed) => {
  const random = createRandom(seed);
  const home = await smallShop({});
  const below = (count: number): number => Math.floor(random() * count);
  for (let day = 0; day < 8; day++) {
    home.clock.now += 86_400_000;
    const { email, ...name } = people[below(people.length)] ?? people[0];
    if (below(2) === 0)
      home.addCustomer({ ...name, ACNO: String(10_400 + day), EMail: email, MOB: `07700 90010${day}` });
    else home.website.sandbox.shoppers.checkout({ sku: 'RING-1', email, firstName: name.FNAME, lastName: name.SNAME });
    if (below(3) === 0) home.till(`DELETE FROM CUST WHERE ACNO = '${10_400 + below(day + 1)}'`);
    expectToAddUp(await home.sync({ allow: ['mass-deletion', 'empty-read', 'wrong-database'] }));
  }
  home.clock.now += 9 * 86_400_000;
  expectToAddUp(await home.sync());
  const before = atTheCrm(home);
  for (const end of ['', '-wal', '-shm']) rmSync(join(home.home, `tillbridge.db${end}`), { force: true });
  expectToAddUp(await home.sync());
  expect(atTheCrm(home)).toEqual(before);
});

test('a key that was withdrawn before the CRM could be asked needs the owner, and is asked no more in that run', async () => {
  const home = await smallShop({ customers: [{ ACNO: '10400', SNAME: 'Lovelace', EMail: 'ada@example.com' }] });
  home.website.sandbox.shoppers.checkout({
    sku: 'RING-1',
    email: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'Lovelace',
  });
  expectToAddUp(await home.sync());
  const before = atTheCrm(home);
  for (const end of ['', '-wal', '-shm']) rmSync(join(home.home, `tillbridge.db${end}`), { force: true });
  home.sandbox.faults.add({ kind: 'answer', status: 401, format: 'json', times: null });
  const calls = home.sandbox.calls.length;
  const report = await home.sync();
  expect(report.run).toMatchObject({ outcome: 'failed', errorReason: 'settings' });
  expect(home.sandbox.calls.length - calls).toBe(1);
  const status = await home.with(async (agent) => agent.status());
  expect(status).toMatchObject({ state: 'needs-you', sentence: expect.stringContaining('GenieAI') as string });
  home.sandbox.faults.clear();
  expectToAddUp(await home.sync());
  expect((await home.with(async (agent) => agent.status())).state).not.toBe('needs-you');
  expect(atTheCrm(home)).toEqual(before);
});
