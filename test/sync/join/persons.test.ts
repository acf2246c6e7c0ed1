import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectToAddUp } from '../account-sums.ts';
import { shopHome } from '../shop-home.ts';
import { billingOf, smallShop, type SmallShop } from './small-shop.ts';

const ada = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' };
const adaAtTheTill = { ACNO: '10433', FNAME: 'Ada', SNAME: 'Lovelace', EMail: 'Ada@Example.com' };

const orderOfAda = {
  orderNumber: '1042',
  email: ada.email,
  createdOn: '2026-11-18T10:00:00.000Z',
  billing: billingOf('Ada', 'Lovelace'),
};

/** Runs, and expects the sums to be right. */
async function sync(home: SmallShop): Promise<void> {
  home.clock.now += 60_000;
  const report = await home.sync();
  expect(report.run).toMatchObject({ outcome: 'completed' });
  expectToAddUp(report);
}

function onlyContact(home: SmallShop): readonly [string, Readonly<Record<string, unknown>>] {
  const contacts = [...home.contacts()];
  expect(contacts.length).toBe(1);
  return contacts[0] ?? expect.fail('there is no contact');
}

describe('a customer of the till and the website', () => {
  test('is one contact, with both channels, under the till’s number', async () => {
    const home = await smallShop({
      customers: [adaAtTheTill],
      contacts: [ada],
      orders: [
        {
          orderNumber: '1042',
          email: 'ADA@example.com',
          createdOn: '2026-11-18T10:00:00.000Z',
          billing: billingOf('A', 'Lovelace'),
        },
      ],
    });
    home.addSale({ key: 7, customer: '10433', at: '2026-11-10 11:00:00', total: '20.00' });
    await sync(home);
    const [key, contact] = onlyContact(home);
    expect(key).toBe('10433');
    expect(contact).toMatchObject({
      email: 'Ada@example.com',
      sources: ['pos', 'web'],
      lastPurchaseAt: '2026-11-18T10:00:00.000Z',
    });
    const sales = [...home.sales().values()];
    expect(sales.map(({ contactExternalId }) => contactExternalId)).toEqual(['10433', '10433']);
    expect(sales.map(({ channel }) => channel).toSorted()).toEqual(['pos', 'web']);
  });

  test('who was known from the website first stays the same contact after registering at the till', async () => {
    const home = await smallShop({
      contacts: [ada],
      orders: [orderOfAda],
    });
    await sync(home);
    const [key, before] = onlyContact(home);
    expect(before).toMatchObject({ sources: ['web'] });
    home.addCustomer({ ...adaAtTheTill, ADDR1: '1 High Street', TOWN: 'Bury', PCODE: 'IP33 1AB' });
    home.addSale({ key: 7, customer: '10433', at: '2026-11-20 17:00:00', total: '20.00' });
    await sync(home);
    const [after, contact] = onlyContact(home);
    expect(after).toBe(key);
    expect(contact).toMatchObject({ sources: ['pos', 'web'], mobile: '+447700900123' });
    expect([...home.sales().values()].map(({ contactExternalId }) => contactExternalId)).toEqual([key, key]);
  });

  test('is the same contact after our own database was lost, whichever key the CRM has', async () => {
    const home = await smallShop({ contacts: [ada] });
    await sync(home);
    home.addCustomer(adaAtTheTill);
    await sync(home);
    const [key] = onlyContact(home);
    expect(key).toMatch(/^web-/);
    for (const end of ['', '-wal', '-shm']) rmSync(join(home.home, `tillbridge.db${end}`), { force: true });
    await sync(home);
    expect(onlyContact(home)[0]).toBe(key);
    await sync(home);
    expect(onlyContact(home)[0]).toBe(key);
  });

  test('stays two after a lost database, until that is taken back', async () => {
    const home = await smallShop({ customers: [adaAtTheTill], contacts: [ada], orders: [orderOfAda] });
    await sync(home);
    await home.with(async (agent) => agent.people.split('10433', ada.email, 'mother and daughter'));
    await sync(home);
    expect(home.contacts().size).toBe(2);
    for (const end of ['', '-wal', '-shm']) rmSync(join(home.home, `tillbridge.db${end}`), { force: true });
    await sync(home);
    await sync(home);
    expect(home.contacts().size).toBe(2);
    await home.with(async (agent) => {
      expect(agent.people.said()).toMatchObject([{ are: 'two', because: 'mother and daughter' }]);
      expect(agent.people.undo('10433', ada.email)).toBe(true);
    });
    await sync(home);
    expect(home.contacts().size).toBe(1);
  });

  test('is two contacts once somebody says so, and one again when that is taken back', async () => {
    const home = await smallShop({
      customers: [adaAtTheTill],
      contacts: [ada],
      orders: [orderOfAda],
    });
    await sync(home);
    onlyContact(home);
    await home.with(async ({ people }) => people.split('10433', ada.email, 'mother and daughter'));
    await sync(home);
    const contacts = home.contacts();
    expect([...contacts.keys()].toSorted()).toEqual(['10433', expect.stringMatching(/^web-/)]);
    expect([...home.sales().values()].map(({ contactExternalId }) => contactExternalId)).toEqual([
      expect.stringMatching(/^web-/),
    ]);
    // Only one of them can carry the address.
    expect([...contacts.values()].filter(({ email }) => email)).toHaveLength(1);
    await home.with(async ({ people }) => people.undo('10433', ada.email));
    await sync(home);
    expect(onlyContact(home)[0]).toBe('10433');
  });

  test('that are found to be one when both are at the CRM are merged there, and their sales go along', async () => {
    const home = await smallShop({
      customers: [{ ACNO: '10433', FNAME: 'Ada', SNAME: 'Lovelace', MOB: '07700 900456' }],
      contacts: [ada],
      orders: [orderOfAda],
    });
    await sync(home);
    expect(home.contacts().size).toBe(2);
    home.till(`UPDATE CUST SET "EMail" = 'ada@example.com' WHERE ACNO = '10433'`);
    await sync(home);
    const [key, contact] = onlyContact(home);
    expect(key).toBe('10433');
    expect(contact).toMatchObject({ email: 'ada@example.com', sources: ['pos', 'web'] });
    expect([...home.sales().values()].map(({ contactExternalId }) => contactExternalId)).toEqual(['10433']);
    await sync(home);
    onlyContact(home);
  });

  test('of whom nothing is left anywhere is put away after the days of grace', async () => {
    const home = await smallShop({ customers: [adaAtTheTill], contacts: [ada] });
    await sync(home);
    home.till('DELETE FROM CUST');
    home.website.sandbox.staff.deleteContact(home.website.sandbox.state.contacts.all()[0]?.id ?? '');
    await sync(home);
    expect(home.contacts().size).toBe(1);
    home.clock.now += 8 * 86_400_000;
    await sync(home);
    expect(home.contacts().size).toBe(0);
  });
});

describe('two customers of the till with one e-mail address', () => {
  test('are one contact and one problem where their names agree', async () => {
    const home = await smallShop({
      customers: [adaAtTheTill, { ACNO: '10871', FNAME: 'A', SNAME: 'Lovelace', EMail: 'ada@example.com' }],
    });
    await sync(home);
    expect(onlyContact(home)[0]).toBe('10433');
    const problems = await home.with(async (agent) => agent.problems.list({ state: 'open', kind: 'customer' }));
    expect(problems).toMatchObject([{ key: '10433', code: 'two_customers', value: '10433, 10871', severity: 'warn' }]);
    expect(problems[0]?.detail).toContain('ada@example.com');
  });

  test('are two contacts where their names differ; one carries the address, and a problem names the other', async () => {
    const home = await smallShop({
      customers: [
        adaAtTheTill,
        { ACNO: '10871', FNAME: 'Tom', SNAME: 'Byron', EMail: 'ada@example.com', MOB: '07700 900555' },
      ],
    });
    await sync(home);
    const contacts = home.contacts();
    expect([...contacts.keys()].toSorted()).toEqual(['10433', '10871']);
    expect(contacts.get('10433')?.['email']).toBe('Ada@example.com');
    expect(contacts.get('10871')?.['email']).toBeUndefined();
    const problems = await home.with(async (agent) => agent.problems.list({ state: 'open', rule: 'duplicate_email' }));
    expect(problems.find(({ key }) => key === '10871')?.detail).toBe('Ada Lovelace (10433) keeps it.');
    expect(problems.find(({ key }) => key === '10433')?.detail).toContain('Tom Byron (10871) goes without it.');
  });
});

describe('what the shop wants joined', () => {
  test('is nobody of the till where it says never; the website’s own customers are still one each', async () => {
    const home = await smallShop({
      customers: [adaAtTheTill, { ...adaAtTheTill, ACNO: '10871' }],
      contacts: [ada],
      orders: [orderOfAda],
      settings: { people: { join: 'never' } },
    });
    await sync(home);
    expect([...home.contacts().keys()].toSorted()).toEqual(['10433', '10871', expect.stringMatching(/^web-/)]);
  });

  test('is everybody of the till, also without a website, where it says always', async () => {
    const home = await shopHome({ settings: { people: { join: 'always' } } });
    const [contact] = home.sandbox.state.contacts.all();
    expect(contact).toBeUndefined();
    home.till(
      `INSERT INTO CUST (ACNO, FNAME, SNAME, "EMail") VALUES ('90001', 'Ada', 'Lovelace', 'ada@example.com')`,
      `INSERT INTO CUST (ACNO, FNAME, SNAME, "EMail") VALUES ('90002', 'A', 'Lovelace', 'ada@example.com')`,
    );
    const report = await home.sync();
    expectToAddUp(report);
    expect(home.sandbox.state.contacts.byExternalId('90001')).toBeDefined();
    expect(home.sandbox.state.contacts.byExternalId('90002')).toBeUndefined();
    expect(home.sandbox.state.contacts.byExternalId('90001')?.fields['sources']).toEqual(['pos']);
  });
});
