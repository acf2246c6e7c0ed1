import { describe, expect, it } from 'vitest';
import type { SiteContact } from '../../../src/sandbox/squarespace/site.ts';
import type { Connector } from '../../../src/connectors/contract.ts';
import type { PageRow } from '../../../src/connectors/shop-front.ts';
import type { OpenSite } from './reading-fixture.ts';
import { cellsOf, never, openSite, orderOf, passOf, ring, streamOf } from './reading-fixture.ts';

const minute = 60_000;

function orders(count: number) {
  return Array.from({ length: count }, (_, index) => orderOf(index + 1));
}

function contacts(count: number): SiteContact[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `c${index}@example.com`,
    firstName: 'Ada',
    lastName: `Byron ${index}`,
    createdOn: '2026-01-01T00:00:00Z',
  }));
}

/** A pass by processes that each die after so many pages: what each leaves behind is its last position alone. */
async function passByMany(
  site: OpenSite,
  name: string,
  { pages, from = null }: { pages: number; from?: string | null },
) {
  const keys: string[] = [];
  let position = from;
  for (let processes = 0; processes < 100; processes += 1) {
    let left = pages;
    for await (const page of streamOf(site.connect(), name).read(position, never)) {
      keys.push(...page.rows.filter(({ kind }) => kind !== 'buyer').map(({ key }) => key));
      ({ position } = page);
      left -= 1;
      if (left === 0) break;
    }
    if (left > 0) return { keys, position };
    // What ended on its last page is not begun anew.
    if (position !== null && !position.includes('"cursor":"') && !position.includes('pinned'))
      return { keys, position };
  }
  throw new Error('the pass did not come to an end');
}

function skusOnPage(connector: Connector, rows: readonly PageRow[]): string[] {
  return rows.flatMap((row) => cellsOf(connector, row)['sku'] ?? []);
}

async function firstPageOf(site: OpenSite, name: string) {
  for await (const page of streamOf(site.connect(), name).read(null, never)) return page;
  throw new Error('there was no page');
}

describe('a reading that dies in the middle', () => {
  it.each([1, 2])('goes on with the orders where it was, with %i pages to a process', async (pages) => {
    const site = await openSite({ content: { orders: orders(180) } });
    const { keys } = await passByMany(site, 'orders', { pages });
    expect(new Set(keys).size).toBe(180);
    expect(keys.length).toBeLessThan(190);
  });

  it('goes on with the articles where it was', async () => {
    const products = Array.from({ length: 180 }, (_, index) => ring(`R-${index}`));
    const site = await openSite({ content: { products } });
    const { keys } = await passByMany(site, 'products', { pages: 1 });
    expect(new Set(keys).size).toBe(180);
    expect(site.asked('/v2/commerce/products')).toBe(4);
  });

  it('begins again where the site has forgotten its place, or another version of us wrote the position', async () => {
    const products = Array.from({ length: 120 }, (_, index) => ring(`R-${index}`));
    const site = await openSite({ content: { products, orders: orders(3) } });
    const beginning = await firstPageOf(site, 'products');
    const forgotten = beginning.position.replace(/"cursor":"[^"]+"/, '"cursor":"bm90aGluZw"');
    expect((await passOf(site.connect(), 'products', forgotten)).rows.length).toBeGreaterThanOrEqual(120);
    expect((await passOf(site.connect(), 'orders', 'v0')).rows).toHaveLength(6);
  });

  it('stops when it is told to', async () => {
    const site = await openSite({ content: { orders: orders(180) } });
    const stop = new AbortController();
    const reading = async () => {
      for await (const _page of streamOf(site.connect(), 'orders').read(null, stop.signal)) stop.abort();
    };
    await expect(reading()).rejects.toThrow('aborted');
    expect(site.asked('/1.0/commerce/orders')).toBe(1);
  });
});

describe('a site that changes while it is read', () => {
  it.each(['newest', 'oldest'] as const)('loses no order, %s first, where cursors count places', async (firstComes) => {
    const site = await openSite({ content: { orders: orders(220) }, habits: { cursorHolds: 'offset', firstComes } });
    const connector = site.connect();
    const keys = new Set<string>();
    let position: string | null = null;
    let number = 1001;
    for await (const page of streamOf(connector, 'orders').read(null, never)) {
      for (const { kind, key } of page.rows) if (kind === 'sale') keys.add(key);
      ({ position } = page);
      site.pass(1000);
      // Orders at both ends leave the window, and those behind them move up.
      site.sandbox.staff.fulfil(String(number));
      site.sandbox.staff.fulfil(String(2221 - number));
      number += 1;
    }
    for (const { kind, key } of (await passOf(connector, 'orders', position)).rows) if (kind === 'sale') keys.add(key);
    expect(keys.size).toBe(220);
  });

  it('takes no article for gone because another one before it was deleted', async () => {
    const products = Array.from({ length: 120 }, (_, index) => ring(`R-${String(index).padStart(3, '0')}`));
    const site = await openSite({ content: { products }, habits: { cursorHolds: 'offset' } });
    const connector = site.connect();
    const before = await passOf(connector, 'products');
    const keys = new Set<string>();
    let isFirst = true;
    for await (const page of streamOf(connector, 'products').read(before.position, never)) {
      for (const { key } of page.rows) keys.add(key);
      if (isFirst)
        for (const sku of skusOnPage(connector, page.rows).slice(0, 3)) site.sandbox.staff.deleteProduct(sku);
      isFirst = false;
    }
    const gone = before.rows.filter(({ key }) => !keys.has(key));
    expect(gone).toEqual([]);
    const after = await passOf(connector, 'products', before.position);
    expect(new Set(after.rows.map(({ key }) => key)).size).toBe(117);
  });

  it('reads a quiet list once, however long it is', async () => {
    const products = Array.from({ length: 120 }, (_, index) => ring(`R-${index}`));
    const site = await openSite({ content: { products } });
    const connector = site.connect();
    const { position } = await passOf(connector, 'stock');
    expect(site.asked('/1.0/commerce/inventory')).toBe(3);
    await passOf(connector, 'stock', position);
    expect(site.asked('/1.0/commerce/inventory')).toBe(6);
  });

  it('does not trust a clock of ours that is fast', async () => {
    const site = await openSite({ content: { orders: orders(2) } });
    site.sandbox.site.clockSkew = -60 * minute;
    const connector = site.connect();
    const { position } = await passOf(connector, 'orders');
    site.pass(20 * minute);
    site.sandbox.shoppers.checkout({ sku: 'R-1', quantity: 1, email: 'new@example.com' });
    site.pass(20 * minute);
    const { rows } = await passOf(connector, 'orders', position);
    expect(rows.map((row) => cellsOf(connector, row)['email'])).toContain('new@example.com');
  });
});

describe('a site that refuses', () => {
  it('waits out a minute after a 429, everybody together, and goes on', async () => {
    const site = await openSite({ content: { orders: orders(60) } });
    site.sandbox.faults.add({ kind: 'answer', path: '/1.0/commerce/orders', status: 429, skip: 1 });
    const connector = site.connect();
    const { rows } = await passOf(connector, 'orders');
    expect(rows.filter(({ kind }) => kind === 'sale')).toHaveLength(60);
    expect(site.waits).toEqual([minute]);
  });

  it('waits as long as it is asked to', async () => {
    const site = await openSite();
    site.sandbox.faults.add({ kind: 'answer', path: '/v1/contacts', status: 429, retryAfter: 7 });
    await passOf(site.connect(), 'contacts');
    expect(site.waits).toEqual([7000]);
  });

  it('gives up after a few rests, with nothing lost', async () => {
    const site = await openSite();
    site.sandbox.faults.add({ kind: 'answer', path: '/v1/contacts', status: 429, times: null });
    await expect(passOf(site.connect(), 'contacts')).rejects.toMatchObject({ reason: 'unreachable' });
    expect(site.asked('/v1/contacts')).toBe(3);
  });

  it.each([
    ['an HTML page of a gateway', { kind: 'answer', status: 503, format: 'html' }],
    ['an HTML page that forbids', { kind: 'answer', status: 403, format: 'html' }],
    ['a defect', { kind: 'answer', status: 500 }],
    ['a lost connection', { kind: 'cut', before: 'answer' }],
    ['half an answer', { kind: 'truncate' }],
  ] as const)('tries again after %s', async (_what, fault) => {
    const site = await openSite({ content: { orders: orders(2) } });
    site.sandbox.faults.add({ ...fault, path: '/1.0/commerce/orders', times: 2 });
    expect((await passOf(site.connect(), 'orders')).rows).toHaveLength(4);
    expect(site.asked('/1.0/commerce/orders')).toBe(3);
  });

  it('counts as out of reach after a few tries', async () => {
    const site = await openSite();
    site.sandbox.faults.add({ kind: 'answer', path: '/1.0/commerce/*', status: 500, times: null });
    await expect(passOf(site.connect(), 'orders')).rejects.toMatchObject({ reason: 'unreachable' });
    expect(site.asked('/1.0/commerce/orders')).toBe(4);
  });

  it('needs the owner where the key is wrong, the site is not paid for, or the key may not read', async () => {
    const wrong = await openSite({ key: 'another' });
    await expect(passOf(wrong.connect(), 'contacts')).rejects.toMatchObject({
      reason: 'settings',
      message: expect.stringContaining('401') as string,
      hint: expect.stringContaining('Developer API Keys') as string,
    });
    expect(wrong.asked('/v1/contacts')).toBe(1);

    const unpaid = await openSite();
    unpaid.sandbox.site.expired = true;
    await expect(passOf(unpaid.connect(), 'orders')).rejects.toMatchObject({
      reason: 'settings',
      hint: expect.stringContaining('Billing') as string,
    });
    expect(unpaid.sandbox.calls).toHaveLength(1);

    const narrow = await openSite({ permissions: { orders: 'none', inventory: 'none' } });
    for (const name of ['orders', 'stock']) {
      await expect(passOf(narrow.connect(), name)).rejects.toMatchObject({
        reason: 'settings',
        message: expect.stringMatching(/may not read (Orders|Inventory)/) as string,
      });
    }
  });

  it('never repeats the key', async () => {
    const site = await openSite({ key: 'sk-wrong-but-secret' });
    const thrown = await passOf(site.connect(), 'orders').catch((error: unknown) => error);
    expect(JSON.stringify([String(thrown), thrown])).not.toContain('sk-wrong-but-secret');
  });
});

describe('a key that may not read everything', () => {
  it('reads customers from Profiles where Contacts are closed to it', async () => {
    const site = await openSite({ content: { contacts: contacts(60) }, permissions: { contacts: 'none' } });
    const connector = site.connect();
    const { rows } = await passOf(connector, 'contacts');
    expect(rows).toHaveLength(60);
    expect(site.asked('/v1/contacts')).toBe(1);
    expect(cellsOf(connector, rows[0] ?? { kind: 'customer', cells: null })).toMatchObject({ firstName: 'Ada' });
  });

  it('counts refunds where Transactions are closed to it', async () => {
    const order = orderOf(1, { refunded: '9.00' });
    const site = await openSite({ content: { orders: [order] }, permissions: { transactions: 'none' } });
    const connector = site.connect();
    const sale = (await passOf(connector, 'orders')).rows.find(({ kind }) => kind === 'sale');
    expect(sale && cellsOf(connector, sale)['total']).toBe('80.00');
    expect(sale?.parts?.map((part) => cellsOf(connector, part)['description'])).toContain('Refund');
  });
});
