import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { instantOf, type Instant } from '../../src/model/ids.ts';
import { createOverlay, joinedSource, type Overlay } from '../../src/staging/overlay.ts';
import { createStaging, type Staging } from '../../src/staging/staging.ts';
import { createView, type View } from '../../src/staging/view.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const at = (second: number): Instant => instantOf(1_790_000_000_000 + second * 1000);

/** Two sources of sales, and what lies over them. */
interface Sources {
  readonly till: Staging;
  readonly website: Staging;
  readonly overlay: Overlay;
  readonly view: View;
}

function openSources(): Sources {
  const database = openDatabase(join(temporaryFolder(), 'agent.db'));
  onTestFinished(() => void database.close());
  const [till, website] = [createStaging(database, 'till'), createStaging(database, 'web')];
  const overlay = createOverlay(database);
  overlay.declare('sale', ['content', 'standing']);
  for (const staging of [till, website]) pull(staging, []);
  const shopFront = { id: 'web', staging: website };
  const view = createView({ database, till: { id: 'till', staging: till }, shopFront, joined: true });
  return { till, website, overlay, view };
}

/** Reads all of a source: these keys, each with its text. */
function pull(staging: Staging, rows: readonly (readonly [string, string])[]): void {
  const reading = staging.begin({ whole: true, startedAt: at(0), fingerprint: '{}' });
  const layout = { fields: ['key', 'text'], key: ['key'], parent: null, origins: {} };
  const feed = reading.feed('sale', layout, { whole: true });
  feed.take(rows);
  feed.finish();
  reading.commit(at(1));
}

function all(view: View, after = 0): string[] {
  const rows = view.changes('sale', { after, upTo: view.feed('sale').lastRow, limit: 1000 });
  return rows.map(({ key, source, cells }) => `${source} ${key} ${cells?.join() ?? 'nothing'}`);
}

describe('a view of one source', () => {
  test('is that source’s staging itself', () => {
    const database = openDatabase(join(temporaryFolder(), 'agent.db'));
    onTestFinished(() => void database.close());
    const staging = createStaging(database, 'till');
    expect(createView({ database, till: { id: 'till', staging }, joined: false })).toBe(staging);
  });
});

describe('a view of several sources', () => {
  test('shows the rows of each, and says who gave them', () => {
    const { till, website, view } = openSources();
    pull(till, [['7', 'ring']]);
    pull(website, [['web-1', 'chain']]);
    expect(all(view)).toEqual(['till 7 7,ring', 'web web-1 web-1,chain']);
    expect(view.row('sale', 'web-1')).toMatchObject({ source: 'web', cells: ['web-1', 'chain'] });
    expect(view.feed('sale').rows).toBe(2);
  });

  test('shows what lies over a row instead of it, also where the row changes', () => {
    const { till, website, overlay, view } = openSources();
    pull(till, [['7', 'ring']]);
    pull(website, [['web-1', 'ring']]);
    const before = view.feed('sale').lastRow;
    overlay.write('sale', { key: '7', parent: null, cells: ['web-1', 'sale'], vanishedAt: null });
    overlay.write('sale', { key: 'web-1', parent: '7', cells: null, vanishedAt: null });
    expect(all(view, before)).toEqual([`${joinedSource} 7 web-1,sale`, `${joinedSource} web-1 nothing`]);
    pull(till, [['7', 'ring and box']]);
    expect(all(view)).toEqual([`${joinedSource} 7 web-1,sale`, `${joinedSource} web-1 nothing`]);
    expect(view.row('sale', '7')?.source).toBe(joinedSource);
    expect(view.search('sale', 'web-1', 5)).toEqual(['7']);
    expect(overlay.shownAs('sale', 'web-1')).toBe('7');
    expect(overlay.hiddenBehind('sale', '7')).toEqual(['web-1']);
  });

  test('logs nothing that stands as it did, and whatever is touched', () => {
    const { till, overlay, view } = openSources();
    pull(till, [['7', 'ring']]);
    const row = { key: '7', parent: null, cells: ['7', 'sale'], vanishedAt: null };
    expect(overlay.write('sale', row)).toBe(true);
    const before = view.feed('sale').lastRow;
    expect(overlay.write('sale', row)).toBe(false);
    expect(all(view, before)).toEqual([]);
    overlay.touch('sale', '7');
    expect(all(view, before)).toEqual([`${joinedSource} 7 7,sale`]);
    const touched = view.feed('sale').lastRow;
    expect(till.touch('sale', '8')).toBe(false);
    expect(till.touch('sale', '7')).toBe(true);
    expect(all(view, touched)).toEqual([]);
  });

  test('tells of what is gone, and not of what is only hidden', () => {
    const { till, overlay, view } = openSources();
    pull(till, [
      ['7', 'ring'],
      ['8', 'chain'],
      ['9', 'box'],
    ]);
    overlay.write('sale', { key: '8', parent: '7', cells: null, vanishedAt: null });
    overlay.write('sale', { key: '9', parent: null, cells: null, vanishedAt: at(1) });
    pull(till, [['9', 'box']]);
    expect(view.vanishedBefore('sale', at(5)).toSorted()).toEqual(['7', '9']);
  });

  test('shows of every key the one row that stands above the others, whatever happened in which order', () => {
    const key = fc.constantFrom('1', '2', '3');
    const step = fc.oneof(
      fc.record({ what: fc.constant('pull' as const), keys: fc.uniqueArray(key), text: fc.string() }),
      fc.record({ what: fc.constant('lay' as const), key, text: fc.string() }),
      fc.record({ what: fc.constant('hide' as const), key, behind: key }),
      fc.record({ what: fc.constant('touch' as const), key }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { till, overlay, view } = openSources();
        const [there, over] = [new Map<string, string>(), new Map<string, string | null>()];
        for (const each of steps) {
          if (each.what === 'pull') {
            pull(
              till,
              each.keys.map((one) => [one, each.text] as const),
            );
            there.clear();
            for (const one of each.keys) there.set(one, each.text);
          } else if (each.what === 'touch') till.touch('sale', each.key);
          else {
            const cells = each.what === 'lay' ? [each.key, each.text] : null;
            const parent = each.what === 'hide' ? each.behind : null;
            overlay.write('sale', { key: each.key, parent, cells, vanishedAt: null });
            over.set(each.key, each.what === 'lay' ? each.text : null);
          }
        }
        const expected = new Map([...there, ...over]);
        const upTo = view.feed('sale').lastRow;
        const log = new Map(view.changes('sale', { after: 0, upTo, limit: 100 }).map((row) => [row.key, row]));
        for (const one of ['1', '2', '3']) {
          expect(view.row('sale', one)?.cells?.[1] ?? null).toBe(expected.get(one) ?? null);
          expect(log.get(one)?.cells?.[1] ?? null).toBe(expected.get(one) ?? null);
        }
      }),
      { numRuns: 30 },
    );
  });
});
