import type { Capabilities, Connector, ConnectorKind, ConnectorParts } from '../contract.ts';
import { createHttpClient } from '../http/client.ts';
import { createPacing } from '../http/pacing.ts';
import { createSquarespaceApi } from './api.ts';
import { createCalls } from './calls.ts';
import { checkSite } from './check.ts';
import { createFixedCredentials } from './credentials.ts';
import { createPrices } from './prices.ts';
import { label } from './refusal.ts';
import type { SquarespaceSettings } from './settings.ts';
import { squarespaceSettings } from './settings.ts';
import { createShopFront } from './shop-front.ts';
import { createStock } from './stock.ts';

/** So many operations may be in one adjustment of stock. */
const batch = { records: 50, bytes: 64 * 1024 };

/** An adjustment names a variant and a number of pieces, no more. */
const bytesPerParcel = 100;

function capabilitiesOf({ requestsPerMinute }: SquarespaceSettings): Capabilities {
  return {
    kinds: ['stock', 'price'],
    archives: [],
    merges: [],
    batch,
    rate: requestsPerMinute === null ? null : { requests: requestsPerMinute, perMilliseconds: 60_000 },
    // Stock has no compare-and-set: one change at a time.
    concurrency: 1,
    // Keys are kept for 48 hours; what is near their end is not sent again under one.
    changes: { kinds: ['stock'], keyLasts: 47 * 3_600_000 },
    idempotency: 'key',
  };
}

/** A connector to Squarespace that speaks over the given `fetch`. */
export function createSquarespace(
  parts: ConnectorParts<SquarespaceSettings> & { readonly fetch: typeof fetch },
): Connector {
  const { fetch, secret, settings, now, sleep, random, recentRequests: recent, onCall } = parts;
  const capabilities = capabilitiesOf(settings);
  const timeout = settings.timeoutSeconds * 1000;
  const calls = createCalls({
    // The bearer is the credentials': it may be renewed while we run.
    client: createHttpClient({ fetch, baseUrl: settings.baseUrl, secret: undefined, timeout, now, onCall }),
    auth: settings.auth,
    credentials: createFixedCredentials(secret),
    pacing: createPacing({ rate: capabilities.rate, now, sleep, recent }),
    now,
    sleep,
    random,
  });
  const api = createSquarespaceApi(calls);
  const stock = createStock({ calls, inventoryOf: api.inventoryOf, now });
  const prices = createPrices({ calls, now });

  return {
    capabilities,
    rules: () => undefined,
    check: (signal) => checkSite({ api, settings, hasSecret: secret !== undefined }, signal),
    size: () => bytesPerParcel,
    deliver: (parcels, signal) =>
      parcels.kind === 'price' ? prices.deliver(parcels, signal) : stock.deliver(parcels, signal),
    // Articles come into being on the site, and are known by its own ids: there is nothing of ours to be found there.
    find: () => Promise.resolve([]),
    shopFront: createShopFront({ api, calls, settings, now }),
    close: () => Promise.resolve(),
  };
}

/** Squarespace, after its reference page. */
export const squarespace: ConnectorKind<SquarespaceSettings> = {
  kind: 'squarespace',
  label,
  settings: squarespaceSettings,
  needsSecret: true,
  secretFrom: 'Settings → Advanced → Developer API Keys',
  isShopFront: true,
  create: (parts) => createSquarespace({ ...parts, fetch: globalThis.fetch }),
};
