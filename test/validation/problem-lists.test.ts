import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type WritableDatabase } from '../../src/database/open.ts';
import { instantOf } from '../../src/model/ids.ts';
import { createProblems, type Problems } from '../../src/validation/problems.ts';
import type { Finding } from '../../src/validation/verdict.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { finding, foundAt, foundFirst, foundLater, start } from './found.ts';

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
describe('a list of problems', () => {
  beforeEach(() => {
    problems.record(foundAt(at(), ...foundFirst));
    hour = 1;
    for (const each of foundLater) problems.record(foundAt(at(), ...each));
  });

  it('counts what it would answer', () => {
    expect(problems.count({ state: 'open', rule: 'bad_phone' })).toBe(2);
    expect(problems.count({ state: 'open', search: 'nobody' })).toBe(0);
    expect(problems.count({ state: 'open' })).toBe(4);
    expect(problems.count({ severity: 'block' })).toBe(1);
  });

  it.each([
    { state: 'open' },
    { state: 'open', search: 'customer' },
    { state: 'open', search: 'customer', sort: 'name' },
    { search: 'tel' },
    { state: 'closed' },
  ] as const)('comes in pages for %j that are parts of the whole', (filter) => {
    const whole = problems.list(filter);
    for (const offset of [0, 1, 3, 9]) {
      const page = problems.page({ ...filter, offset, limit: 2 });
      expect(page).toEqual({ total: whole.length, problems: whole.slice(offset, offset + 2) });
    }
  });

  it('is sorted by name as people read it', () => {
    const named = (key: string, name: string) => problems.record({ ...found(key, finding()), name: () => name });
    named('11', 'Zoë Éclair');
    named('12', 'Ädam Fenn');
    named('13', 'bea quill');
    const names = problems.list({ state: 'open', sort: 'name', rule: 'bad_phone' }).map(({ name }) => name);
    expect(names).toEqual(['Ädam Fenn', 'bea quill', 'Customer 1', 'Customer 2', 'Zoë Éclair']);
    expect(problems.list({ state: 'open', search: 'eclair zoe' })).toHaveLength(1);
  });

  it('gathers the causes of what is searched for', () => {
    expect(problems.groups({ search: 'cust.tel' }).map(({ code, count }) => [code, count])).toEqual([['bad_phone', 2]]);
    expect(problems.groups({ kind: 'sale' })).toEqual([]);
  });

  it('counts the money of a sale once, however many of its lines are wrong', () => {
    const line = (place: number) => finding({ field: `lines[${place}].quantity`, code: 'bad_quantity' });
    problems.record({ ...found('S1', line(0), line(1)), kind: 'sale' });
    problems.setStakes({ kind: 'sale', currency: 'GBP', byKey: [['S1', 8900]] });
    expect(problems.groups({ kind: 'sale' })).toMatchObject([{ count: 2, stake: 8900 }]);
  });

  it('says who sees to what', () => {
    expect(problems.assign([1, 2, 999], ' Ann ')).toBe(2);
    expect(problems.assign([1], 'Ann')).toBe(0);
    expect(problems.assignees()).toEqual(['Ann']);
    expect(problems.list({ state: 'open', assignee: 'Ann' }).map(({ id }) => id)).toEqual([1, 2]);
    expect(problems.assign([1, 2], null)).toBe(2);
    expect(problems.assignees()).toEqual([]);
  });
});
