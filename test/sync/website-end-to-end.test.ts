import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SampleShop } from '../../src/sandbox/shop/shop.ts';
import { nameOf } from '../../src/sandbox/shop/website/cast.ts';
import type { WebsiteTally, Who } from '../../src/sandbox/shop/website/tally.ts';
import type { HeldRecord } from '../../src/sandbox/genieai/store/contents.ts';
import { shopHome } from './shop-home.ts';

const pence = (text: unknown) => Math.round(Number(text) * 100);

/** What of the till alone would reach a destination: a sale waits for its customer. */
function sendableOf(till: SampleShop): { customers: ReadonlySet<string>; sales: ReadonlyMap<string, number> } {
  const blocked = new Set<string>();
  for (const { kind, key, severity } of till.faults()) if (severity === 'block') blocked.add(`${kind} ${key}`);
  for (const { key } of till.held()) blocked.add(`sale ${key}`);
  const customers = [...till.customers()].map(({ values }) => String(values.key));
  const sales = [...till.sales()].map(({ values }) => [String(values.key), pence(values.total)] as const);
  return {
    customers: new Set(customers.filter((key) => !blocked.has(`customer ${key}`))),
    sales: new Map(sales.filter(([key]) => !blocked.has(`sale ${key}`))),
  };
}

/** Everybody who ought to be a contact, as all that one person goes by. */
function peopleOf(tally: WebsiteTally, everybody: readonly Who[]): (readonly Who[])[] {
  const inPerson = new Set(tally.persons.flat().map(nameOf));
  return [...tally.persons, ...everybody.filter((who) => !inPerson.has(nameOf(who))).map((who) => [who])];
}

function keyOf({ externalId }: HeldRecord): string {
  return externalId ?? '';
}

test.each([300, 600])(
  'of a shop of %i customers every person, sale and penny of both sources is in the CRM once',
  async (size) => {
    const home = await shopHome({
      size,
      website: true,
      settings: { people: { sharedAddresses: ['counter@larkspur.example'] } },
    });
    const report = await home.sync();
    expect(report.run).toMatchObject({ outcome: 'completed' });
    const { sample } = home.website;
    const { tally } = sample;
    const { contacts, sales } = home.sandbox.state.contents();

    const sendable = sendableOf(sample.till);
    const content = sample.content();
    const emails = new Set(
      [...content.contacts, ...content.orders].flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()])),
    );
    const people = peopleOf(tally, [
      ...[...sendable.customers].map((key) => ({ source: 'till', key }) as const),
      ...[...emails].map((email) => ({ source: 'web', email }) as const),
    ]);
    const byKey = new Map(contacts.map((contact) => [keyOf(contact), contact]));
    const accountsOf = (person: readonly Who[]) =>
      person
        .flatMap((who) => (who.source === 'till' ? [who.key] : []))
        .toSorted((one, other) => Number(one) - Number(other));

    // Whoever is at the till has the lowest of their account numbers, and no other.
    for (const person of people) {
      const accounts = accountsOf(person);
      expect(accounts.filter((key) => byKey.has(key))).toEqual(accounts.slice(0, 1));
    }
    const onWebAlone = people.filter((person) => accountsOf(person).length === 0);
    expect(contacts.filter((contact) => keyOf(contact).startsWith('web-'))).toHaveLength(onWebAlone.length);
    expect(contacts).toHaveLength(people.length);

    // One contact carries an address that several give.
    for (const { email } of tally.contested)
      expect(contacts.filter(({ fields }) => fields['email'] === email)).toHaveLength(1);

    // A web order that staff keyed in is one sale; orders that came to nothing are none.
    const keyed = [...tally.pairsByReference, ...tally.pairsByLikeness, ...tally.otherTotals];
    const atTheTill = new Map(sendable.sales);
    for (const { sale } of keyed) atTheTill.delete(sale);
    const onTheWeb = tally.orders.filter(({ standing }) => standing === 'sale');
    expect(sales).toHaveLength(atTheTill.size + onTheWeb.length);
    const sum = [...atTheTill.values(), ...onTheWeb.map(({ total }) => total)].reduce((all, one) => all + one, 0);
    expect(sales.reduce((all, { fields }) => all + pence(fields['total']), 0)).toBe(sum);
    expect(sales.filter(({ fields }) => fields['channel'] === 'web')).toHaveLength(onTheWeb.length);

    // What the website must lose is off it at once; what it gets waits until a second look has borne it out.
    const counted = tally.matched.filter(({ shown }) => shown !== null);
    const shows = () => counted.map(({ sku }) => [sku, home.website.sandbox.state.stock(sku)]);
    expect(shows()).toEqual(counted.map(({ sku, due, shown }) => [sku, Math.min(due, shown ?? due)]));
    const before = home.sandbox.state.contents();
    home.clock.now += 15 * 60_000;
    await home.sync();
    expect(shows()).toEqual(counted.map(({ sku, due }) => [sku, due]));
    expect(home.sandbox.state.contents()).toEqual(before);
  },
  60_000,
);

test('a database that is lost leaves every person, every sale and the website’s stock as they were', async () => {
  const home = await shopHome({ website: true });
  const settle = async () => {
    await home.sync();
    home.clock.now += 15 * 60_000;
    await home.sync();
  };
  await settle();
  const contents = home.sandbox.state.contents();
  const stock = () => home.website.sample.tally.matched.map(({ sku }) => [sku, home.website.sandbox.state.stock(sku)]);
  const before = stock();
  for (const end of ['', '-wal', '-shm']) rmSync(join(home.home, `tillbridge.db${end}`), { force: true });
  await settle();
  expect(home.sandbox.state.contents()).toEqual(contents);
  expect(stock()).toEqual(before);
}, 60_000);
