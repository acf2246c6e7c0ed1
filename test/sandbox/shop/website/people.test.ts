import { describe, expect, test } from 'vitest';
import { toE164 } from '../../../../src/model/phone-number.ts';
import type { Who } from '../../../../src/sandbox/shop/website/tally.ts';
import { eachOnce, lookAt, sizes } from './look-at.ts';

describe.each(sizes)('the website of a shop of %i customers', (size) => {
  const { shop, till, tally, contacts, orders, customers, sales } = lookAt(size);

  test('knows people under every spelling, and sets every trap', () => {
    expect(eachOnce(tally.joins.map(({ by, how }) => `${by}: ${how}`))).toEqual([
      'address: another e-mail address, the same house',
      'address: another e-mail address, the same house in capitals',
      'address: no e-mail address at the till, the same house',
      'email: accents and apostrophes',
      'email: an address of before',
      'email: capitals',
      'email: first and last name changed over',
      'email: hyphen',
      'email: initial for the first name',
      'email: nothing but the website',
      'email: one letter left out',
      'email: short form of the first name',
      'email: small letters',
      'email: two cards at the till',
      'phone: another e-mail address, the same telephone',
      'phone: two addresses on the website',
    ]);
    expect(eachOnce(tally.nonJoins.map(({ trap }) => trap))).toEqual([
      'a couple with one e-mail address',
      'a couple with one initial',
      'family e-mail address',
      'father and son',
      'father and son of one name',
      'one address for everybody',
      'one telephone for an office',
      'same name, another person',
      'sisters with names alike',
    ]);
    expect(eachOnce(tally.sharedAddresses.map(({ knownBy }) => knownBy))).toEqual(['form', 'setting']);
    expect(eachOnce(tally.twoAtTheTill.map(({ agree }) => String(agree)))).toEqual(['false', 'true']);
  });

  test('everybody in the tally is somewhere', () => {
    const emails = new Set([...contacts, ...orders].map(({ email }) => email?.toLowerCase()));
    const isSomewhere = (who: Who) => (who.source === 'till' ? customers.has(who.key) : emails.has(who.email));
    const named = [...tally.joins, ...tally.nonJoins, ...tally.either].flatMap(({ one, other }) => [one, other]);
    expect(named.filter((who) => !isSomewhere(who))).toEqual([]);
    expect(tally.twoAtTheTill.filter(({ one, other }) => !customers.has(one) || !customers.has(other))).toEqual([]);
  });

  test('nobody is in two persons, and no trap is inside one', () => {
    const person = new Map<string, number>();
    tally.persons.forEach((members, place) => {
      for (const who of members) {
        expect(person.has(JSON.stringify(who))).toBe(false);
        person.set(JSON.stringify(who), place);
      }
    });
    const personOf = (who: Who) => person.get(JSON.stringify(who));
    expect(tally.joins.filter(({ one, other }) => personOf(one) !== personOf(other))).toEqual([]);
    const caught = tally.nonJoins.filter(
      ({ one, other }) => personOf(one) !== undefined && personOf(one) === personOf(other),
    );
    expect(caught).toEqual([]);
  });

  test('has one contact for an e-mail address', () => {
    const emails = contacts.map(({ email }) => email.toLowerCase());
    expect(new Set(emails).size).toBe(emails.length);
  });

  test('who is known by telephone has the same number in both, and no other customer has it', () => {
    const numbers = new Map(
      [...customers].map(([key, { values }]) => [
        key,
        [values.phone, values.mobile].map((typed) => toE164(String(typed ?? ''), 'GB')),
      ]),
    );
    const written = [...contacts.map((each) => each.address), ...orders.map((each) => each.billing)];
    const phones = new Set(written.map((address) => toE164(address?.phone ?? '', 'GB')));
    for (const { one, by } of tally.joins) {
      if (by !== 'phone' || one.source !== 'till') continue;
      const [number] = numbers.get(one.key) ?? [];
      expect(phones).toContain(number);
      expect([...numbers].filter(([, all]) => all.includes(number)).map(([key]) => key)).toEqual([one.key]);
    }
  });

  test('no number and no address in it is anybody’s', () => {
    const drama = /^\+44(?:(?:11[4568]|121|141|151)4960|1914980|2896496|2920180|3069990)\d{3}$/;
    const addresses = [...contacts.map((each) => each.address), ...orders.map((each) => each.billing)];
    const numbers = addresses.flatMap((address) => (address?.phone === undefined ? [] : [toE164(address.phone, 'GB')]));
    expect(numbers.filter((number) => !drama.test(number ?? ''))).toEqual([]);
    const emails = [...contacts, ...orders].flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()]));
    expect(emails.filter((email) => !/@(?:example\.(?:com|org|net)|[a-z-]+\.example)$/.test(email))).toEqual([]);
  });

  test('the till has its own rows as they were, and a few besides', () => {
    const isPlain = new Set([...shop.customers()].map(({ values }) => String(values.key)));
    const plain = [...customers.values()].filter(({ values }) => isPlain.has(String(values.key)));
    expect(plain).toEqual([...shop.customers()]);
    expect(customers.size).toBe([...till.customers()].length);
    expect(sales.size).toBe([...till.sales()].length);
    expect([...till.sales()].at(-1)?.values.key).toBe(100_000 + shop.frame.sales);
  });
});
