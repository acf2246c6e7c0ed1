import { describe, expect, it } from 'vitest';
import { createSquarespace } from '../../src/connectors/squarespace/index.ts';
import { squarespaceSettings } from '../../src/connectors/squarespace/settings.ts';
import type { TillKey } from '../../src/model/ids.ts';
import { fault } from '../../src/sandbox/squarespace/faults/fault.ts';
import { createRandom } from '../../src/sandbox/seeded-random.ts';
import type { OpenSite } from '../connectors/squarespace/writing-fixture.ts';
import { apiKey, openSite, ring } from '../connectors/squarespace/writing-fixture.ts';
import type { TestClock } from './run-courier.ts';
import { createTestClock, runCourier } from './run-courier.ts';
import { at, destination, freshDelivery, stockOffer } from './workshop.ts';

const articles = Array.from({ length: 120 }, (_, index) => `R-${index}`);
const adjustments = '*/adjustments';

/** What may go wrong at every third request, and where. */
const weather = [
  { kind: 'cut', before: 'answer', probability: 0.08 },
  { kind: 'cut', before: 'commit', probability: 0.05 },
  { kind: 'answer', status: 503, format: 'html', probability: 0.05 },
  { kind: 'answer', status: 500, probability: 0.03 },
  { kind: 'answer', status: 429, probability: 0.03 },
  { kind: 'answer', status: 409, subtype: 'CONCURRENT_MODIFICATION', path: adjustments, probability: 0.05 },
  { kind: 'truncate', probability: 0.03 },
] as const;

function connectorTo({ sandbox }: OpenSite, time: TestClock) {
  const settings = { ...squarespaceSettings.parse({}), baseUrl: sandbox.url, requestsPerMinute: null };
  const { clock: now, sleep } = time;
  return createSquarespace({ settings, secret: apiKey, now, sleep, random: () => 0.5, fetch });
}

/** A website with ten pieces of each article, which we have looked at. */
async function shop() {
  const site = await openSite(articles.map((sku) => ring(sku, 10)));
  const delivery = freshDelivery();
  const time = createTestClock();
  const subject = (sku: string) => ({ destination, kind: 'stock', key: site.keyOf(sku) }) as const;
  for (const sku of articles) delivery.ledger.observed(subject(sku), { supply: 10 }, at);
  const held = (sku: string) => Number(delivery.ledger.get(subject(sku))?.watched?.['supply']);
  return { site, delivery, time, connector: connectorTo(site, time), held };
}

describe('Squarespace’s stand-in in bad weather', () => {
  it('shows in the end what there is, whatever is sold meanwhile', async () => {
    const { site, delivery, time, connector, held } = await shop();
    const { sandbox } = site;
    const random = createRandom(7);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const supplies = new Map(articles.map((sku) => [sku, 10]));
    const sold = new Map<string, number>();

    function buy(): void {
      const sku = pick(articles) ?? '';
      const quantity = 1 + Math.floor(random() * 3);
      const order = sandbox.shoppers.checkout({ sku, quantity, email: 'ada@example.com' });
      if (order) sold.set(sku, (sold.get(sku) ?? 0) + quantity);
    }

    async function day(): Promise<void> {
      for (let turn = 0; turn < 40; turn += 1) supplies.set(pick(articles) ?? '', Math.floor(random() * 20) - 1);
      for (let turn = 0; turn < 10; turn += 1) buy();
      // The moment between our reading and its arriving.
      for (let turn = 0; turn < 3; turn += 1) sandbox.shoppers.beforeNext(adjustments, buy, 'POST');
      for (const [sku, supply] of supplies) {
        const operation = supply < held(sku) ? 'lower' : 'upsert';
        delivery.outbox.offer(stockOffer(site.keyOf(sku), supply, operation));
      }
      await runCourier(delivery, connector, { time });
      time.advance(3_600_000);
    }

    for (const each of weather) sandbox.faults.add(fault.parse(each));
    for (let turn = 0; turn < 25; turn += 1) await day();
    sandbox.faults.clear();
    for (let calm = 0; calm < 3; calm += 1) {
      delivery.outbox.retry('all');
      await runCourier(delivery, connector, { time });
      time.advance(3_600_000);
    }
    const expected = articles.map((sku) => [sku, Math.max(0, (supplies.get(sku) ?? 0) - (sold.get(sku) ?? 0))]);
    expect(articles.map((sku) => [sku, sandbox.state.stock(sku)])).toEqual(expected);
    for (const sku of articles) expect(held(sku)).toBe((sandbox.state.stock(sku) ?? 0) + (sold.get(sku) ?? 0));
    for (const { faults } of delivery.outbox.list({})) expect(faults).toEqual([{ field: '', code: 'oversold' }]);
  });

  it('takes what was sold at the counter off before anything else', async () => {
    const { site, delivery, time, connector } = await shop();
    for (const sku of articles.slice(0, 60)) delivery.outbox.offer(stockOffer(site.keyOf(sku), 12));
    delivery.outbox.offer(stockOffer(site.keyOf('R-99'), 9, 'lower'));
    await runCourier(delivery, connector, { time });
    const [first] = site.adjustments();
    expect(site.adjustments()).toHaveLength(3);
    expect(first?.status).toBe(204);
    expect(site.sandbox.state.stock('R-99')).toBe(9);
  });

  it('keeps the other 49 going where one article is gone', async () => {
    const { site, delivery, time, connector } = await shop();
    const gone = { ...stockOffer('web-no-such-variant', 4), watched: { supply: 4 } };
    delivery.ledger.observed({ destination, kind: 'stock', key: 'web-no-such-variant' as TillKey }, { supply: 9 }, at);
    for (const sku of articles.slice(0, 49)) delivery.outbox.offer(stockOffer(site.keyOf(sku), 12));
    delivery.outbox.offer(gone);
    const { kinds } = await runCourier(delivery, connector, { time });
    expect(kinds.stock).toMatchObject({ updated: 49, refused: 1, parked: 1, waiting: 0 });
    expect(delivery.outbox.list({})).toMatchObject([{ faults: [{ field: '', code: 'variant_gone' }] }]);
  });
});
