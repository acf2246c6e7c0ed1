import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Identity, Member, Saying } from '../../src/identity/person.ts';
import type { Instant } from '../../src/model/ids.ts';
import { joinedKeys, keysOf, member, nameOf, newIdentityInMemory } from './identity-home.ts';

/** So few values that everybody has something in common with somebody, and chains with contradictions come by themselves. */
const customer = fc.record(
  {
    firstName: fc.constantFrom('Ann', 'A.', 'Bob', 'Robert', 'Beth', ''),
    lastName: fc.constantFrom('Smith', 'Smith-Jones', 'Jones'),
    email: fc.constantFrom('one@example.com', 'two@example.com', 'three@example.com', 'info@example.com', null),
    mobile: fc.constantFrom('+447700900001', '+447700900002', null),
    line1: fc.constantFrom('1 High Street', '2 High Street', null),
    postcode: fc.constantFrom('IP33 1AA', null),
    birthday: fc.constantFrom('1980-01-02', '1981-03-04', null, null, null),
  },
  { noNullPrototype: true },
);
const key = fc.constantFrom('1', '2', '10', '11', 'web-1', 'web-2', 'web-3', 'web-e-1');
const put = fc.tuple(key, customer).map(([of, { birthday, ...fields }]) => ({
  does: 'put' as const,
  member: member(of, { ...fields, ...(birthday !== null && { birthday }) }),
}));
const drop = key.map((of) => ({ does: 'drop' as const, key: of }));
const settle = fc.constantFrom(1, 2, Number.POSITIVE_INFINITY).map((limit) => ({ does: 'settle' as const, limit }));
const say = fc
  .tuple(key, key, fc.constantFrom('one', 'two'), fc.integer({ min: 10, max: 59 }))
  .filter(([one, other]) => one !== other)
  .map(([one, other, are, second]) => ({ does: 'say' as const, one, other, are, second }) as const);
const unsay = fc
  .tuple(key, key)
  .filter(([one, other]) => one !== other)
  .map(([one, other]) => ({ does: 'unsay' as const, one, other }));
const step = fc.oneof(
  { arbitrary: put, weight: 8 },
  { arbitrary: drop, weight: 2 },
  { arbitrary: settle, weight: 3 },
  { arbitrary: say, weight: 1 },
  { arbitrary: unsay, weight: 1 },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

function take(identity: Identity, does: Step): void {
  switch (does.does) {
    case 'put':
      identity.put(does.member);
      break;
    case 'drop':
      identity.drop(nameOf(does.key));
      break;
    case 'settle':
      identity.settle(does.limit);
      break;
    case 'say':
      identity.say(sayingOf(does));
      break;
    case 'unsay':
      identity.unsay(nameOf(does.one), nameOf(does.other));
      break;
  }
}

function sayingOf({ one, other, are, second }: Extract<Step, { does: 'say' }>): Saying {
  const at = `2026-11-20T09:00:${second}.000Z` as Instant;
  return { one: nameOf(one), other: nameOf(other), are, because: 'Said at the counter.', at };
}

/** Who belongs together, whatever key they go under. */
function groups(identity: Identity): string[] {
  return joinedKeys(identity)
    .map((keys) => keys.split(' ').toSorted().join(' '))
    .toSorted();
}

function settleAll(identity: Identity, limit?: number): void {
  for (let rounds = 0; identity.settle(limit).more; rounds++) expect(rounds).toBeLessThan(1000);
}

/** The customers who are there after these steps. */
function leftAfter(steps: readonly Step[]): Member[] {
  const left = new Map<string, Member>();
  for (const each of steps) {
    if (each.does === 'put') left.set(each.member.key, each.member);
    if (each.does === 'drop') left.delete(each.key);
  }
  return [...left.values()];
}

test('who is one person depends on the customers and on what was said, never on how it came to be so', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.integer(), (steps, seed) => {
      const lived = newIdentityInMemory();
      for (const each of steps) take(lived, each);
      settleAll(lived, 3);
      const fresh = newIdentityInMemory();
      for (const saying of lived.sayings()) fresh.say(saying);
      const left = leftAfter(steps);
      const turn = left.length > 0 ? Math.abs(seed) % left.length : 0;
      for (const each of [...left.slice(turn), ...left.slice(0, turn)].toReversed()) fresh.put(each);
      settleAll(fresh);
      expect(groups(lived)).toEqual(groups(fresh));
      for (const each of left) {
        const person = lived.personOf(each);
        expect(person?.members.map(({ key: of }) => of)).toContain(person?.key);
        expect(person).toEqual(person && lived.person(person.key));
        expect(person?.evidence).toEqual(fresh.personOf(each)?.evidence);
      }
      lived.database.close();
      fresh.database.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('what settling says is what happened', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const identity = newIdentityInMemory();
      /** What somebody who only listens believes: the persons, by key. */
      const believed = new Map<string, string>();
      const listen = (limit?: number) => {
        const { changed, retired, moved, more } = identity.settle(limit);
        const before = new Map([...believed].flatMap(([of, all]) => all.split(' ').map((each) => [each, of])));
        for (const { key: of } of retired) believed.delete(of);
        for (const of of changed) {
          const person = identity.person(of);
          expect(person, `${of} is said to have changed`).toBeDefined();
          if (person) believed.set(of, keysOf(person));
        }
        for (const { key: of, into } of retired) {
          expect(identity.person(of)).toBeUndefined();
          if (into !== null) expect(identity.person(into)).toBeDefined();
        }
        const after = new Map([...believed].flatMap(([of, all]) => all.split(' ').map((each) => [each, of])));
        const differing = [...after].filter(([of, lead]) => before.has(of) && before.get(of) !== lead);
        expect(moved.map(({ key: of }) => of)).toEqual(expect.arrayContaining(differing.map(([of]) => of)));
        return more;
      };
      for (const each of steps) {
        if (each.does === 'settle') listen(each.limit);
        else take(identity, each);
      }
      for (let rounds = 0; listen(2); rounds++) expect(rounds).toBeLessThan(1000);
      const persons = leftAfter(steps).flatMap((each) => identity.personOf(each) ?? []);
      expect(Object.fromEntries(believed)).toEqual(Object.fromEntries(persons.map((each) => [each.key, keysOf(each)])));
      expect(identity.settle()).toEqual({ changed: [], retired: [], moved: [], more: false });
      identity.database.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('settling a little at a time gives everybody the key that they would have got at once', () => {
  fc.assert(
    fc.property(fc.array(put, { maxLength: 20 }), fc.integer({ min: 1, max: 4 }), (puts, limit) => {
      const [little, once] = [newIdentityInMemory(), newIdentityInMemory()];
      for (const each of puts) for (const identity of [little, once]) take(identity, each);
      settleAll(little, limit);
      settleAll(once);
      expect(joinedKeys(little)).toEqual(joinedKeys(once));
      little.database.close();
      once.database.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('splitting what is joined and taking that back, or dropping a customer and putting them back, changes nobody', () => {
  fc.assert(
    fc.property(fc.array(put, { minLength: 4, maxLength: 20 }), fc.nat(), (puts, pick) => {
      const identity = newIdentityInMemory();
      for (const each of puts) take(identity, each);
      settleAll(identity);
      const before = groups(identity);
      const all = leftAfter(puts);
      const [one, other] = [all[pick % all.length], all[(pick + 1) % all.length]];
      if (!one || !other || one === other) return;
      identity.say(sayingOf({ does: 'say', one: one.key, other: other.key, are: 'two', second: 30 } as never));
      settleAll(identity);
      expect(identity.personOf(one)?.members).not.toContainEqual(nameOf(other.key));
      identity.unsay(other, one);
      settleAll(identity);
      expect(groups(identity)).toEqual(before);
      identity.drop(one);
      settleAll(identity);
      identity.put(one);
      settleAll(identity);
      expect(groups(identity)).toEqual(before);
      for (const each of all) identity.put(each);
      expect(identity.settle().retired).toEqual([]);
      expect(groups(identity)).toEqual(before);
      identity.database.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);
