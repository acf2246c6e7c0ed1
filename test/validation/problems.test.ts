import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type WritableDatabase } from '../../src/database/open.ts';
import { instantOf, type DestinationId, type Instant, type TillKey } from '../../src/model/ids.ts';
import { createProblems, type Problems } from '../../src/validation/problems.ts';
import type { Finding } from '../../src/validation/verdict.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { destination, finding, foundAt, foundFirst, foundLater, start } from './found.ts';

let database: WritableDatabase;
let problems: Problems;
let hour: number;

beforeEach(() => {
  hour = 0;
  database = openDatabase(join(temporaryFolder(), 'problems.db'));
  problems = createProblems(database, () => start + hour * 3_600_000);
});
afterEach(() => database.close());

const at = () => instantOf(start + hour * 3_600_000);
const found = (key: string, ...findings: Finding[]) => foundAt(at(), key, ...findings);
const only = () => {
  const [problem, ...others] = problems.list();
  expect(others).toEqual([]);
  if (!problem) throw new Error('there is no problem');
  return problem;
};
const story = (id: number) => problems.history(id).map(({ what }) => what);

describe('a problem', () => {
  it('holds all that staff must know', () => {
    expect(problems.record(found('7', finding()))).toEqual({ opened: 1, closed: 0 });
    expect(only()).toEqual({
      id: 1,
      destination,
      kind: 'customer',
      key: '7',
      name: 'Customer 7',
      field: 'phone',
      code: 'bad_phone',
      severity: 'drop-field',
      dependsOn: 'content',
      origin: 'CUST.TEL',
      value: 'O7700 900123',
      says: 'This phone number cannot be called.',
      advice: 'Type the whole number, with the area code if it has one: 07700 900123.',
      detail: null,
      suggestion: { value: '07700 900123', certain: true },
      state: 'open',
      dismissedBecause: null,
      firstSeenAt: at(),
      lastSeenAt: at(),
      closedAt: null,
      closedAs: null,
      assignee: null,
      stake: 0,
      currency: null,
    });
  });

  it('gives an example of what to type where nothing is suggested', () => {
    const { suggestion: _, ...hopeless } = finding();
    problems.record(found('7', hopeless));
    expect(only()).toMatchObject({
      suggestion: null,
      advice: 'Type the whole number, with the area code if it has one: 01632 960123.',
    });
  });

  it('stays the same problem for as long as it is found', () => {
    problems.record(found('7', finding()));
    const first = at();
    hour = 5;
    expect(problems.record(found('7', finding({ value: 'O7700 900124' })))).toEqual({ opened: 0, closed: 0 });
    expect(only()).toMatchObject({ id: 1, value: 'O7700 900124', firstSeenAt: first, lastSeenAt: at() });
    expect(story(1)).toEqual(['opened', 'changed']);
  });

  it('closes by itself when it is found no more, and says when', () => {
    problems.record(found('7', finding(), finding({ field: 'email', code: 'bad_email' })));
    hour = 1;
    expect(problems.record(found('7', finding()))).toEqual({ opened: 0, closed: 1 });
    expect(problems.list({ state: 'closed' })).toMatchObject([
      { code: 'bad_email', closedAt: at(), closedAs: 'mended' },
    ]);
    expect(problems.counts()).toMatchObject({ open: 1, closed: 1 });
  });

  it('opens again when it comes back, as the same problem', () => {
    problems.record(found('7', finding()));
    problems.record(found('7'));
    expect(problems.record(found('7', finding()))).toEqual({ opened: 1, closed: 0 });
    expect(only()).toMatchObject({ id: 1, state: 'open', closedAt: null });
    expect(story(1)).toEqual(['opened', 'mended', 'reopened']);
  });

  it('costs a sound record nothing, and asks for no name', () => {
    const sound = { ...found('8'), name: () => expect.unreachable('a name was asked for') };
    expect(problems.record(sound)).toEqual({ opened: 0, closed: 0 });
    expect(problems.list()).toEqual([]);
  });

  it('stays dismissed, with its reason, until the value changes', () => {
    problems.record(found('7', finding()));
    expect(problems.dismiss(1, 'He has no telephone')).toBe(true);
    problems.record(found('7', finding()));
    expect(only()).toMatchObject({ state: 'dismissed', dismissedBecause: 'He has no telephone' });
    expect(problems.record(found('7', finding({ value: '960123' })))).toEqual({ opened: 1, closed: 0 });
    expect(only()).toMatchObject({ state: 'open', dismissedBecause: null });
    expect(story(1)).toEqual(['opened', 'dismissed', 'reopened']);
  });

  it('that is dismissed can be taken up again, and is mended like any other', () => {
    problems.record(found('7', finding()));
    problems.dismiss(1, 'later');
    expect(problems.reopen(1)).toBe(true);
    expect(problems.reopen(1)).toBe(false);
    problems.dismiss(1, 'later');
    problems.record(found('7'));
    expect(only().state).toBe('closed');
    expect(problems.dismiss(1, 'too late')).toBe(false);
    expect(problems.dismiss(99, 'never was')).toBe(false);
  });

  it('that the far side found leaves the others as they are', () => {
    problems.record(found('7', finding()));
    expect(problems.add(found('7', finding({ field: 'email', code: 'odd_mail' })))).toEqual({ opened: 1, closed: 0 });
    expect(problems.of({ destination, kind: 'customer', key: '7' as TillKey }).map(({ code }) => code)).toEqual([
      'bad_phone',
      'odd_mail',
    ]);
    expect(problems.list({ rule: 'odd_mail' })[0]?.says).not.toBe('');
  });

  it('closes with its record', () => {
    problems.record(found('7', finding()));
    const subject = { destination, kind: 'customer', key: '7' as TillKey } as const;
    expect(problems.closeAllOf(subject, at(), 'gone')).toEqual({ opened: 0, closed: 1 });
    expect(problems.get(1)).toMatchObject({ state: 'closed', closedAs: 'gone', closedAt: at() });
    expect(story(1)).toEqual(['opened', 'gone']);
    problems.record(found('7', finding()));
    expect(only()).toMatchObject({ state: 'open', closedAs: null });
  });

  it('survives a transaction that is rolled back as if nothing had been', () => {
    problems.record(found('7', finding()));
    const fail = database.transaction(() => {
      problems.record(found('7'));
      throw new Error('power cut');
    });
    expect(fail).toThrow('power cut');
    expect(only().state).toBe('open');
    problems.record(found('7'));
    expect(only().state).toBe('closed');
  });

  it('names the till’s own column, also for a part of a line and of a name', () => {
    problems.record(
      found('7', finding({ field: 'lines[2].quantity' }), finding({ field: 'lastName' }), finding({ field: 'notes' })),
    );
    expect(problems.list().map(({ field, origin }) => [field, origin])).toEqual([
      ['lines[2].quantity', 'LINE.QTY'],
      ['lastName', 'CUST.NAME'],
      ['notes', ''],
    ]);
  });
});

describe('the list of problems', () => {
  beforeEach(() => {
    problems.record(foundAt(at(), ...foundFirst));
    hour = 1;
    for (const each of foundLater) problems.record(foundAt(at(), ...each));
  });

  it('begins with the most at stake, then the oldest', () => {
    problems.setStakes({
      kind: 'customer',
      currency: 'GBP',
      byKey: [
        ['3', 124_000],
        ['2', 5000],
      ],
    });
    expect(problems.list().map(({ key, stake }) => [key, stake])).toEqual([
      ['3', 124_000],
      ['2', 5000],
      ['2', 5000],
      ['1', 0],
    ]);
    expect(problems.counts()).toEqual({ open: 4, dismissed: 0, closed: 0, stake: 129_000 });
    expect(problems.openKeys('customer').toSorted()).toEqual(['1', '2', '3']);
  });

  it.each([
    [{ rule: 'bad_phone' }, 2],
    [{ kind: 'sale' }, 0],
    [{ search: 'jane@ex' }, 1],
    [{ search: 'cust.tel' }, 2],
    [{ search: 'CUST.Email  Customer' }, 1],
    [{ search: 'customer nobody' }, 0],
    [{ severity: 'block', state: 'open' }, 1],
    [{ field: 'phone', sort: 'name', state: 'open' }, 2],
    [{ before: '2026-11-21T09:00:00.001Z' as Instant, sort: 'age' }, 1],
    [{ before: '2026-11-21T09:00:00.000Z' as Instant, state: 'open' }, 0],
    [{ assignee: 'Ann' }, 0],
    [{ search: '%' }, 0],
    [{ limit: 2 }, 2],
    [{ limit: 2, offset: 3 }, 1],
    [{ destination: 'other' as DestinationId }, 0],
    [{ state: 'dismissed' }, 0],
  ] as const)('answers %j with %i', (filter, count) => {
    expect(problems.list(filter)).toHaveLength(count);
  });

  it('gathers causes with their number, what waits and an example', () => {
    problems.setStakes({ kind: 'customer', currency: 'GBP', byKey: [['2', 5000]] });
    expect(problems.groups().map(({ title, count, stake, example }) => [title, count, stake, example.key])).toEqual([
      ['2 phone numbers that cannot be called', 2, 5000, '2'],
      ['1 e-mail address that no mail can reach', 1, 5000, '2'],
      ['1 customer who cannot be reached', 1, 0, '3'],
    ]);
  });

  it('knows whose verdict may change although the record does not', () => {
    problems.record(found('4', finding({ field: 'birthday', code: 'bad_date', dependsOn: 'time' })));
    problems.record(found('5', finding({ field: 'email', code: 'duplicate_email', dependsOn: 'uniqueness' })));
    expect(problems.keysToJudgeAgain(destination, 'customer', ['time'])).toEqual(['4']);
    expect(problems.keysToJudgeAgain(destination, 'customer', ['time', 'uniqueness'])).toEqual(['4', '5']);
    expect(problems.keysToJudgeAgain(destination, 'sale', ['time'])).toEqual([]);
  });

  it('counts what opened and closed since it was opened', () => {
    problems.record(found('1'));
    expect(problems.changes()).toEqual({ opened: 4, closed: 1 });
  });

  it('forgets what was mended long ago, with its story', () => {
    problems.record(found('1'));
    expect(problems.forgetClosedBefore(at())).toBe(0);
    hour = 2;
    expect(problems.forgetClosedBefore(at())).toBe(1);
    expect(problems.get(1)).toBeUndefined();
    expect(problems.history(1)).toEqual([]);
  });
});
