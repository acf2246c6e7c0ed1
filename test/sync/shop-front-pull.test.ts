import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import type { DestinationId } from '../../src/model/ids.ts';
import { settings as settingsShape } from '../../src/settings/settings.ts';
import { createStaging, type Staging } from '../../src/staging/staging.ts';
import type { Progress } from '../../src/sync/agent-contract.ts';
import type { GuardName } from '../../src/sync/guards/guard-names.ts';
import { guardSweep } from '../../src/sync/guards/sweep-guards.ts';
import { pullShopFront } from '../../src/sync/pull-shop-front.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { createPagedShopFront, type PagedShopFront } from './paged-shop-front.ts';

const { guards } = settingsShape.parse({
  shop: { name: 'Harper', country: 'GB', timeZone: 'Europe/London', currency: 'GBP' },
  till: { kind: 'sqlite', file: 'till.db', profile: 'profile.json' },
  destinations: [{ id: 'folder', kind: 'folder' }],
});

function openStaging(file = join(temporaryFolder(), 'agent.db')): Staging {
  const database = openDatabase(file);
  onTestFinished(() => void database.close());
  return createStaging(database, 'squarespace');
}

interface Pulling {
  readonly staging: Staging;
  readonly shopFront: PagedShopFront;
  readonly signal?: AbortSignal;
  readonly allow?: readonly GuardName[];
  readonly onProgress?: (progress: Progress) => void;
}

function pull({ staging, shopFront, allow = [], ...rest }: Pulling) {
  let now = Date.parse('2026-11-20T18:00:00Z');
  return pullShopFront({
    source: { id: 'squarespace' as DestinationId, label: 'Squarespace', shopFront, staging },
    clock: () => (now += 1000),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    guard: (unmet) =>
      guardSweep(
        { label: 'Squarespace', unmet, knownAs: (kind, key) => ({ what: `${kind} ${key}` }) },
        { settings: guards, allow },
      ),
    ...rest,
  });
}

function website(people: number, rowsAPage = 10): PagedShopFront {
  const shopFront = createPagedShopFront(rowsAPage);
  for (let i = 0; i < people; i++) {
    shopFront.contacts.set(`c${i}`, `Name ${i}`);
    shopFront.articles.set(`a${i}`, `Ring ${i}`);
    shopFront.orders.push([`o${i}`, '89.00', 'R-1', 'R-2']);
  }
  return shopFront;
}

/** What is there of a kind: the second cell of each row by its key. */
function contents(staging: Staging, kind: 'customer' | 'product' | 'sale' | 'saleLine'): Record<string, string> {
  return Object.fromEntries(
    staging.keys(kind, '', 10_000).map((key) => [key, staging.row(kind, key)?.cells?.[1] ?? '']),
  );
}

describe('reading a website', () => {
  test('brings every stream in its order, with the parts of each row, and tells how far it has come', async () => {
    const staging = openStaging();
    const shopFront = website(25);
    const told: Progress[] = [];
    const { tallies, stop, trouble } = await pull({ staging, shopFront, onProgress: (news) => told.push(news) });
    expect({ stop, trouble }).toEqual({ stop: undefined, trouble: undefined });
    expect(Object.fromEntries([...tallies].map(([kind, { rows }]) => [kind, rows]))).toEqual({
      sale: 25,
      saleLine: 50,
      customer: 25,
      product: 25,
    });
    expect([...new Set(shopFront.asked)]).toEqual(['orders', 'contacts', 'products']);
    expect(told.filter((news) => news.stage === 'read' && news.kind === 'sale').at(-1)).toEqual({
      stage: 'read',
      source: 'squarespace',
      kind: 'sale',
      rows: 25,
      of: null,
    });
    expect(staging.feed('customer').origins).toEqual({ lastName: 'Contacts: Last name' });
  });

  test('finds what changed, came and went, and asks for no order twice', async () => {
    const staging = openStaging();
    const shopFront = website(25);
    await pull({ staging, shopFront });
    shopFront.contacts.set('c3', 'Married');
    shopFront.contacts.delete('c4');
    shopFront.orders.push(['o99', '5.00', 'R-9']);
    const { tallies } = await pull({ staging, shopFront });
    expect(tallies.get('customer')).toEqual({ rows: 24, new: 0, changed: 1, vanished: 1, unchanged: 23 });
    expect(tallies.get('sale')).toEqual({ rows: 1, new: 1, changed: 0, vanished: 0, unchanged: 0 });
    expect(contents(staging, 'customer')['c4']).toBeUndefined();
  });

  test.each([
    ['unreachable', 'unreachable'],
    ['refused', 'settings'],
  ] as const)('that is %s keeps what came before, and asks no further', async (trouble, errorReason) => {
    const staging = openStaging();
    const shopFront: PagedShopFront = Object.assign(website(25), { trouble, pagesBeforeTrouble: 4 });
    const pulled = await pull({ staging, shopFront });
    expect(pulled.trouble).toMatchObject({ errorReason, hint: expect.any(String) as string });
    expect(Object.keys(contents(staging, 'sale'))).toHaveLength(25);
    expect(Object.keys(contents(staging, 'customer'))).toHaveLength(10);
    expect(shopFront.asked).not.toContain('products');
    shopFront.trouble = 'none';
    expect((await pull({ staging, shopFront })).trouble).toBeUndefined();
    expect(contents(staging, 'customer')).toEqual(Object.fromEntries(shopFront.contacts));
  });

  test('lets a defect out, since nobody else would hear of it', async () => {
    const shopFront = Object.assign(website(3), { trouble: 'defect' as const });
    await expect(pull({ staging: openStaging(), shopFront })).rejects.toThrow('a bug');
  });

  test('ends at the next page when it is told to, and keeps that page', async () => {
    const staging = openStaging();
    const shopFront = website(25);
    const stopping = new AbortController();
    const pulling = pull({ staging, shopFront, signal: stopping.signal, onProgress: () => stopping.abort() });
    await expect(pulling).rejects.toThrow(/abort/i);
    expect(Object.keys(contents(staging, 'sale'))).toHaveLength(10);
  });

  test('removes nothing where the catalogue is empty all of a sudden, until somebody lets it through', async () => {
    const staging = openStaging();
    const shopFront = website(60);
    await pull({ staging, shopFront });
    const articles = [...shopFront.articles];
    shopFront.articles.clear();
    const { stop } = await pull({ staging, shopFront });
    expect(stop).toMatchObject({
      guard: 'empty-read',
      count: 60,
      of: 60,
      command: 'tillbridge sync --allow empty-read',
    });
    expect(Object.keys(contents(staging, 'product'))).toHaveLength(60);
    for (const [key, name] of articles.slice(0, 32)) shopFront.articles.set(key, name);
    expect((await pull({ staging, shopFront })).stop).toMatchObject({ guard: 'mass-deletion', count: 28 });
    expect(Object.keys(contents(staging, 'product'))).toHaveLength(60);
    const allowed = await pull({ staging, shopFront, allow: ['mass-deletion'] });
    expect(allowed.stop).toBeUndefined();
    expect(allowed.tallies.get('product')).toMatchObject({ vanished: 28 });
    expect(Object.keys(contents(staging, 'product'))).toHaveLength(32);
  });

  test('that breaks off on any page goes on where it was: nothing is lost, nothing doubled, little asked twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }),
        async (people, rowsAPage, deaths) => {
          const file = join(temporaryFolder(), 'agent.db');
          const shopFront = website(people, rowsAPage);
          let counted = 0;
          for (const pages of [...deaths, Infinity]) {
            // Each of them is a process of its own: it knows what is in the file.
            const staging = openStaging(file);
            Object.assign(shopFront, { trouble: 'unreachable', pagesBeforeTrouble: pages });
            const { tallies } = await pull({ staging, shopFront });
            counted += tallies.get('sale')?.new ?? 0;
          }
          const staging = openStaging(file);
          expect(contents(staging, 'customer')).toEqual(Object.fromEntries(shopFront.contacts));
          expect(contents(staging, 'product')).toEqual(Object.fromEntries(shopFront.articles));
          expect(Object.keys(contents(staging, 'saleLine'))).toHaveLength(2 * people);
          expect(counted).toBe(people);
          expect(staging.feed('sale').rows).toBe(people);
        },
      ),
      { numRuns: 40 },
    );
  });
});
