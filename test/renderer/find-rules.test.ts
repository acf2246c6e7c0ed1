import { describe, expect, it } from 'vitest';
import { compared } from '../../renderer/screens/find/compared.ts';
import { membersOnce } from '../../renderer/screens/find/members-once.ts';
import { standOf } from '../../renderer/screens/find/stand-of.ts';
import type { TillKey } from '../../src/model/ids.ts';
import type { PersonMember, PersonView } from '../../src/sync/join/people-contract.ts';
import type { TrailStep } from '../../src/sync/trail-contract.ts';

function person(key: string, values: Readonly<Record<string, string>>): PersonView {
  const fields = Object.entries(values).map(([field, value]) => ({
    field,
    noun: field,
    value,
    origin: `CUST.${field}`,
    member: key as TillKey,
  }));
  return { key: key as TillKey, name: key, members: [], because: [], fields };
}

describe('two customers side by side', () => {
  it('begin with what is the same in both, whatever the case of its letters', () => {
    const rows = compared(
      person('1', { town: 'Bury', email: 'Ada@example.com' }),
      person('2', { town: 'Ely', email: 'ada@example.com ' }),
    );
    expect(rows.map(({ field, isSame }) => [field, isSame])).toEqual([
      ['email', true],
      ['town', false],
    ]);
  });

  it('have no field in common that only one of them has', () => {
    expect(compared(person('1', {}), person('2', { town: 'Ely' }))).toEqual([
      { field: 'town', noun: 'town', one: null, other: 'Ely', isSame: false },
    ]);
  });
});

describe('the customers of one person', () => {
  const member = (channel: 'pos' | 'web', key: string, email: string | null = 'ada@example.com'): PersonMember => ({
    label: channel,
    channel,
    key: key as TillKey,
    name: 'Ada',
    email,
  });

  it('are shown once where the website knows them as a contact and as a buyer', () => {
    const shown = membersOnce([member('pos', '10'), member('web', 'web-1'), member('web', 'web-e-1')]);
    expect(shown.map(({ key }) => key)).toEqual(['10', 'web-1']);
  });

  it('are so, too, where the orders have no name of their own', () => {
    const order = { ...member('web', 'web-e-1', 'Ada@Example.com'), name: '' };
    expect(membersOnce([member('pos', '10'), order, member('web', 'web-1')]).map(({ key }) => key)).toEqual([
      '10',
      'web-1',
    ]);
  });

  it('are each shown where they have numbers of their own at the till, or no address by which to tell', () => {
    const all = [member('pos', '10'), member('pos', '11'), member('web', 'web-1', null), member('web', 'web-2', null)];
    expect(membersOnce(all)).toEqual(all);
  });
});

it.each<[TrailStep['state'][], TrailStep['state']]>([
  [['done', 'done'], 'done'],
  [['done', 'not-yet'], 'not-yet'],
  [['not-yet', 'problem', 'done'], 'problem'],
])('something that is %j is %s as a whole', (states, whole) => {
  const steps = states.map((state): TrailStep => ({ step: 'sent', destination: null, state, at: null, says: '' }));
  expect(standOf({ steps })).toBe(whole);
});
