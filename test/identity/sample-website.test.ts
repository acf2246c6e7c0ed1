import { expect, test } from 'vitest';
import type { Member, MemberName } from '../../src/identity/person.ts';
import { customerFields } from '../../src/model/customer.ts';
import type { TillKey } from '../../src/model/ids.ts';
import { atTill, nameOf as nameOfWho } from '../../src/sandbox/shop/website/cast.ts';
import type { Who } from '../../src/sandbox/shop/website/tally.ts';
import { createSampleShop } from '../../src/sandbox/shop/shop.ts';
import { createSampleWebsite, type SampleWebsite } from '../../src/sandbox/shop/website/website.ts';
import type { SiteAddress } from '../../src/sandbox/squarespace/site.ts';
import { createRecordReader } from '../../src/validation/read/record-reader.ts';
import { newIdentity } from './identity-home.ts';

const shop = { country: 'GB', timeZone: 'Europe/London', currency: 'GBP' as never };
const read = createRecordReader({ kind: 'customer', fields: customerFields, shop, cleaning: { capitals: false } });

type Values = Readonly<Partial<Record<string, string | number | boolean | null>>>;

/** A customer as a source's rows have them. */
function rowOf(key: string, values: Values): Member {
  const cells = customerFields.map((field) => values[field]?.toString() ?? null);
  const isWeb = key.startsWith('web-');
  return {
    source: isWeb ? 'squarespace' : 'till',
    key: key as TillKey,
    channel: isWeb ? 'web' : 'pos',
    customer: read(key, cells).record,
  };
}

function addressCells(address: SiteAddress | undefined): Values {
  if (!address) return {};
  const { address1, address2, city, countryCode, postalCode, phone } = address;
  return { line1: address1, line2: address2, town: city, country: countryCode, postcode: postalCode, phone };
}

/** Everybody of the till, every contact of the website, and whoever ordered there, with the customer of the tally that each is. */
function* everybody(site: SampleWebsite): Generator<{ readonly member: Member; readonly who: Who }> {
  const { contacts, orders } = site.content();
  for (const { values } of site.till.customers()) {
    const key = String(values.key);
    yield { member: rowOf(key, values), who: { source: 'till', key } };
  }
  for (const [index, { email, firstName, lastName, address }] of contacts.entries()) {
    const cells = { email, firstName, lastName, ...addressCells(address) };
    yield { member: rowOf(`web-${index}`, cells), who: { source: 'web', email: email.toLowerCase() } };
  }
  const buyers = new Map(orders.flatMap((order) => (order.email === null ? [] : [[order.email.toLowerCase(), order]])));
  for (const [email, { billing }] of buyers) {
    const names = billing && { firstName: billing.firstName, lastName: billing.lastName };
    yield {
      member: rowOf(`web-e-${email}`, { email, ...names, ...addressCells(billing) }),
      who: { source: 'web', email },
    };
  }
}

/** Joins everybody of a sample shop with a website, and tells who is who. */
function joinSample(size: number) {
  const site = createSampleWebsite(createSampleShop({ size }));
  const settings = site.tally.sharedAddresses.filter(({ knownBy }) => knownBy === 'setting');
  const identity = newIdentity(settings.map(({ email }) => email));
  const membersOf = new Map<string, MemberName[]>();
  identity.database.transaction(() => {
    for (const { member, who } of everybody(site)) {
      identity.put(member);
      membersOf.set(nameOfWho(who), [...(membersOf.get(nameOfWho(who)) ?? []), member]);
    }
    identity.settle();
  })();
  const personsOf = (who: Who): string[] =>
    (membersOf.get(nameOfWho(who)) ?? []).flatMap((name) => identity.personOf(name)?.key ?? []);
  const whoIs = new Map([...membersOf].flatMap(([who, names]) => names.map(({ key }) => [key, who] as const)));
  return { tally: site.tally, identity, personsOf, whoIs };
}

function pairText(one: Who, other: Who): string {
  return [nameOfWho(one), nameOfWho(other)].toSorted().join(' = ');
}

test.each([300, 1000, 12_000])(
  'of a shop of %i customers and its website everybody is found, and nobody else',
  (size) => {
    const { tally, identity, personsOf, whoIs } = joinSample(size);
    const areOne = ({ one, other }: { readonly one: Who; readonly other: Who }): boolean =>
      personsOf(one).some((key) => personsOf(other).includes(key));

    // No trap joins two people, and two cards at the till are one person just where their names agree.
    expect(tally.nonJoins.filter(areOne)).toEqual([]);
    const cards = tally.twoAtTheTill.map(({ one, other, agree }) => ({
      one: atTill(one),
      other: atTill(other),
      agree,
    }));
    expect(cards.filter((two) => areOne(two) !== two.agree)).toEqual([]);

    // Whoever is joined is one person.
    const known = new Set(
      tally.persons.flatMap((all) => all.flatMap((one) => all.map((other) => pairText(one, other)))),
    );
    for (const { one, other } of tally.either) known.add(pairText(one, other));
    const joined = identity.joined('', 1_000_000).flatMap(({ members }) => {
      const names = [...new Set(members.map(({ key }) => whoIs.get(key) ?? key))].toSorted();
      return names.flatMap((one, place) => names.slice(place + 1).map((other) => `${one} = ${other}`));
    });
    expect(joined.filter((pair) => !known.has(pair))).toEqual([]);

    // Of those who are one person, 98 in 100 are found.
    const missed = tally.joins.filter((join) => !areOne(join));
    expect(1 - missed.length / tally.joins.length).toBeGreaterThanOrEqual(0.98);

    // What everybody gives is known to be nobody's.
    const shared = identity.shared().map(({ value }) => value);
    for (const { email } of tally.sharedAddresses) expect(shared).toContain(email);
  },
  60_000,
);
