import { describe, expect, it } from 'vitest';
import type { Batch, Outcome } from '../../src/connectors/contract.ts';
import { instantOf } from '../../src/model/ids.ts';
import { TillbridgeError } from '../../src/support/errors.ts';
import { createFarSide, forAll, lost } from './far-side.ts';
import { createTestClock, runCourier } from './run-courier.ts';
import { customerOffer, destination, freshDelivery, start } from './workshop.ts';

const halted: Outcome = { kind: 'halted', reason: 'CRM answered 401', hint: 'Make a new key.' };

function keysOf(batches: readonly Batch[]): string[][] {
  return batches.map(({ parcels }) => parcels.map(({ key }) => key));
}

describe('a destination that does not answer', () => {
  it('ends the run after a few rounds, costs nobody an attempt, and parks nothing, for however long it lasts', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide({ mood: () => lost(false) });
    for (let key = 1; key <= 30; key += 1) delivery.outbox.offer(customerOffer(String(key)));
    for (let run = 0; run < 20; run += 1) {
      const before = farSide.batches.length;
      const tally = await runCourier(delivery, farSide.connector);
      expect(tally.stopped).toMatchObject({ why: 'silent', reason: 'the connection was lost' });
      expect(farSide.batches.length - before).toBe(5);
    }
    expect(delivery.outbox.list({}).every(({ attempts, seenAs }) => attempts === 0 && seenAs === 'waiting')).toBe(true);
    expect(delivery.destinations.get(destination)).toMatchObject({
      state: 'paused',
      reason: 'the connection was lost',
    });
    farSide.mood = () => undefined;
    expect((await runCourier(delivery, farSide.connector)).kinds.customer).toMatchObject({ created: 30, waiting: 0 });
    expect(delivery.destinations.get(destination).state).toBe('ready');
  });

  it('is given a moment, and counts requests that fail together once', async () => {
    const delivery = freshDelivery();
    let failures = 0;
    const farSide = createFarSide({
      capabilities: { concurrency: 8, batch: { records: 1, bytes: 9999 } },
      mood: () => ((failures += 1) <= 8 ? lost(false) : undefined),
    });
    const time = createTestClock();
    for (let key = 1; key <= 20; key += 1) delivery.outbox.offer(customerOffer(String(key)));
    const tally = await runCourier(delivery, farSide.connector, { time });
    expect(tally.stopped).toBeNull();
    expect(tally.kinds.customer.created).toBe(20);
    expect(time.sleeps.length).toBeGreaterThan(0);
  });

  it('gets the same batch again with the same key, and with another once the far side says it is spent', async () => {
    const delivery = freshDelivery();
    const answers: Outcome[] = [lost(true), lost(true), { ...lost(false), scope: 'record' } as Outcome];
    const farSide = createFarSide({ mood: () => answers.shift() });
    delivery.outbox.offer(customerOffer('1'));
    delivery.outbox.offer(customerOffer('2'));
    await runCourier(delivery, farSide.connector);
    const names = farSide.batches.map(({ idempotencyKey }) => idempotencyKey);
    expect(names).toHaveLength(4);
    expect(new Set(names.slice(0, 3)).size).toBe(1);
    expect(names[3]).not.toBe(names[0]);
  });

  it('is asked what it holds where sending twice would make two', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide({ capabilities: { idempotency: 'none' } });
    const { connector } = farSide;
    let isCut = true;
    const cut = {
      ...connector,
      async deliver(batch: Batch, signal: AbortSignal) {
        const taken = isCut ? { ...batch, parcels: batch.parcels.slice(0, 1) } : batch;
        const outcomes = await connector.deliver(taken, signal);
        return isCut ? forAll(batch, lost(true)) : outcomes;
      },
    };
    delivery.outbox.offer(customerOffer('1'));
    delivery.outbox.offer(customerOffer('2'));
    await runCourier(delivery, cut, { gate: { failures: 1, backoff: { base: 1, cap: 1 }, patience: 0 } });
    isCut = false;
    farSide.batches.length = 0;
    const tally = await runCourier(delivery, cut);
    expect(keysOf(farSide.batches)).toEqual([['2']]);
    expect(tally.kinds.customer).toMatchObject({ created: 2, waiting: 0 });
  });
});

describe('a destination that asks for time', () => {
  const throttled = (until: number): Outcome => ({ kind: 'throttled', until: instantOf(until) });

  it('gets it within the run, and no entry is charged for it', async () => {
    const delivery = freshDelivery();
    const answers = [throttled(start + 20_000)];
    const farSide = createFarSide({ mood: () => answers.shift() });
    const time = createTestClock();
    delivery.outbox.offer(customerOffer('1'));
    const tally = await runCourier(delivery, farSide.connector, { time });
    expect(time.sleeps).toEqual([20_000]);
    expect(tally).toMatchObject({ stopped: null, requests: 2, kinds: { customer: { created: 1 } } });
  });

  it('ends the run where it asks for more than the run may wait, also at the next start', async () => {
    const delivery = freshDelivery();
    const answers = [throttled(start + 3_600_000)];
    const farSide = createFarSide({ mood: () => answers.shift() });
    delivery.outbox.offer(customerOffer('1'));
    const first = await runCourier(delivery, farSide.connector);
    const second = await runCourier(delivery, farSide.connector);
    expect([first.stopped?.why, second.stopped?.why]).toEqual(['paused', 'paused']);
    expect(farSide.batches).toHaveLength(1);
    const later = createTestClock(start + 3_600_000);
    const third = await runCourier(delivery, farSide.connector, { time: later });
    expect(third).toMatchObject({ stopped: null, kinds: { customer: { created: 1 } } });
  });
});

describe('a destination that takes nothing until its owner acts', () => {
  it('ends the run with reason and hint, and is asked once in the next', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide({ mood: () => halted });
    for (let key = 1; key <= 30; key += 1) delivery.outbox.offer(customerOffer(String(key)));
    const tally = await runCourier(delivery, farSide.connector);
    expect(tally.stopped).toEqual({ why: 'halted', reason: 'CRM answered 401', hint: 'Make a new key.' });
    expect(tally.kinds.customer).toMatchObject({ waiting: 30, parked: 0 });
    expect(delivery.destinations.get(destination)).toMatchObject({ state: 'halted', hint: 'Make a new key.' });
    await runCourier(delivery, farSide.connector);
    expect(farSide.batches).toHaveLength(2);
  });
});

describe('a destination that must be asked first, and takes nothing until its owner acts', () => {
  it('is halted by its answer to the question as by that to a delivery', async () => {
    const delivery = freshDelivery();
    const moods = [lost(true)];
    const farSide = createFarSide({ mood: () => moods.shift(), capabilities: { idempotency: 'none' } });
    delivery.outbox.offer(customerOffer('1'));
    const refuses = () =>
      Promise.reject(new TillbridgeError('settings', 'asking CRM: it answered 401', { hint: 'Make a new key.' }));
    const tally = await runCourier(delivery, { ...farSide.connector, find: refuses });
    expect(tally.stopped).toEqual({ why: 'halted', reason: 'asking CRM: it answered 401', hint: 'Make a new key.' });
    expect(tally.kinds.customer).toMatchObject({ waiting: 1, parked: 0 });
    expect(delivery.destinations.get(destination)).toMatchObject({ state: 'halted', hint: 'Make a new key.' });
  });
});

describe('a destination that does not understand us', () => {
  it('is left alone before everything is parked', async () => {
    const delivery = freshDelivery();
    const farSide = createFarSide({ mood: () => ({ kind: 'indivisible', reason: 'CRM answered 400' }) });
    for (let key = 1; key <= 200; key += 1) delivery.outbox.offer(customerOffer(String(key)));
    const tally = await runCourier(delivery, farSide.connector);
    expect(tally.stopped).toMatchObject({ why: 'halted', reason: 'CRM answered 400' });
    expect(tally.kinds.customer).toMatchObject({ waiting: 195, parked: 5 });
    expect(delivery.destinations.get(destination).state).toBe('halted');
    farSide.mood = () => undefined;
    delivery.outbox.retry('all');
    expect((await runCourier(delivery, farSide.connector)).kinds.customer).toMatchObject({ created: 200, parked: 0 });
  });
});

describe('being told to stop', () => {
  it('ends at once, keeps what is under way for the next run, and blames nobody', async () => {
    const delivery = freshDelivery();
    const stop = new AbortController();
    const farSide = createFarSide({
      mood(batch) {
        stop.abort();
        return forAll(batch, lost(true));
      },
    });
    for (let key = 1; key <= 30; key += 1) delivery.outbox.offer(customerOffer(String(key)));
    const tally = await runCourier(delivery, farSide.connector, { signal: stop.signal });
    expect(tally.stopped?.why).toBe('aborted');
    expect(farSide.batches).toHaveLength(1);
    expect(delivery.destinations.get(destination).state).toBe('ready');
    farSide.mood = () => undefined;
    await runCourier(delivery, farSide.connector);
    expect(farSide.batches[1]).toEqual(farSide.batches[0]);
    expect(farSide.records.size).toBe(30);
  });

  it('wakes whoever waits', async () => {
    const delivery = freshDelivery();
    const stop = new AbortController();
    const farSide = createFarSide({ mood: () => ({ kind: 'throttled', until: instantOf(start + 5000) }) });
    delivery.outbox.offer(customerOffer('1'));
    const sleep = () => {
      stop.abort();
      return Promise.reject(new Error('told to stop'));
    };
    const tally = await runCourier(delivery, farSide.connector, { signal: stop.signal, sleep });
    expect(tally.stopped?.why).toBe('aborted');
  });
});
