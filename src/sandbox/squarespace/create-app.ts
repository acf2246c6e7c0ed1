import { Hono } from 'hono';
import type { Clock } from '../../support/clock.ts';
import type { Call } from './conventions/call.ts';
import { createCalls } from './conventions/calls.ts';
import { admit, gateway, identify, refuse } from './conventions/door.ts';
import type { ExchangeEnv } from './conventions/exchange.ts';
import { createIdempotency } from './conventions/idempotency.ts';
import { createDoorLimiter, createHourlyLimiter } from './conventions/limiter.ts';
import type { Limits } from './conventions/limiter.ts';
import { createPager } from './conventions/page.ts';
import type { Caller } from './conventions/permissions.ts';
import { notFound } from './conventions/refusal.ts';
import type { Wire } from './conventions/wire.ts';
import type { BeforeNext } from './faults/before-next.ts';
import type { RunningScript } from './faults/fault-script.ts';
import { routeContacts } from './resources/contacts/route-contacts.ts';
import type { ResourceParts } from './resources/context.ts';
import { routeDiscounts } from './resources/discounts/route-discounts.ts';
import { routeInventory } from './resources/inventory/route-inventory.ts';
import { routeOrders } from './resources/orders/route-orders.ts';
import { routeProducts } from './resources/products/route-products.ts';
import { routeProfiles } from './resources/profiles/route-profiles.ts';
import { routeSite } from './resources/site/route-site.ts';
import { routeTransactions } from './resources/transactions/route-transactions.ts';
import type { Store } from './store/store.ts';
import { routeWebhooks } from './webhooks/route-webhooks.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

/** What the server is made from. */
export interface AppParts {
  readonly store: Store;
  /** The sandbox's own, which no rule of the site applies to. */
  readonly pages: Hono<ExchangeEnv>;
  /** The login host's, which asks for no bearer. */
  readonly oauth: Hono<ExchangeEnv>;
  readonly wire: Wire;
  readonly webhooks: Webhooks;
  readonly limits: Limits;
  readonly script: RunningScript;
  readonly beforeNext: BeforeNext;
  readonly log: (call: Call) => void;
  /** What each request is called in an error. */
  readonly newContextId: () => string;
  readonly callerOf: (bearer: string) => Caller | undefined;
  readonly isExpired: () => boolean;
  readonly now: Clock;
  readonly closing: AbortSignal;
}

/** The Commerce APIs, and the sandbox's own pages beside them. */
export function createApp(parts: AppParts): Hono<ExchangeEnv> {
  const { store, pages, oauth, wire, webhooks, limits, script, beforeNext } = parts;
  const { log, newContextId, callerOf, isExpired, now, closing } = parts;
  const { habits } = store;
  const idempotency = createIdempotency(now);
  const resource: ResourceParts = {
    store,
    wire,
    page: createPager(habits),
    call: createCalls({ idempotency, beforeNext, closing }),
  };
  const limiterOf = (most: number | null) => createDoorLimiter({ most, now, habits });
  const app = new Hono<ExchangeEnv>();

  app.route('/sandbox', pages);
  app.route('/api/1/login/oauth/provider', oauth);
  app.use(identify({ now, newContextId, log }));
  app.use(gateway(script));
  app.use(
    admit({
      habits,
      callerOf,
      isExpired,
      limiter: limiterOf(limits.requestsPerMinute),
      genericLimiter: limiterOf(limits.genericRequestsPerMinute),
    }),
  );
  routeSite(app, resource);
  routeOrders(app, resource, createHourlyLimiter({ most: limits.ordersPerHour, now, habits }));
  routeTransactions(app, resource);
  routeInventory(app, resource);
  routeProducts(app, resource);
  routeDiscounts(app, resource);
  routeContacts(app, resource);
  routeProfiles(app, resource);
  routeWebhooks(app, { ...resource, webhooks, closing });

  app.notFound(() => {
    throw notFound('There is nothing here.', null);
  });
  app.onError(refuse);
  return app;
}
