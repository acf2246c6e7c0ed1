import { describe, expect, test } from 'vitest';
import { joinedKeys, keysOf, member, nameOf, newIdentity, saying } from './identity-home.ts';

const ada = { firstName: 'Ada', lastName: 'Lovelace' };
const house = { line1: '12 High Street', postcode: 'IP33 1AA' };

/** The persons of more than one member among these customers. */
function joinedAmong(...members: readonly ReturnType<typeof member>[]): string[] {
  const identity = newIdentity(['counter@larkspur.example']);
  for (const each of members) identity.put(each);
  identity.settle();
  return joinedKeys(identity);
}

describe('two customers are one person', () => {
  test.each([
    ['by one e-mail address and names that agree', { firstName: 'A.', lastName: 'Lovelace', email: 'ADA@example.com' }],
    [
      'by one e-mail address where she has another last name now',
      { firstName: 'Ada', lastName: 'King', email: 'ada@example.com' },
    ],
    ['by one e-mail address where one has no name', { email: 'ada@example.com' }],
    ['by one number and names in full', { firstName: 'ADA', lastName: 'LOVELACE', phone: '+447700900123' }],
    ['by one name in one house', { firstName: 'Lovelace', lastName: 'Ada', line1: '12, High St', postcode: 'ip331aa' }],
    [
      'by all of it, under another e-mail address',
      { ...ada, ...house, email: 'lovelace@example.org', mobile: '+447700900123' },
    ],
  ])('%s', (_, web) => {
    const till = member('7', { ...ada, ...house, email: 'ada@example.com', mobile: '+447700900123' });
    expect(joinedAmong(till, member('web-1', web))).toEqual(['7 web-1']);
  });

  test('by one account of the website, whoever ordered with it', () => {
    const web = [
      member('web-1', { ...ada, email: 'ada@example.com' }),
      member('web-e-1', { firstName: 'Charles', lastName: 'Babbage', email: 'ada@example.com' }),
    ];
    expect(joinedAmong(...web)).toEqual(['web-1 web-e-1']);
    const till = member('7', { ...ada, email: 'ada@example.com' });
    expect(joinedAmong(...web, till)).toEqual(['7 web-1 web-e-1']);
  });
});

describe('two customers stay two', () => {
  test.each([
    ['with one name alone', { ...ada }, { ...ada }],
    [
      'with one number and an initial',
      { ...ada, mobile: '+447700900123' },
      { firstName: 'A', lastName: 'Lovelace', phone: '+447700900123' },
    ],
    [
      'with one number and another last name',
      { ...ada, mobile: '+447700900123' },
      { firstName: 'Ada', lastName: 'King', phone: '+447700900123' },
    ],
    [
      'with one e-mail address and other first names',
      { ...ada, email: 'home@example.com' },
      { firstName: 'Byron', lastName: 'Lovelace', email: 'home@example.com' },
    ],
    [
      'with other birthdays',
      { ...ada, email: 'a@example.com', birthday: '1950-01-02' },
      { ...ada, email: 'a@example.com', birthday: '1980-03-04' },
    ],
    ['next door', { ...ada, ...house }, { ...ada, ...house, line1: '14 High Street' }],
    ['with the address of a role', { ...ada, email: 'info@firm.example' }, { ...ada, email: 'info@firm.example' }],
    [
      'with the shop’s own address',
      { ...ada, email: 'counter@larkspur.example' },
      { ...ada, email: 'Counter@Larkspur.example' },
    ],
    [
      'as a couple and one of them',
      { title: 'Mr & Mrs', lastName: 'Lovelace', email: 'a@example.com' },
      { ...ada, email: 'a@example.com' },
    ],
  ])('%s', (_, one, other) => {
    expect(joinedAmong(member('7', one), member('web-1', other))).toEqual([]);
  });

  test('where an initial may be either of two', () => {
    const email = 'home@example.com';
    const john = member('7', { firstName: 'John', lastName: 'Smith', email });
    const jane = member('8', { firstName: 'Jane', lastName: 'Smith', email });
    const j = member('web-1', { firstName: 'J.', lastName: 'Smith', email });
    expect(joinedAmong(john, j)).toEqual(['7 web-1']);
    expect(joinedAmong(john, jane, j)).toEqual([]);
  });

  test('where people of three families have one number', () => {
    const phone = '+441632960123';
    const names = ['Wren', 'Lamb', 'Quill', 'Clegg'].map((lastName, at) =>
      member(String(at), { firstName: 'Pat', lastName, phone }),
    );
    const web = member('web-1', { firstName: 'Pat', lastName: 'Wren', phone });
    expect(joinedAmong(...names.slice(0, 2), web)).toEqual(['0 web-1']);
    expect(joinedAmong(...names, web)).toEqual([]);
  });

  test('a birthday with day and month changed over, or one that programs write for unknown, is no other', () => {
    const one = member('7', { ...ada, email: 'a@example.com', birthday: '1980-04-03' });
    expect(joinedAmong(one, member('8', { ...ada, email: 'a@example.com', birthday: '1980-03-04' }))).toEqual(['7 8']);
    expect(joinedAmong(one, member('8', { ...ada, email: 'a@example.com', birthday: '1900-01-01' }))).toEqual(['7 8']);
  });
});

test('a chain with a contradiction is cut where it is weakest', () => {
  const father = member('1', { ...ada, email: 'ada@example.com', birthday: '1950-01-02' });
  const son = member('2', { ...ada, mobile: '+447700900123', birthday: '1980-03-04' });
  const web = member('web-1', { ...ada, email: 'ada@example.com', mobile: '+447700900123' });
  expect(joinedAmong(son, web)).toEqual(['2 web-1']);
  expect(joinedAmong(father, son, web)).toEqual(['1 web-1']);
});

test('what joins a person is kept', () => {
  const identity = newIdentity();
  identity.put(member('7', { ...ada, ...house, email: 'ada@example.com', mobile: '+447700900123' }));
  identity.put(member('web-1', { ...ada, ...house, email: 'Ada@example.com', mobile: '+447700900123' }));
  identity.settle();
  const [one, other] = [nameOf('7'), nameOf('web-1')];
  expect(identity.personOf(other)).toEqual({
    key: '7',
    members: [one, other],
    evidence: [
      { one, other, by: 'email', value: 'ada@example.com' },
      { one, other, by: 'phone', value: '+447700900123' },
      { one, other, by: 'address', value: 'Ada Lovelace, 12, IP33 1AA' },
    ],
  });
});

describe('the key of a person', () => {
  test('is the till’s lowest, as people count', () => {
    const members = ['10', '9', 'web-1'].map((key) => member(key, { ...ada, email: 'ada@example.com' }));
    expect(joinedAmong(...members)).toEqual(['9 10 web-1']);
  });

  test('stays while its customer stays, and what became of the others is told', () => {
    const identity = newIdentity();
    const customers = ['web-1', '9', '7'].map((key) => member(key, { ...ada, email: 'ada@example.com' }));
    const [web, nine, seven] = customers as [(typeof customers)[0], (typeof customers)[0], (typeof customers)[0]];
    identity.put(web);
    expect(identity.settle()).toEqual({ changed: ['web-1'], retired: [], moved: [], more: false });
    identity.put(nine);
    expect(identity.settle()).toEqual({ changed: ['web-1'], retired: [], moved: [nameOf('9')], more: false });
    identity.put({ ...seven, customer: { ...seven.customer, email: 'other@example.com' } });
    expect(identity.settle()).toEqual({ changed: ['7'], retired: [], moved: [], more: false });
    // Both had a key: the till's comes first.
    identity.put(seven);
    expect(identity.settle()).toEqual({
      changed: ['7'],
      retired: [{ key: 'web-1', into: '7' }],
      moved: [nameOf('web-1'), nameOf('9')],
      more: false,
    });
    identity.drop(seven);
    expect(identity.settle()).toEqual({
      changed: ['9'],
      retired: [{ key: '7', into: '9' }],
      moved: [nameOf('web-1'), nameOf('9')],
      more: false,
    });
  });

  test('becomes another member’s where a destination knows them by it', () => {
    const identity = newIdentity();
    for (const key of ['7', 'web-1']) identity.put(member(key, { ...ada, email: 'ada@example.com' }));
    identity.settle();
    expect(identity.rename('7' as never, 'web-2' as never)).toBe(false);
    expect(identity.rename('7' as never, 'web-1' as never)).toBe(true);
    expect(identity.person('7' as never)).toBeUndefined();
    const person = identity.person('web-1' as never);
    expect(person && keysOf(person)).toBe('web-1 7');
    expect(person?.evidence).toHaveLength(1);
    identity.put(member('7', { ...ada, email: 'ada@example.com', mobile: '+447700900123' }));
    expect(identity.settle()).toEqual({ changed: ['web-1'], retired: [], moved: [], more: false });
  });
});

describe('what was said', () => {
  const two = [member('7', { ...ada, email: 'ada@example.com' }), member('8', { ...ada, email: 'ada@example.com' })];

  test('joins across everything else, and splits across everything else', () => {
    const identity = newIdentity();
    identity.put(member('7', { ...ada, birthday: '1950-01-02' }));
    identity.put(member('8', { firstName: 'Byron', lastName: 'King', birthday: '1980-03-04' }));
    identity.say(saying('8', '7', { are: 'one' }));
    identity.settle();
    expect(identity.personOf(nameOf('8'))?.evidence).toEqual([
      { one: nameOf('7'), other: nameOf('8'), by: 'said', value: 'Said at the counter.' },
    ]);
    expect(identity.unsay(nameOf('7'), nameOf('8'))).toBe(true);
    expect(identity.unsay(nameOf('7'), nameOf('8'))).toBe(false);
    identity.settle();
    expect(joinedKeys(identity)).toEqual([]);
  });

  test('last counts', () => {
    const identity = newIdentity();
    for (const each of two) identity.put(each);
    identity.say(saying('7', '8', { are: 'two', at: '2026-11-20T10:00:00.000Z' }));
    identity.say(saying('8', '7', { are: 'one', at: '2026-11-20T09:00:00.000Z' }));
    identity.settle();
    expect(joinedKeys(identity)).toEqual([]);
    identity.say(saying('8', '7', { are: 'one', at: '2026-11-20T11:00:00.000Z' }));
    expect(identity.settle()).toMatchObject({ changed: ['7'], retired: [{ key: '8', into: '7' }] });
    expect(identity.sayings()).toHaveLength(1);
  });

  test('goes with whoever is found to be one with them: two whom a later word keeps apart are not brought together', () => {
    const identity = newIdentity();
    for (const key of ['1', '2', '3']) identity.put(member(key, { firstName: `Name ${key}`, lastName: 'Smith' }));
    identity.say(saying('1', '2', { are: 'one', at: '2026-11-20T09:00:00.000Z' }));
    identity.say(saying('1', '3', { are: 'two', at: '2026-11-20T10:00:00.000Z' }));
    identity.say(saying('2', '3', { are: 'one', at: '2026-11-20T11:00:00.000Z' }));
    identity.settle();
    expect(joinedKeys(identity)).toEqual(['2 3']);
  });

  test('is kept of customers who come later', () => {
    const identity = newIdentity();
    identity.say(saying('7', '8', { are: 'two' }));
    for (const each of two) identity.put(each);
    identity.settle();
    expect(joinedKeys(identity)).toEqual([]);
  });
});
