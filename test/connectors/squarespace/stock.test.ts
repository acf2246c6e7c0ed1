import { describe, expect, it } from 'vitest';
import type { FaultRequest } from '../../../src/sandbox/squarespace/faults/fault.ts';
import { byRef, openSite, ring, stockBatch } from './writing-fixture.ts';

const never = new AbortController().signal;
const adjustments = '*/adjustments';

describe('a batch of stock', () => {
  it('goes as what changes, in one request, and leaves alone what does not', async () => {
    const site = await openSite([ring('A', 5), ring('B', 5), ring('C', 5)]);
    site.sandbox.shoppers.checkout({ sku: 'A', quantity: 1, email: 'ada@example.com' });
    const wishes = [
      { sku: 'A', held: 5, supply: 8 },
      { sku: 'B', held: 5, supply: 1 },
      { sku: 'C', held: 5, supply: 5 },
    ];
    const outcomes = await site.stock.deliver(stockBatch(site, wishes), never);
    expect(byRef(outcomes)).toEqual({
      A: { kind: 'delivered', remoteId: site.variantId('A'), created: false },
      B: { kind: 'delivered', remoteId: site.variantId('B'), created: false },
      C: { kind: 'unchanged' },
    });
    expect(['A', 'B', 'C'].map(site.sandbox.state.stock)).toEqual([7, 1, 5]);
    expect(site.adjustments()).toHaveLength(1);
  });

  it('needs no request where nothing changes', async () => {
    const site = await openSite([ring('A', 5)]);
    const outcomes = await site.stock.deliver(stockBatch(site, [{ sku: 'A', held: 5, supply: 5 }]), never);
    expect(byRef(outcomes)).toEqual({ A: { kind: 'unchanged' } });
    expect(site.sandbox.calls).toEqual([]);
  });

  it('changes nothing of which nobody knows what the website has', async () => {
    const site = await openSite([ring('A', 5)]);
    const outcomes = await site.stock.deliver(stockBatch(site, [{ sku: 'A', supply: 3 }]), never);
    expect(byRef(outcomes)).toMatchObject({ A: { kind: 'retry', scope: 'record', mayHaveArrived: false } });
    expect(site.sandbox.calls).toEqual([]);
  });

  it('says the same however often it goes, also where the answer was lost', async () => {
    const site = await openSite([ring('A', 5), ring('B', 5)]);
    const wishes = [
      { sku: 'A', held: 5, supply: 3 },
      { sku: 'B', held: 5, supply: 5 },
    ];
    const batch = stockBatch(site, wishes);
    site.sandbox.faults.add({ kind: 'cut', before: 'answer', path: adjustments });
    const lost = await site.stock.deliver(batch, never);
    // All alike, for the batch must go again as it was.
    expect([...lost.values()]).toMatchObject(['A', 'B'].map(() => ({ kind: 'retry', mayHaveArrived: true })));
    expect(site.sandbox.state.stock('A')).toBe(3);
    const again = await site.stock.deliver(batch, never);
    expect(byRef(again)).toMatchObject({ A: { kind: 'delivered' }, B: { kind: 'unchanged' } });
    expect(site.sandbox.state.stock('A')).toBe(3);
  });
});

describe('an article that the website cannot change', () => {
  const fall = (sku: string) => ({ sku, held: 9, supply: 7 });

  it('does not hold up the other 49', async () => {
    const names = Array.from({ length: 47 }, (_, index) => `S${index}`);
    const products = [...names.map((sku) => ring(sku, 9)), ring('UNLIMITED', null), ring('SHORT', 1)];
    const site = await openSite(products);
    const wishes = [...names, 'UNLIMITED', 'SHORT', 'GONE'].map(fall);
    const first = byRef(await site.stock.deliver(stockBatch(site, wishes), never));
    expect(first).toMatchObject({
      UNLIMITED: { kind: 'refused', faults: [{ field: '', code: 'stock_not_counted' }] },
      SHORT: { kind: 'retry', scope: 'record', mayHaveArrived: false, partly: { supply: 8 } },
      GONE: { kind: 'refused', faults: [{ field: '', code: 'variant_gone' }] },
      S0: { kind: 'retry', scope: 'record', mayHaveArrived: false },
    });
    expect(site.sandbox.state.stock('S0')).toBe(9);
    const others = names.map(fall);
    const partly = { sku: 'SHORT', held: 9, supply: 8 };
    const second = await site.stock.deliver(stockBatch(site, [...others, partly]), never);
    expect(new Set([...second.values()].map(({ kind }) => kind))).toEqual(new Set(['delivered']));
    expect(names.map(site.sandbox.state.stock)).toEqual(Array(47).fill(7));
    expect(site.sandbox.state.stock('SHORT')).toBe(0);
    const rest = await site.stock.deliver(stockBatch(site, [{ sku: 'SHORT', held: 8, supply: 7 }]), never);
    expect(byRef(rest)).toMatchObject({ SHORT: { kind: 'refused', faults: [{ field: '', code: 'oversold' }] } });
  });

  it('is oversold where it is bought between our reading and our writing, again and again', async () => {
    const site = await openSite([ring('A', 5)]);
    const buy = () => void site.sandbox.shoppers.checkout({ sku: 'A', quantity: 2, email: 'ada@example.com' });
    site.sandbox.shoppers.beforeNext(adjustments, buy);
    const wish = { sku: 'A', held: 5, supply: 1 };
    const first = byRef(await site.stock.deliver(stockBatch(site, [wish]), never));
    expect(first).toMatchObject({ A: { partly: { supply: 2 } } });
    site.sandbox.shoppers.beforeNext(adjustments, buy);
    const second = byRef(await site.stock.deliver(stockBatch(site, [{ ...wish, supply: 2 }]), never));
    expect(second).toMatchObject({ A: { partly: { supply: 4 } } });
    const third = byRef(await site.stock.deliver(stockBatch(site, [{ ...wish, supply: 4 }]), never));
    expect(third).toMatchObject({ A: { kind: 'delivered' } });
    expect(site.sandbox.state.stock('A')).toBe(0);
  });

  it('has too much of it', async () => {
    const site = await openSite([ring('A', 5), ring('B', 5)]);
    const far = { sku: 'A', held: 5, supply: 2_000_000_000 };
    const both = await site.stock.deliver(stockBatch(site, [far, { sku: 'B', held: 5, supply: 6 }]), never);
    expect([...both.values()]).toMatchObject(['A', 'B'].map(() => ({ kind: 'indivisible' })));
    const alone = await site.stock.deliver(stockBatch(site, [far]), never);
    expect(byRef(alone)).toMatchObject({ A: { kind: 'refused', faults: [{ field: '', code: 'stock_too_high' }] } });
  });

  it('goes again where what the site shows cannot be read, for none of it was made', async () => {
    const site = await openSite([ring('A', 0)]);
    site.sandbox.faults.add({
      kind: 'answer',
      status: 503,
      path: '/1.0/commerce/inventory/*',
      method: 'GET',
      times: null,
    });
    const outcomes = await site.stock.deliver(stockBatch(site, [fall('A')]), never);
    expect(byRef(outcomes)).toMatchObject({ A: { kind: 'retry', scope: 'record', mayHaveArrived: false } });
  });

  it('goes again where it was put back before we looked', async () => {
    const site = await openSite([ring('A', 0)]);
    site.sandbox.shoppers.beforeNext('/1.0/commerce/inventory/*', () => site.sandbox.staff.setStock('A', 9), 'GET');
    const outcomes = await site.stock.deliver(stockBatch(site, [fall('A')]), never);
    expect(byRef(outcomes)).toMatchObject({ A: { kind: 'retry', scope: 'record', mayHaveArrived: false } });
  });
});

describe('what Squarespace answers to a whole batch', () => {
  it.each<[Omit<FaultRequest & { kind: 'answer' }, 'kind'>, object]>([
    [{ status: 400, type: 'INVALID_REQUEST_ERROR' }, { kind: 'indivisible' }],
    [{ status: 401 }, { kind: 'halted', hint: expect.stringContaining('new key') as string }],
    [{ status: 402 }, { kind: 'halted', hint: expect.stringContaining('not paid for') as string }],
    [
      { status: 403, subtype: 'MISSING_SCOPE' },
      { kind: 'halted', hint: expect.stringContaining('may not') as string },
    ],
    [
      { status: 403, format: 'html' },
      { kind: 'retry', mayHaveArrived: false },
    ],
    [
      { status: 409, subtype: 'CONCURRENT_MODIFICATION' },
      { kind: 'retry', mayHaveArrived: true },
    ],
    [{ status: 409 }, { kind: 'retry', mayHaveArrived: true }],
    [{ status: 429 }, { kind: 'throttled' }],
    [{ status: 500 }, { kind: 'retry', mayHaveArrived: true }],
    [
      { status: 503, format: 'html' },
      { kind: 'retry', mayHaveArrived: true },
    ],
  ])('%o → %o', async (fault, outcome) => {
    const site = await openSite([ring('A', 5), ring('B', 5)]);
    site.sandbox.faults.add({ kind: 'answer', path: adjustments, ...fault });
    const wishes = ['A', 'B'].map((sku) => ({ sku, held: 5, supply: 3 }));
    const outcomes = await site.stock.deliver(stockBatch(site, wishes), never);
    expect([...outcomes.values()]).toMatchObject([outcome, outcome]);
  });

  it('is a minute of quiet after a 429 that says nothing', async () => {
    const site = await openSite([ring('A', 5)]);
    site.sandbox.faults.add({ kind: 'answer', path: adjustments, status: 429 });
    const before = Date.now();
    const outcomes = byRef(await site.stock.deliver(stockBatch(site, [{ sku: 'A', held: 5, supply: 3 }]), never));
    const until = outcomes['A']?.kind === 'throttled' ? Date.parse(outcomes['A'].until) : 0;
    expect(until - before).toBeGreaterThanOrEqual(60_000);
    expect(until - before).toBeLessThan(70_000);
  });
});

describe('beginning to count', () => {
  const once = (idempotencyKey: string) => ({ signal: never, idempotencyKey });

  it('tells a website that counts none how many there are, and it takes its sales off from then on', async () => {
    const site = await openSite([ring('A', null)]);
    expect(await site.startCounting(site.keyOf('A'), 4, once('count-1'))).toBe('begun');
    site.sandbox.shoppers.checkout({ sku: 'A', quantity: 1, email: 'ada@example.com' });
    expect(site.sandbox.state.stock('A')).toBe(3);
  });

  it('leaves alone what is counted already, and what is gone', async () => {
    const site = await openSite([ring('A', 7)]);
    expect(await site.startCounting(site.keyOf('A'), 4, once('count-2'))).toBe('counted-already');
    expect(site.sandbox.state.stock('A')).toBe(7);
    expect(await site.startCounting(site.keyOf('GONE'), 4, once('count-3'))).toBe('gone');
  });

  it('says what to do where the key may not write', async () => {
    const site = await openSite([ring('A', null)], { permissions: { inventory: 'read' } });
    await expect(site.startCounting(site.keyOf('A'), 4, once('count-4'))).rejects.toMatchObject({
      reason: 'settings',
      hint: expect.stringContaining('new key') as string,
    });
  });
});
