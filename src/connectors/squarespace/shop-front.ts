import type { ShopFront } from '../shop-front.ts';
import type { SquarespaceApi } from './api.ts';
import type { Calls } from './calls.ts';
import { prefix, siteId, webKey } from './keys.ts';
import { fields, origins } from './mapping/fields.ts';
import type { SquarespaceSettings } from './settings.ts';
import { createStartCounting } from './start-counting.ts';
import { createOrders } from './streams/orders.ts';
import { createRefunds } from './streams/refunds.ts';
import { createContacts, createInventory, createProducts } from './streams/sweeps.ts';
import type { Website } from './wire/website.ts';

/** What a site is read with. */
export interface ShopFrontParts {
  readonly api: SquarespaceApi;
  readonly calls: Calls;
  readonly settings: Pick<SquarespaceSettings, 'lagSeconds' | 'overlapMinutes'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).format(0) !== '';
  } catch {
    return false;
  }
}

/** A site as a source of rows. */
export function createShopFront({ api, calls, settings, now }: ShopFrontParts): ShopFront {
  const overlap = settings.overlapMinutes * 60_000;
  let website: Website | undefined;

  async function site(signal: AbortSignal): Promise<Website> {
    website ??= await api.website(signal);
    return website;
  }

  /**
   * Now, less the lag. Where our clock and the site's differ by more than a part of what windows overlap by, the site's
   * counts: a window that ended in its future would leave out what is changed there until then.
   */
  async function end(signal: AbortSignal): Promise<string> {
    await site(signal);
    const ahead = calls.ahead() ?? 0;
    const at = now() + (Math.abs(ahead) > overlap / 2 ? ahead : 0);
    return new Date(at - settings.lagSeconds * 1000).toISOString();
  }

  async function timeZone(signal: AbortSignal): Promise<string> {
    const zone = (await site(signal)).timeZone;
    return zone !== null && isZone(zone) ? zone : 'UTC';
  }

  return {
    prefix,
    fields,
    origins,
    latestBy: { buyer: 'orderedAt' },
    streams: [
      createOrders({ api, refunds: createRefunds({ api, timeZone }), end, overlap }),
      createContacts(api),
      createProducts(api),
      createInventory(api),
    ],
    startCounting: createStartCounting({ calls, inventoryOf: api.inventoryOf, now }),
    async stockOf(keys, signal) {
      const items = await api.inventoryOf(keys.map(siteId), signal);
      return items.map(({ variantId, quantity, isUnlimited }) => ({
        key: webKey(variantId),
        quantity: isUnlimited ? null : (quantity ?? null),
      }));
    },
  };
}
