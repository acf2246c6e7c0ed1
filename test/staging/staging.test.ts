import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { instantOf, type Instant } from '../../src/model/ids.ts';
import type { Row } from '../../src/model/record.ts';
import { createStaging, type Staging } from '../../src/staging/staging.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const layout = { fields: ['key', 'name'], key: ['key'], parent: null, origins: { name: 'CUST.NAME' } };
const at = (second: number): Instant => instantOf(1_790_000_000_000 + second * 1000);

function openStaging(file = join(temporaryFolder(), 'agent.db')): Staging {
  const database = openDatabase(file);
  onTestFinished(() => void database.close());
  const staging = createStaging(database, 'till');
  staging.recover();
  return staging;
}

function pullAll(staging: Staging, rows: readonly Row[], options: { whole?: boolean; second?: number } = {}) {
  const moment = at(options.second ?? 0);
  const pull = staging.begin({ whole: options.whole ?? true, startedAt: moment, fingerprint: '{}' });
  const feed = pull.feed('customer', layout, { whole: options.whole ?? true });
  for (let i = 0; i < rows.length; i += 50) feed.take(rows.slice(i, i + 50));
  feed.finish();
  pull.commit(moment);
  return feed.tally;
}

function contents(staging: Staging): Map<string, string | null> {
  const all = new Map<string, string | null>();
  for (let after = ''; ;) {
    const keys = staging.keys('customer', after, 100);
    for (const key of keys) all.set(key, staging.row('customer', key)?.cells?.[1] ?? null);
    const last = keys.at(-1);
    if (last === undefined) return all;
    after = last;
  }
}

const shop = (count: number, name = 'Ann'): Row[] =>
  Array.from({ length: count }, (_, i) => [String(i + 1), `${name} ${i}`]);

describe('staging', () => {
  test('a second look at the same rows finds nothing, whatever their number', () => {
    const staging = openStaging();
    expect(pullAll(staging, shop(1000))).toEqual({ rows: 1000, new: 1000, changed: 0, vanished: 0, unchanged: 0 });
    const before = staging.feed('customer').lastRow;
    expect(pullAll(staging, shop(1000))).toEqual({ rows: 1000, new: 0, changed: 0, vanished: 0, unchanged: 1000 });
    expect(staging.changes('customer', { after: before, upTo: staging.feed('customer').lastRow, limit: 10 })).toEqual(
      [],
    );
  });

  test('an edit, a newcomer and a disappearance are each found as what they are', () => {
    const staging = openStaging();
    pullAll(staging, shop(500));
    const before = staging.feed('customer').lastRow;
    const edited = shop(500).filter(([key]) => key !== '77');
    edited[10] = ['11', 'Mended'];
    edited.push(['900', 'New']);
    expect(pullAll(staging, edited, { second: 60 })).toEqual({
      rows: 500,
      new: 1,
      changed: 1,
      vanished: 1,
      unchanged: 498,
    });
    const changes = staging.changes('customer', { after: before, upTo: staging.feed('customer').lastRow, limit: 10 });
    expect(changes.map(({ key, cells, vanishedAt }) => [key, cells?.[1] ?? null, vanishedAt]).toSorted()).toEqual([
      ['11', 'Mended', null],
      ['77', null, at(60)],
      ['900', 'New', null],
    ]);
    expect(staging.vanishedBefore('customer', at(59))).toEqual([]);
    expect(staging.vanishedBefore('customer', at(60))).toEqual(['77']);
  });

  test('an interrupted pull leaves the last complete state standing, and the next one finishes the job', () => {
    const file = join(temporaryFolder(), 'agent.db');
    const staging = openStaging(file);
    pullAll(staging, shop(6000));
    const broken = staging.begin({ whole: true, startedAt: at(1), fingerprint: '{}' });
    broken.feed('customer', layout, { whole: true }).take(shop(5000, 'Half'));
    expect(staging.row('customer', '3')?.cells?.[1]).toBe('Ann 2');
    const again = openStaging(file);
    expect(contents(again).size).toBe(6000);
    expect(again.row('customer', '3')?.cells?.[1]).toBe('Ann 2');
    expect(pullAll(again, shop(6000, 'Whole'), { second: 2 })).toMatchObject({
      changed: 6000,
      vanished: 0,
      unchanged: 0,
    });
    expect(again.row('customer', '3')?.cells?.[1]).toBe('Whole 2');
  });

  test('rows that share a key are all kept, under names of their own', () => {
    const staging = openStaging();
    const rows: Row[] = [
      ['1', 'a'],
      ['2', 'b'],
      ['1', 'c'],
    ];
    expect(pullAll(staging, rows)).toMatchObject({ rows: 3, new: 3 });
    expect(Object.fromEntries(contents(staging))).toEqual({ '1': 'a', '1 (2)': 'c', '2': 'b' });
    expect(pullAll(staging, rows)).toMatchObject({ rows: 3, new: 0, changed: 0, unchanged: 3, vanished: 0 });
    expect(pullAll(staging, rows.slice(0, 2))).toMatchObject({ vanished: 1, unchanged: 2 });
  });

  test('a quick pass takes what it is given and lets nothing vanish', () => {
    const staging = openStaging();
    pullAll(staging, shop(300));
    expect(
      pullAll(
        staging,
        [
          ['5', 'Edited'],
          ['6', 'Ann 5'],
        ],
        { whole: false },
      ),
    ).toEqual({ rows: 2, new: 0, changed: 1, vanished: 0, unchanged: 1 });
    expect(contents(staging).size).toBe(300);
    const now = shop(300);
    now[4] = ['5', 'Edited'];
    expect(pullAll(staging, now)).toMatchObject({ unchanged: 300, changed: 0, vanished: 0, new: 0 });
  });

  test('one row looked at again by itself counts from then on', () => {
    const staging = openStaging();
    pullAll(staging, shop(300));
    expect(staging.put('customer', { key: '9', parent: null, cells: ['9', 'Mended'], at: at(5) })).toBe(true);
    expect(staging.put('customer', { key: '9', parent: null, cells: ['9', 'Mended'], at: at(5) })).toBe(false);
    expect(staging.put('customer', { key: '10', parent: null, cells: null, at: at(5) })).toBe(true);
    expect(staging.row('customer', '9')?.cells?.[1]).toBe('Mended');
    expect(pullAll(staging, shop(300))).toMatchObject({ changed: 1, new: 1, unchanged: 298, vanished: 0 });
  });

  test('whatever the till does between two pulls, staging ends with what the till says and counts every row once', () => {
    const cell = fc.constantFrom('a', 'b', 'c');
    const state = fc.dictionary(fc.integer({ min: 1, max: 400 }).map(String), cell, {
      maxKeys: 400,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(fc.array(state, { minLength: 2, maxLength: 4 }), fc.boolean(), state, (states, backwards, lost) => {
        const staging = openStaging();
        let before = new Map<string, string>();
        for (const [index, now] of states.entries()) {
          const rows = Object.entries(now);
          const broken = staging
            .begin({ whole: true, startedAt: at(index), fingerprint: '{}' })
            .feed('customer', layout, { whole: true });
          broken.take(Object.entries(lost));
          broken.finish();
          staging.recover();
          const tally = pullAll(staging, backwards && index % 2 === 1 ? rows.toReversed() : rows, { second: index });
          const unchanged = rows.filter(([key, value]) => before.get(key) === value).length;
          const fresh = rows.filter(([key]) => !before.has(key)).length;
          expect(tally).toEqual({
            rows: rows.length,
            new: fresh,
            changed: rows.length - unchanged - fresh,
            vanished: [...before.keys()].filter((key) => !(key in now)).length,
            unchanged,
          });
          expect(new Map([...contents(staging)].toSorted())).toEqual(new Map(rows.toSorted()));
          before = new Map(rows);
        }
      }),
      { numRuns: 25 },
    );
  });
});
