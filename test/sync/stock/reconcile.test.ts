import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Instant, TillKey } from '../../../src/model/ids.ts';
import { takenAt } from '../../../src/sync/stock/reconcile.ts';
import { ringShop } from './ring-shop.ts';

const ring = { code: 'R-1', stock: 5 };

describe('what was ordered when the stock was read', () => {
  const sighting = {
    variant: 'web-1' as TillKey,
    shown: 5,
    believed: 5,
    readFrom: '2026-11-20T10:00:00.000Z' as Instant,
    readUntil: '2026-11-20T10:00:30.000Z' as Instant,
    mark: 100,
  };
  const order = (placedAt: string, other: { standing?: string; changed?: number } = {}) => ({
    order: 'web-9' as TillKey,
    variant: 'web-1' as TillKey,
    pieces: 2,
    standing: 'sale',
    placedAt,
    changed: 50,
    ...other,
  });

  test.each([
    { of: 'an order from before', placed: order('2026-11-20T09:00:00Z'), taken: 2 },
    { of: 'one that is not paid yet', placed: order('2026-11-20T09:00:00Z', { standing: 'open' }), taken: 2 },
    { of: 'a cancelled one', placed: order('2026-11-20T09:00:00Z', { standing: 'void' }), taken: 0 },
    { of: 'one from long after', placed: order('2026-11-20T10:20:00Z', { changed: 120 }), taken: 0 },
    { of: 'one from just before', placed: order('2026-11-20T09:59:00Z'), taken: undefined },
    { of: 'one from just after', placed: order('2026-11-20T10:02:00.123456Z', { changed: 120 }), taken: undefined },
    {
      of: 'one that has changed since',
      placed: order('2026-11-20T09:00:00Z', { standing: 'void', changed: 120 }),
      taken: undefined,
    },
  ])('is $taken for $of', ({ placed, taken }) => {
    expect(takenAt(sighting, [placed])).toBe(taken);
  });
});

describe('our memory and the website', () => {
  test('a sale between the orders and the stock of the very first run is not put on sale again', async () => {
    const shop = await ringShop([ring]);
    const { shoppers } = shop.site;
    shoppers.beforeNext('*/inventory', () => void shoppers.checkout({ sku: 'R-1', quantity: 2 }));
    await shop.sync();
    expect(shop.shown('R-1')).toBe(3);
    await shop.settle();
    expect(shop.shown('R-1')).toBe(3);
    const agent = await shop.agent();
    expect(agent.stock.drift()).toEqual([]);
    expect(shop.site.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('a site whose clock is two minutes ahead is not given a sale again either', async () => {
    const shop = await ringShop([ring]);
    shop.site.site.clockSkew = 120_000;
    shop.site.shoppers.checkout({ sku: 'R-1', quantity: 2 });
    await shop.settle();
    expect(shop.shown('R-1')).toBe(3);
    expect(shop.site.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('a stock that could not be read yet is no problem, and nothing is sent of it', async () => {
    const shop = await ringShop([{ ...ring, website: { stock: 9 } }]);
    shop.site.faults.add({ kind: 'answer', path: '*/inventory', status: 503, times: null });
    expect((await shop.sync()).run.outcome).toBe('failed');
    const agent = await shop.agent();
    expect(agent.problems.counts().open).toBe(0);
    expect(agent.stock.age()).toMatchObject({ fresh: 0, older: [{ why: 'not-known', articles: 1 }] });
    shop.site.faults.clear();
    await shop.sync();
    expect(shop.shown('R-1')).toBe(5);
  });

  test('a stock changed by hand is listed with its cause, and mended on request only', async () => {
    const shop = await ringShop([ring, { code: 'R-2', stock: 5 }]);
    await shop.settle();
    shop.site.staff.setStock('R-1', 9);
    await shop.settle();
    expect(shop.shown('R-1')).toBe(9);
    const agent = await shop.agent();
    expect(agent.stock.drift()).toMatchObject([
      { sku: 'R-1', difference: 4, cause: 'somebody changed the stock on the website by hand' },
    ]);
    const { mended } = await agent.stock.mend('all', new AbortController().signal);
    expect(mended).toHaveLength(1);
    await shop.sync();
    expect(shop.shown('R-1')).toBe(5);
    await shop.settle();
    expect(agent.stock.drift()).toEqual([]);
    expect([shop.shown('R-1'), shop.shown('R-2')]).toEqual([5, 5]);
  });

  test('a difference that goes away by itself leaves the list', async () => {
    const shop = await ringShop([ring]);
    await shop.settle();
    shop.site.staff.setStock('R-1', 9);
    await shop.settle();
    const agent = await shop.agent();
    expect(agent.stock.drift()).toHaveLength(1);
    shop.site.staff.setStock('R-1', 5);
    await shop.settle();
    expect(agent.stock.drift()).toEqual([]);
  });

  test('a cancelled order whose pieces were not put back is known as the cause', async () => {
    const shop = await ringShop([ring]);
    await shop.settle();
    const order = shop.site.shoppers.checkout({ sku: 'R-1', quantity: 2 });
    await shop.settle();
    shop.site.staff.cancel(order?.orderNumber ?? '', { restock: false });
    await shop.settle();
    const agent = await shop.agent();
    const [drift] = agent.stock.drift();
    expect(drift).toMatchObject({ difference: -2 });
    expect(drift?.cause).toContain('cancelled');
    await agent.stock.mend(['R-1'], new AbortController().signal);
    await shop.sync();
    expect(shop.shown('R-1')).toBe(5);
  });

  test('a lost database is made anew from what the website has, and changes nothing there that is right', async () => {
    const shop = await ringShop([ring, { code: 'R-2', stock: 7 }]);
    await shop.settle();
    shop.till("UPDATE ART SET QTY = 4 WHERE CODE = 'R-1'");
    shop.site.shoppers.checkout({ sku: 'R-1', quantity: 1 });
    shop.site.shoppers.checkout({ sku: 'R-2', quantity: 3 });
    await shop.settle();
    expect([shop.shown('R-1'), shop.shown('R-2')]).toEqual([3, 4]);
    const before = shop.site.calls.filter(({ method }) => method === 'POST').length;
    await shop.restart();
    for (const ending of ['', '-wal', '-shm']) rmSync(join(shop.home, `tillbridge.db${ending}`), { force: true });
    await shop.settle();
    expect([shop.shown('R-1'), shop.shown('R-2')]).toEqual([3, 4]);
    expect(shop.site.calls.filter(({ method }) => method === 'POST')).toHaveLength(before);
    shop.till("UPDATE ART SET QTY = 0 WHERE CODE = 'R-2'");
    await shop.sync();
    expect(shop.shown('R-2')).toBe(0);
  });

  test('a change whose answer was lost goes again under its own key, and counts once', async () => {
    const shop = await ringShop([ring]);
    await shop.settle();
    shop.till("UPDATE ART SET QTY = 8 WHERE CODE = 'R-1'");
    shop.site.faults.add({ kind: 'cut', path: '*/adjustments', before: 'answer', times: null });
    await shop.sync();
    shop.site.faults.clear();
    expect(shop.shown('R-1')).toBe(8);
    await shop.restart();
    await shop.settle();
    expect(shop.shown('R-1')).toBe(8);
    expect((await shop.agent()).stock.drift()).toEqual([]);
  });

  test('a change whose answer was lost for longer than its key lasts is found out by looking', async () => {
    const shop = await ringShop([ring]);
    await shop.settle();
    shop.till("UPDATE ART SET QTY = 8 WHERE CODE = 'R-1'");
    shop.site.faults.add({ kind: 'cut', path: '*/adjustments', before: 'answer', times: null });
    await shop.sync();
    shop.site.faults.clear();
    shop.clock.now += 72 * 3_600_000;
    await shop.settle();
    await shop.settle();
    expect(shop.shown('R-1')).toBe(8);
    shop.till("UPDATE ART SET QTY = 6 WHERE CODE = 'R-1'");
    await shop.sync();
    expect(shop.shown('R-1')).toBe(6);
  });
});
