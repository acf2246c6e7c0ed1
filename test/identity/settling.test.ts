import { describe, expect, test } from 'vitest';
import { createIdentity } from '../../src/identity/identity.ts';
import type { Instant } from '../../src/model/ids.ts';
import { joinedKeys, member, newIdentity, saying } from './identity-home.ts';

const ada = { firstName: 'Ada', lastName: 'Lovelace' };

describe('what many share', () => {
  const sharing = (count: number) =>
    Array.from({ length: count }, (_, at) => member(String(at + 1), { ...ada, email: 'ada@example.com' }));

  test('joins nobody once too many have it, and those again whom it joined when it is fewer', () => {
    const identity = newIdentity();
    for (const each of sharing(30)) identity.put(each);
    identity.settle();
    expect(joinedKeys(identity)).toHaveLength(1);
    expect(identity.shared()).toEqual([]);
    const last = member('31', { ...ada, email: 'ada@example.com' });
    identity.put(last);
    expect(identity.settle().changed).toHaveLength(31);
    expect(joinedKeys(identity)).toEqual([]);
    expect(identity.shared()).toEqual([{ value: 'ada@example.com', customers: 31 }]);
    identity.drop(last);
    identity.settle();
    expect(joinedKeys(identity)).toHaveLength(1);
    expect(identity.shared()).toEqual([]);
  });

  test('is told, and follows the settings', () => {
    const identity = newIdentity();
    for (const each of sharing(2)) identity.put(each);
    identity.put(member('90', { ...ada, email: 'none@example.com' }));
    identity.settle();
    expect(joinedKeys(identity)).toEqual(['1 2']);
    const stricter = createIdentity(identity.database, { sharedAddresses: ['ADA@example.com'] });
    expect(stricter.settle().changed).toEqual(['1', '2']);
    expect(joinedKeys(stricter)).toEqual([]);
    expect(stricter.shared()).toEqual([
      { value: 'ada@example.com', customers: 2 },
      { value: 'none@example.com', customers: 1 },
    ]);
    identity.settle();
    expect(joinedKeys(identity)).toEqual(['1 2']);
  });
});

test('a customer in whom nothing changed that is compared is told of, and nobody is looked at for it', () => {
  const identity = newIdentity();
  for (const key of ['7', '8']) identity.put(member(key, { ...ada, email: 'ada@example.com' }));
  identity.settle();
  identity.put(member('8', { ...ada, email: 'ada@example.com', notes: 'Prefers silver.' }));
  expect(identity.settle()).toEqual({ changed: ['7'], retired: [], moved: [], more: false });
  expect(identity.settle()).toEqual({ changed: [], retired: [], moved: [], more: false });
});

test('what is rolled back never was', () => {
  const identity = newIdentity();
  identity.put(member('7', { ...ada, email: 'ada@example.com' }));
  identity.settle();
  const settleAndFail = identity.database.transaction(() => {
    identity.put(member('8', { ...ada, email: 'ada@example.com' }));
    identity.say({ ...saying('7', '8', { are: 'one' }), at: '2026-11-21T00:00:00.000Z' as Instant });
    identity.settle();
    throw new Error('the power goes');
  });
  expect(settleAndFail).toThrow('the power goes');
  expect(identity.settle()).toEqual({ changed: [], retired: [], moved: [], more: false });
  expect(joinedKeys(identity)).toEqual([]);
  identity.put(member('8', { ...ada, email: 'ada@example.com' }));
  identity.settle();
  expect(joinedKeys(identity)).toEqual(['7 8']);
});

test('customers who were joined by other rules are joined anew, and keep their keys', () => {
  const identity = newIdentity();
  for (const key of ['7', 'web-1']) identity.put(member(key, { ...ada, email: 'ada@example.com' }));
  identity.put(member('8', { ...ada }));
  identity.settle();
  identity.rename('7' as never, 'web-1' as never);
  identity.database.exec("UPDATE identity_mark SET value = 'of before' WHERE name = 'rules'");
  expect(identity.settle().retired).toEqual([]);
  expect(joinedKeys(identity)).toEqual(['web-1 7']);
  // Whoever comes now still meets them.
  identity.put(member('9', { ...ada, email: 'ada@example.com' }));
  identity.settle();
  expect(joinedKeys(identity)).toEqual(['web-1 7 9']);
});
