import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  survivors,
  type Candidate,
  type Owner,
  type Owners,
  type SurvivingField,
} from '../../src/identity/survivorship.ts';
import type { Customer } from '../../src/model/customer.ts';

const till: Owner = 'till';
const owners: Owners = {
  name: till,
  company: till,
  email: till,
  phone: till,
  mobile: till,
  address: 'newest',
  other: till,
};

/** A customer whose cells are what was read from them; `unread` are cells that could not be read. */
function candidate(
  key: string,
  fields: Partial<Record<SurvivingField, string | boolean | null>>,
  parts: { recency?: number; unread?: Candidate['cells'] } = {},
): Candidate {
  const cells = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value?.toString() ?? null]));
  return {
    key,
    channel: key.startsWith('web-') ? 'web' : 'pos',
    recency: parts.recency ?? 0,
    customer: { ...fields, key } as Customer,
    cells: { ...cells, ...parts.unread },
  };
}

/** Whose value each of the fields is. */
function givers(candidates: readonly Candidate[], with_: Partial<Owners> = {}): Record<string, string> {
  return Object.fromEntries(
    [...survivors(candidates, { ...owners, ...with_ })].map(([field, { key }]) => [field, key]),
  );
}

describe('a field', () => {
  const both = (field: SurvivingField) => [
    candidate('7', { [field]: 'short' }),
    candidate('web-1', { [field]: 'much longer' }, { recency: 2 }),
  ];

  test.each([
    ['till', '7'],
    ['web', 'web-1'],
    ['newest', 'web-1'],
    ['longest', 'web-1'],
  ] as const)('whose owner is %s is given by %s', (owner, key) => {
    expect(givers(both('company'), { company: owner })).toMatchObject({ company: key });
  });

  test('that stands empty with its owner is given by whoever has it', () => {
    expect(givers([candidate('7', { email: null }), candidate('web-1', { email: 'a@example.com' })])).toEqual({
      email: 'web-1',
    });
  });

  test('that nobody could read is still given, so that somebody mends it; one that could be read comes first', () => {
    const unread = candidate('7', {}, { unread: { birthday: '31.02.1980' } });
    expect(givers([unread])).toEqual({ birthday: '7' });
    expect(givers([unread, candidate('web-1', { birthday: '1980-02-03' })])).toEqual({ birthday: 'web-1' });
  });

  test('that no source has is not given, and one that is empty everywhere is', () => {
    expect(givers([candidate('9', { email: null }), candidate('7', { email: null })])).toEqual({ email: '7' });
  });

  test('of one rank is given by the till’s lowest key', () => {
    expect(givers([candidate('10', { company: 'A' }), candidate('9', { company: 'B' })])).toMatchObject({
      company: '9',
    });
  });
});

test('names and addresses go whole', () => {
  const one = candidate('7', {
    title: 'Dr',
    firstName: null,
    lastName: 'Quill',
    line1: '1 High Street',
    town: 'Ely',
    postcode: null,
  });
  const other = candidate(
    'web-1',
    { firstName: 'Ada', lastName: 'Quill', line1: '2 High Street', postcode: 'IP33 1AA' },
    { recency: 1 },
  );
  expect(givers([one, other])).toEqual({
    title: '7',
    firstName: '7',
    lastName: '7',
    line1: 'web-1',
    town: 'web-1',
    postcode: 'web-1',
  });
});

test('the first time is the earliest, the last purchase the latest', () => {
  const one = candidate('7', { firstSeenAt: '2020-01-01T00:00:00.000Z', lastPurchaseAt: '2021-01-01T00:00:00.000Z' });
  const other = candidate('web-1', {
    firstSeenAt: '2019-01-01T00:00:00.000Z',
    lastPurchaseAt: '2020-01-01T00:00:00.000Z',
  });
  expect(givers([one, other])).toEqual({ firstSeenAt: 'web-1', lastPurchaseAt: '7' });
});

describe('consent', () => {
  const day = (year: number | null) => (year === null ? null : `${year}-01-01T00:00:00.000Z`);
  const says = (key: string, yes: boolean | null, year: number | null) =>
    candidate(key, { marketingEmail: yes, consentedAt: day(year) });

  test.each([
    ['a no stands above a yes', true, 2024, false, null, 'web-1', 'web-1'],
    ['an earlier yes does not outlast a later no', true, 2020, false, 2024, 'web-1', 'web-1'],
    ['a yes that is dated later stands above a dated no', true, 2024, false, 2020, '7', '7'],
    ['a yes without a date does not stand above a no', true, null, false, 2020, 'web-1', 'web-1'],
    ['of two that agree the later one stands', true, 2020, true, 2024, 'web-1', 'web-1'],
    ['who says nothing has no say', true, 2020, null, 2024, '7', '7'],
  ] as const)('%s', (_, one, year, other, otherYear, answer, dated) => {
    expect(givers([says('7', one, year), says('web-1', other, otherYear)])).toEqual({
      marketingEmail: answer,
      consentedAt: dated,
    });
  });
});

describe('whatever the candidates', () => {
  const text = fc.constantFrom(null, 'a', 'bb', 'ccc');
  const fields = fc.record(
    {
      firstName: text,
      lastName: text,
      email: text,
      line1: text,
      town: text,
      marketingEmail: fc.constantFrom(true, false, null),
      consentedAt: fc.constantFrom(null, '2020-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'),
      firstSeenAt: fc.constantFrom(null, '2020-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'),
    },
    { requiredKeys: [] },
  );
  const candidates = fc
    .uniqueArray(fc.constantFrom('7', '9', '10', 'web-1', 'web-2'), { minLength: 1 })
    .chain((keys) =>
      fc.tuple(
        ...keys.map((key) => fc.tuple(fields, fc.nat(3)).map(([of, recency]) => candidate(key, of, { recency }))),
      ),
    );
  const owner = fc.constantFrom<Owner>('till', 'web', 'newest', 'longest');

  test('where they stand in the list does not matter', () => {
    fc.assert(
      fc.property(candidates, owner, fc.nat(), (all, address, turn) => {
        const at = turn % all.length;
        const turned = [...all.slice(at), ...all.slice(0, at)].toReversed();
        expect(givers(turned, { address })).toEqual(givers(all, { address }));
      }),
    );
  });

  test('what comes of them gives the same again', () => {
    fc.assert(
      fc.property(candidates, owner, (all, name) => {
        const given = survivors(all, { ...owners, name });
        const cells = Object.fromEntries([...given].map(([field, giver]) => [field, giver.cells[field] ?? null]));
        const values = Object.fromEntries(
          [...given].map(([field, giver]) => [field, giver.customer[field as 'email']]),
        );
        const result: Candidate = {
          key: '1',
          channel: 'pos',
          recency: 0,
          customer: { ...values, key: '1' } as Customer,
          cells,
        };
        const again = survivors([result], { ...owners, name });
        expect([...again.keys()].toSorted()).toEqual([...given.keys()].toSorted());
      }),
    );
  });

  test('a value is never lost to an empty field', () => {
    fc.assert(
      fc.property(candidates, owner, (all, email) => {
        const giver = survivors(all, { ...owners, email }).get('email');
        if (all.some(({ cells }) => cells.email != null)) expect(giver?.cells.email).toBeTypeOf('string');
      }),
    );
  });
});
