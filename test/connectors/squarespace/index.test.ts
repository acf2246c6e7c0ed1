import { onTestFinished } from 'vitest';
import { createSquarespace } from '../../../src/connectors/squarespace/index.ts';
import type { SquarespaceSettings } from '../../../src/connectors/squarespace/settings.ts';
import { squarespaceSettings } from '../../../src/connectors/squarespace/settings.ts';
import type { TillKey } from '../../../src/model/ids.ts';
import type { AnyRecord, RecordKind } from '../../../src/model/record.ts';
import { sleep, systemClock } from '../../../src/support/clock.ts';
import type { Sample } from '../conformance-samples.ts';
import { connectorConformance } from '../conformance.ts';
import { deafAddress } from '../genieai/genieai-fixture.ts';
import { apiKey, openSite, ring } from './writing-fixture.ts';

const articles = Array.from({ length: 50 }, (_, index) => `R-${index}`);

connectorConformance('squarespace', async () => {
  const site = await openSite(articles.map((sku) => ring(sku, 9)));
  const { state } = site.sandbox;
  const bodies: number[] = [];

  function open(settings: Partial<SquarespaceSettings>) {
    const connector = createSquarespace({
      secret: apiKey,
      now: systemClock,
      // Waits are of the house's own making, and nothing depends on their length.
      sleep: (milliseconds, signal) => sleep(Math.min(milliseconds, 5), signal),
      random: () => 0.5,
      settings: { ...squarespaceSettings.parse({}), requestsPerMinute: null, baseUrl: site.sandbox.url, ...settings },
      fetch(input, init) {
        if (typeof init?.body === 'string') bodies.push(Buffer.byteLength(init.body));
        return fetch(input, init);
      },
    });
    onTestFinished(() => connector.close());
    return connector;
  }

  function sampleOf(kind: RecordKind, sku: string): Sample {
    const key = site.keyOf(sku);
    const plain = { key, article: `A-${sku}` as TillKey, name: `Ring ${sku}` };
    if (kind === 'stock') return { key, record: { ...plain, supply: 7 }, held: { supply: 9 } };
    const product = state.variant(sku)?.product.id ?? '';
    return { key, record: { ...plain, product, price: { minor: 9900, currency: 'GBP' } } as AnyRecord };
  }

  return {
    connector: open({}),
    secret: apiKey,
    samples: (kind, count) => articles.slice(0, count).map((sku) => sampleOf(kind, sku)),
    holds: (kind) =>
      Promise.resolve(
        articles.map((sku) => (kind === 'stock' ? state.stock(sku) : state.variant(sku)?.variant.basePrice)),
      ),
    lastBytes: () => Promise.resolve(bodies.reduce((sum, bytes) => sum + bytes, 0)),
    line: {
      refusing: async () => open({ baseUrl: await deafAddress() }),
      cutNext: () => {
        site.sandbox.faults.add({ kind: 'cut', before: 'answer', method: 'POST' });
      },
      stall: () => {
        site.sandbox.faults.add({ kind: 'delay', milliseconds: 60_000 });
      },
    },
  };
});
