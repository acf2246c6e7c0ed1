import { onTestFinished } from 'vitest';
import type { Batch, Outcome, Parcel } from '../../../src/connectors/contract.ts';
import { createSquarespaceApi } from '../../../src/connectors/squarespace/api.ts';
import { createCalls } from '../../../src/connectors/squarespace/calls.ts';
import { createFixedCredentials } from '../../../src/connectors/squarespace/credentials.ts';
import { createPrices } from '../../../src/connectors/squarespace/prices.ts';
import { createStartCounting } from '../../../src/connectors/squarespace/start-counting.ts';
import { createStock } from '../../../src/connectors/squarespace/stock.ts';
import { createHttpClient } from '../../../src/connectors/http/client.ts';
import { createPacing } from '../../../src/connectors/http/pacing.ts';
import type { TillKey } from '../../../src/model/ids.ts';
import type { SiteProduct } from '../../../src/sandbox/squarespace/site.ts';
import type { SquarespaceOptions } from '../../../src/sandbox/squarespace/start-squarespace-sandbox.ts';
import { startSquarespaceSandbox } from '../../../src/sandbox/squarespace/start-squarespace-sandbox.ts';
import { systemClock } from '../../../src/support/clock.ts';

/** The site's key. */
export const apiKey = 'a-very-secret-key-0815';

/** A product with one variant. */
export function ring(sku: string, stock: number | null): SiteProduct {
  return { name: `Ring ${sku}`, variants: [{ sku, price: '89.00', stock }] };
}

/** A site with these products, and what writes to it. Nothing ever waits. */
export async function openSite(products: readonly SiteProduct[], options: Partial<SquarespaceOptions> = {}) {
  const content = { title: 'Gem & Co', currency: 'GBP', timeZone: 'Europe/London', contacts: [], orders: [], products };
  const sandbox = await startSquarespaceSandbox({
    apiKey,
    now: systemClock,
    limits: { requestsPerMinute: null },
    content,
    ...options,
  });
  onTestFinished(() => sandbox.close());
  const sleep = (_milliseconds: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    return Promise.resolve();
  };
  const calls = createCalls({
    client: createHttpClient({ fetch, baseUrl: sandbox.url, secret: undefined, timeout: 5000, now: () => 0 }),
    auth: 'key',
    credentials: createFixedCredentials(apiKey),
    pacing: createPacing({ rate: null, now: systemClock, sleep }),
    now: systemClock,
    sleep,
    random: () => 0.5,
  });
  const { inventoryOf } = createSquarespaceApi(calls);
  const variantId = (sku: string): string => sandbox.state.variant(sku)?.variant.id ?? `no-${sku}`;
  return {
    sandbox,
    stock: createStock({ calls, inventoryOf, now: systemClock }),
    prices: createPrices({ calls, now: systemClock }),
    startCounting: createStartCounting({ calls, inventoryOf, now: systemClock }),
    keyOf: (sku: string) => `web-${variantId(sku)}` as TillKey,
    variantId,
    adjustments: () => sandbox.calls.filter(({ path }) => path.endsWith('/adjustments')),
  };
}

/** An open site. */
export type OpenSite = Awaited<ReturnType<typeof openSite>>;

/** What is asked of one article: from what the website was given so far to what it is to have been given. */
export interface Wish {
  readonly sku: string;
  readonly held?: number;
  readonly supply: number;
}

let batches = 0;

/** A batch of these wishes; the ref of each is its number in the shop. */
export function stockBatch(site: OpenSite, wishes: readonly Wish[]): Batch {
  batches += 1;
  const parcels = wishes.map(({ sku, held, supply }): Parcel => {
    const key = site.keyOf(sku);
    const record = { key, article: `A-${sku}` as TillKey, name: `Ring ${sku}`, supply };
    const parcel = { ref: sku, kind: 'stock', key, operation: 'upsert', record } as const;
    return held === undefined ? parcel : { ...parcel, held: { supply: held } };
  });
  return { idempotencyKey: `stock-${batches}`, kind: 'stock', operation: 'upsert', parcels };
}

/** The outcomes of a batch by article number. */
export function byRef(outcomes: ReadonlyMap<string, Outcome>): Readonly<Record<string, Outcome>> {
  return Object.fromEntries(outcomes);
}
