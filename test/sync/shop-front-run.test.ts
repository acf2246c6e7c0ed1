import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../src/settings/store.ts';
import { createAgent } from '../../src/sync/agent.ts';
import type { RunReport } from '../../src/sync/agent-contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { shopHome, type ShopHome } from './shop-home.ts';

const orders = '/1.0/commerce/orders';
const contacts = '/v1/contacts';

/** What a run read from the website, by kind. */
function readFrom(report: RunReport): Record<string, number> {
  const all = Object.values(report.shopFronts).flatMap((kinds) => Object.entries(kinds));
  return Object.fromEntries(all.map(([kind, { rows }]) => [kind, rows]));
}

function atTheCrm({ sandbox }: ShopHome): number {
  return [...sandbox.state.contacts.all()].length;
}

function callsTo({ website }: ShopHome, path: string): number {
  return website.sandbox.calls.filter((call) => call.path === path).length;
}

describe('a run of a shop with a website', () => {
  test('reads the website after the till, and tells of both', async () => {
    const home = await shopHome({ website: true });
    const { state } = home.website.sandbox;
    const report = await home.sync();
    expect(report.run.outcome).toBe('completed');
    expect(report.read.customer.rows).toBeGreaterThan(0);
    expect(readFrom(report)).toMatchObject({ sale: state.orders.size, customer: state.contacts.size });
    const again = await home.sync();
    const { stock: _ours, ...theirs } = Object.values(again.shopFronts)[0] ?? {};
    for (const counts of Object.values(theirs)) {
      expect(counts).toMatchObject({ new: 0, changed: 0, vanished: 0 });
    }
    const status = await home.with((agent) => Promise.resolve(agent.status()));
    expect(Object.values(status.shopFronts)).toEqual([
      expect.objectContaining({
        label: 'Squarespace',
        lastReadAt: again.run.startedAt,
        records: expect.objectContaining({ sale: state.orders.size }) as unknown,
      }),
    ]);
  });

  test('finds what changed there, and who is gone', async () => {
    const home = await shopHome({ website: true });
    await home.sync();
    const { staff, shoppers, state } = home.website.sandbox;
    home.clock.now += 3_600_000;
    const sku = state.catalogue.products.all().flatMap(({ variants }) => variants)[0]?.sku ?? '';
    staff.setStock(sku, 5);
    shoppers.checkout({ sku, email: 'new.shopper@example.com' });
    staff.deleteContact(state.contacts.all()[0]?.id ?? '');
    const { shopFronts } = await home.sync();
    expect(Object.values(shopFronts)[0]).toMatchObject({
      sale: { new: 1, changed: 0 },
      saleLine: { new: 1 },
      buyer: { new: 1 },
      customer: { vanished: 1 },
    });
  });

  test('with a key that is not taken sends what the till says all the same, asks the site once, and says what to do', async () => {
    const home = await shopHome({ website: { apiKey: 'another-key' } });
    const report = await home.sync();
    expect(report.run).toMatchObject({ outcome: 'failed', errorReason: 'settings' });
    expect(report.run.hint).toMatch(/key/i);
    expect(atTheCrm(home)).toBeGreaterThan(0);
    expect(home.website.sandbox.calls).toHaveLength(1);
    const status = await home.with((agent) => Promise.resolve(agent.status()));
    expect(status).toMatchObject({ state: 'needs-you', sentence: expect.stringContaining('Squarespace') as string });
    expect(status.lastRun?.hint).toBe(report.run.hint);
  });

  test('goes on where a site that stopped answering left it', async () => {
    const home = await shopHome({ website: true, size: 2000 });
    const { faults, state } = home.website.sandbox;
    faults.add({ kind: 'answer', status: 503, path: orders, skip: 1, times: null });
    const broken = await home.sync();
    expect(broken.run).toMatchObject({ outcome: 'failed', errorReason: 'unreachable' });
    expect(readFrom(broken)).toMatchObject({ sale: 50 });
    expect(atTheCrm(home)).toBeGreaterThan(0);
    faults.clear();
    const mended = await home.sync();
    expect(mended.run.outcome).toBe('completed');
    const counts = Object.values(mended.shopFronts)[0];
    expect((counts?.sale?.new ?? 0) + 50).toBe(state.orders.size);
    // A page that is met twice may bring some again, never all of them.
    expect(counts?.sale?.rows ?? 0).toBeLessThan(state.orders.size);
  });

  test('ended by a person in the middle of the website goes on there with the next run', async () => {
    const home = await shopHome({ website: true });
    const stopping = new AbortController();
    const stopped = await home.sync({
      signal: stopping.signal,
      onProgress: (news) => news.stage === 'read' && news.source !== undefined && stopping.abort(),
    });
    expect(stopped.run.outcome).toBe('stopped');
    expect([callsTo(home, orders), callsTo(home, contacts)]).toEqual([1, 0]);
    const { state } = home.website.sandbox;
    const report = await home.sync();
    expect(report.run.outcome).toBe('completed');
    const status = await home.with((agent) => Promise.resolve(agent.status()));
    expect(Object.values(status.shopFronts)[0]?.records).toMatchObject({
      sale: state.orders.size,
      customer: state.contacts.size,
    });
  });

  test('is stopped where the website is empty all of a sudden, before anything vanishes or leaves', async () => {
    const home = await shopHome({ website: true });
    await home.sync();
    const { staff, state } = home.website.sandbox;
    for (const { variants } of state.catalogue.products.all()) staff.deleteProduct(variants[0]?.id ?? '');
    home.clock.now += 3_600_000;
    const before = atTheCrm(home);
    const report = await home.sync();
    expect(report.run).toMatchObject({ outcome: 'stopped', guard: { guard: 'empty-read' } });
    expect(report.run.reason).toMatch(/Squarespace gave 0 articles/);
    expect(atTheCrm(home)).toBe(before);
    const allowed = await home.sync({ allow: ['empty-read'] });
    expect(Object.values(allowed.shopFronts)[0]?.product?.vanished).toBeGreaterThan(20);
  });

  test('is rehearsed with both sources, or not at all', async () => {
    const home = await shopHome({ website: true });
    const signal = new AbortController().signal;
    const preview = await home.with((agent) => agent.preview({ signal }));
    expect(Object.values(preview.shopFronts)[0]).toMatchObject({
      sale: { rows: home.website.sandbox.state.orders.size },
    });
    expect(Object.values(preview.destinations).map(({ takes }) => takes)).toEqual([
      ['customer', 'product', 'sale'],
      ['stock', 'price'],
    ]);
    home.website.sandbox.site.expired = true;
    await expect(home.with((agent) => agent.preview({ signal }))).rejects.toThrow(/Squarespace/);
  });
});

describe('a website', () => {
  test('that sells in another currency than the till is found out by the check', async () => {
    const content = { title: 'Dollars', currency: 'USD', timeZone: 'UTC', products: [], contacts: [], orders: [] };
    const { with: withAgent } = await shopHome({ website: { content } });
    const lines = await withAgent((agent) => agent.check(new AbortController().signal));
    expect(lines.find(({ what }) => what === 'Squarespace')).toMatchObject({
      ok: false,
      detail: 'Dollars counts in USD, the till in GBP',
      errorReason: 'settings',
    });
  });

  test('is one of its kind in a home: a second is refused by name', async () => {
    const website = (id: string) => ({ id, kind: 'squarespace', baseUrl: 'http://127.0.0.1:9' });
    const settings = parseSettings(
      {
        shop: { name: 'Harper', country: 'GB', timeZone: 'Europe/London', currency: 'GBP' },
        till: { kind: 'sqlite', file: 'till.sqlite', profile: 'profile.json' },
        destinations: [website('rings'), website('clocks')],
      },
      'the test',
    );
    const making = createAgent({ home: temporaryFolder(), settings, environment: {}, now: () => 0 });
    await expect(making).rejects.toThrow(/rings and clocks are both websites/);
  });
});
