import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch, Connector, Outcome } from '../../src/connectors/contract.ts';
import type { TillKey } from '../../src/model/ids.ts';
import { instantOf } from '../../src/model/ids.ts';
import { forAll, lost } from './far-side.ts';
import { createTestClock, runCourier } from './run-courier.ts';
import { at, deliveryOn, destination, freshDelivery, open, scratch, stockOffer } from './workshop.ts';
import type { Website } from './website.ts';
import { createWebsite } from './website.ts';

const subject = (key: string) => ({ destination, kind: 'stock', key: key as TillKey }) as const;
type Delivery = ReturnType<typeof freshDelivery>;

/** A shop whose website was looked at: ten pieces of each article. */
function shop(keys: readonly string[] = ['A', 'B', 'C']) {
  const delivery = freshDelivery();
  const website = createWebsite(keys, 10);
  for (const key of keys) delivery.ledger.observed(subject(key), { supply: 10 }, at);
  return { ...delivery, delivery, website, time: createTestClock() };
}

describe('stock, which is sent as a change', () => {
  it('goes with what the website had of it, falls before rises', async () => {
    const { delivery, outbox, website, ledger } = shop();
    outbox.offer(stockOffer('A', 12));
    outbox.offer(stockOffer('B', 7, 'lower'));
    const tally = await runCourier(delivery, website.connector);
    expect(website.batches.map(({ operation, parcels }) => [operation, parcels[0]?.key, parcels[0]?.held])).toEqual([
      ['lower', 'B', { supply: 10 }],
      ['upsert', 'A', { supply: 10 }],
    ]);
    expect([...website.shown.values()]).toEqual([12, 7, 10]);
    expect(ledger.get(subject('B'))?.watched).toEqual({ supply: 7 });
    expect(tally.kinds.stock).toMatchObject({ updated: 2, waiting: 0 });
  });

  it('is unchanged where the website was seen to have just that', () => {
    const { outbox, ledger } = shop();
    expect(outbox.offer(stockOffer('A', 10))).toBe('unchanged');
    outbox.offer(stockOffer('A', 7, 'lower'));
    expect(ledger.observed(subject('A'), { supply: 7 }, at)).toBe(true);
    expect(outbox.offer(stockOffer('A', 7, 'lower'))).toBe('unchanged');
    expect(outbox.list({})).toEqual([]);
  });

  it('changes its way where it rises again before it went', () => {
    const { outbox } = shop();
    expect(outbox.offer(stockOffer('A', 7, 'lower'))).toBe('queued');
    expect(outbox.offer(stockOffer('A', 7))).toBe('replaced');
    expect(outbox.list({})).toMatchObject([{ operation: 'upsert' }]);
  });

  it('that nobody can take off is taken off as far as it goes, and the rest is a problem', async () => {
    const { delivery, outbox, website, ledger } = shop();
    website.buy('A', 4);
    outbox.offer(stockOffer('A', 1, 'lower'));
    outbox.offer(stockOffer('B', 3, 'lower'));
    const refused: string[] = [];
    await runCourier(delivery, website.connector, { onRefused: ({ key }) => void refused.push(key) });
    expect(refused).toEqual(['A']);
    expect(website.shown).toEqual(
      new Map([
        ['A', 0],
        ['B', 3],
        ['C', 10],
      ]),
    );
    expect(ledger.get(subject('A'))?.watched).toEqual({ supply: 4 });
    expect(outbox.offer(stockOffer('A', 1, 'lower'))).toBe('parked');
    outbox.offer(stockOffer('A', 6));
    await runCourier(delivery, website.connector);
    expect(website.shown.get('A')).toBe(2);
  });

  it('of which a part was taken all the same is known by what the website said', async () => {
    const { delivery, outbox, website, ledger } = shop();
    const outcome: Outcome = { kind: 'refused', faults: [{ field: '', code: 'oversold' }], held: { supply: 8 } };
    const connector = { ...website.connector, deliver: (batch: Batch) => Promise.resolve(forAll(batch, outcome)) };
    outbox.offer(stockOffer('A', 7, 'lower'));
    await runCourier(delivery, connector);
    expect(ledger.get(subject('A'))?.watched).toEqual({ supply: 8 });
    expect(outbox.offer(stockOffer('A', 7, 'lower'))).toBe('parked');
    expect(outbox.offer(stockOffer('A', 8))).toBe('unchanged');
  });

  it('is not observed while it is under way', async () => {
    const { delivery, outbox, website, ledger, time } = shop();
    const connector = { ...website.connector, deliver: (batch: Batch) => Promise.resolve(forAll(batch, lost(true))) };
    outbox.offer(stockOffer('A', 7, 'lower'));
    await runCourier(delivery, connector, { time });
    expect(ledger.observed(subject('A'), { supply: 3 }, at)).toBe(false);
    expect(ledger.get(subject('A'))?.watched).toEqual({ supply: 10 });
  });

  it('whose fate the website can no longer tell is parked, until somebody looks', async () => {
    const { delivery, outbox, website, ledger, time } = shop();
    const connector = { ...website.connector, deliver: (batch: Batch) => Promise.resolve(forAll(batch, lost(true))) };
    outbox.offer(stockOffer('A', 7, 'lower'));
    await runCourier(delivery, connector, { time });
    outbox.offer(stockOffer('A', 5, 'lower'));
    time.advance(41 * 3_600_000);
    await runCourier(delivery, website.connector, { time });
    expect(outbox.list({})).toMatchObject([{ seenAs: 'parked', mayHaveArrived: true, faults: null }]);
    outbox.retry('all');
    await runCourier(delivery, website.connector, { time });
    expect(website.batches).toEqual([]);
    expect(ledger.observed(subject('A'), { supply: 10 }, at)).toBe(true);
    await runCourier(delivery, website.connector, { time });
    expect(website.shown.get('A')).toBe(5);
  });
});

const troubles = [
  'none',
  'none',
  'none',
  'crash before',
  'crash after',
  'cut before',
  'cut after',
  'slow down',
  'busy',
  'buy',
] as const;
const articles = ['A', 'B', 'C', 'D', 'E', 'F'];
const story = fc.array(
  fc.record({
    supplies: fc.array(fc.record({ key: fc.constantFrom(...articles), supply: fc.integer({ min: -2, max: 20 }) }), {
      maxLength: 6,
    }),
    orders: fc.array(fc.record({ key: fc.constantFrom(...articles), pieces: fc.integer({ min: 1, max: 6 }) }), {
      maxLength: 4,
    }),
    troubles: fc.array(fc.constantFrom(...troubles), { maxLength: 10 }),
    looks: fc.boolean(),
    hours: fc.constantFrom(1, 1, 1, 60),
  }),
  { minLength: 1, maxLength: 8 },
);

/** The website over a line, and with a caller, that fail as the list says. */
function troubled(website: Website, list: readonly (typeof troubles)[number][], crash: () => void): Connector {
  const left = [...list];
  const { connector } = website;
  return {
    ...connector,
    async deliver(batch, signal) {
      const trouble = left.shift() ?? 'none';
      // Somebody buys between our reckoning and its arriving.
      if (trouble === 'buy') website.buy(batch.parcels[0]?.key ?? '', 3);
      if (trouble === 'slow down') return forAll(batch, { kind: 'throttled', until: instantOf(0) });
      if (trouble === 'busy')
        return forAll(batch, { kind: 'retry', reason: 'the key is in use', mayHaveArrived: true });
      const isTaken = !trouble.endsWith('before');
      const outcomes = isTaken ? await connector.deliver(batch, signal) : forAll(batch, lost(true));
      if (trouble.startsWith('crash')) crash();
      return trouble.startsWith('cut') ? forAll(batch, lost(true)) : outcomes;
    },
  };
}

/** What our ledger believes is what is true, wherever nothing is under way. */
function expectTruth({ ledger, outbox }: Pick<Delivery, 'ledger' | 'outbox'>, { shown, ordered }: Website): void {
  for (const key of articles) {
    const isUncertain = outbox.list({ key: key as TillKey }).some(({ mayHaveArrived }) => mayHaveArrived);
    const truth = { supply: (shown.get(key) ?? 0) + (ordered.get(key) ?? 0) };
    if (!isUncertain) expect([key, ledger.get(subject(key))?.watched]).toEqual([key, truth]);
  }
}

describe('whatever happens on the way to the website', () => {
  it('every change is made once, and the ledger is right about what nobody is sending', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (days) => {
        const website = createWebsite(articles, 10);
        const file = path.join(scratch(), 'tillbridge.db');
        const time = createTestClock();
        const supplies = new Map<string, number>();
        let delivery = deliveryOn(open(file));
        for (const key of articles) delivery.ledger.observed(subject(key), { supply: 10 }, at);

        async function day(list: readonly (typeof troubles)[number][]): Promise<void> {
          const { database, outbox, ledger } = delivery;
          outbox.recover();
          for (const [key, supply] of supplies) {
            const there = Number(ledger.get(subject(key))?.watched?.['supply']);
            outbox.offer(stockOffer(key, supply, supply < there ? 'lower' : 'upsert'));
          }
          const connector = troubled(website, list, () => database.close());
          await runCourier(delivery, connector, { time }).catch((thrown: unknown) => {
            if (database.open) throw thrown;
          });
          if (!database.open) delivery = deliveryOn(open(file));
          delivery.outbox.recover();
          expectTruth(delivery, website);
        }

        function look(): void {
          for (const key of articles) {
            const supply = (website.shown.get(key) ?? 0) + (website.ordered.get(key) ?? 0);
            delivery.ledger.observed(subject(key), { supply }, at);
          }
        }

        for (const { supplies: changes, orders, troubles: list, looks, hours } of days) {
          for (const { key, supply } of changes) supplies.set(key, supply);
          for (const { key, pieces } of orders) website.buy(key, pieces);
          if (looks) look();
          await day(list);
          time.advance(hours * 3_600_000);
        }
        for (let calm = 0; calm < 4; calm += 1) {
          look();
          delivery.outbox.retry('all');
          await day([]);
          time.advance(3_600_000);
        }
        for (const [key, supply] of supplies) {
          expect([key, website.shown.get(key)]).toEqual([key, Math.max(0, supply - (website.ordered.get(key) ?? 0))]);
        }
        for (const times of website.bodies.values()) expect(new Set(times).size).toBe(1);
        delivery.database.close();
      }),
      { numRuns: 80 },
    );
  });
});
