import { currency } from '../../model/money.ts';
import type { Clock } from '../../support/clock.ts';
import { serveOnLoopback } from '../loopback-server.ts';
import { createRandom } from '../seeded-random.ts';
import { createCallLog } from '../call-log.ts';
import type { Call } from './conventions/call.ts';
import { defaultLimits } from './conventions/limiter.ts';
import type { Limits } from './conventions/limiter.ts';
import { everything } from './conventions/permissions.ts';
import type { Permissions } from './conventions/permissions.ts';
import { createWire } from './conventions/wire.ts';
import { createApp } from './create-app.ts';
import { createBeforeNext } from './faults/before-next.ts';
import { createFaultScript } from './faults/fault-script.ts';
import type { FaultScript } from './faults/fault-script.ts';
import { defaultHabits } from './habits.ts';
import type { Habits } from './habits.ts';
import { createShoppers } from './hands/shoppers.ts';
import type { Shoppers } from './hands/shoppers.ts';
import { createStaff } from './hands/staff.ts';
import type { Staff } from './hands/staff.ts';
import { createGrants } from './oauth/grants.ts';
import { createOauthPages } from './oauth/oauth-pages.ts';
import type { OauthClient } from './oauth/oauth-pages.ts';
import { createSandboxPages } from './pages/sandbox-pages.ts';
import type { SiteContent } from './site.ts';
import type { SiteSwitches } from './site-switches.ts';
import { createState } from './state.ts';
import type { SiteState } from './state.ts';
import { createContextIds } from './store/ids.ts';
import { loadContent } from './store/load-content.ts';
import { createStore } from './store/store.ts';
import type { Deliveries } from './webhooks/deliveries.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

/** How a sandbox is to be. */
export interface SquarespaceOptions {
  readonly apiKey: string;
  readonly now: Clock;
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  readonly content: SiteContent;
  /** What the key may do, where it may not do everything. */
  readonly permissions?: Partial<Permissions>;
  /** What the site allows, where it is not given: 300 requests per minute (120 for generic User-Agents; no limit where that is none), 100 imported orders per hour. */
  readonly limits?: Partial<Limits>;
  /** Decides all ids, and which requests faults with a probability strike. */
  readonly seed?: number;
  readonly habits?: Partial<Habits>;
  /** The one application that may ask the owner for consent. */
  readonly oauth?: Partial<OauthClient>;
}

/** A Squarespace site of one's own. */
export interface SquarespaceSandbox {
  /** The base URL of the APIs, without a slash at its end; the sandbox's own pages are under `/sandbox`. */
  readonly url: string;
  readonly state: SiteState;
  readonly site: SiteSwitches;
  readonly faults: FaultScript;
  readonly shoppers: Shoppers;
  readonly staff: Staff;
  /** The notifications to whoever subscribed: they leave when they are told to. */
  readonly webhooks: Pick<Deliveries, 'deliverDue' | 'waiting'>;
  /** The calls so far, in the order in which they ended. */
  readonly calls: readonly Call[];
  /** Breaks every connection. May be called again. */
  close(): Promise<void>;
}

function limitsOf(given: Partial<Limits> = {}): Limits {
  const limits = { ...defaultLimits, ...given };
  const isUnlimited = limits.requestsPerMinute === null && given.genericRequestsPerMinute === undefined;
  return isUnlimited ? { ...limits, genericRequestsPerMinute: null } : limits;
}

const sampleClient: OauthClient = {
  clientId: 'client',
  clientSecret: 'client-secret',
  redirectUri: 'https://app.example.com/callback',
};

/** Starts a stand-in for Squarespace's Commerce APIs on the loopback, with a site of this content. */
export async function startSquarespaceSandbox(options: SquarespaceOptions): Promise<SquarespaceSandbox> {
  const { apiKey, content, port = 0, seed = 1 } = options;
  const site: SiteSwitches = { expired: false, clockSkew: 0, deniesConsent: false };
  const now = () => options.now() + site.clockSkew;
  // Each draws from chance of its own, so that how often one is asked changes nothing for the others.
  const chance = (purpose: number) => createRandom(seed * 4 + purpose);
  const habits = { ...defaultHabits, ...options.habits };
  const { title, timeZone } = content;
  const store = createStore({
    title,
    timeZone,
    currency: currency.parse(content.currency),
    habits,
    random: chance(0),
    now,
  });
  loadContent(store, content);

  const script = createFaultScript(chance(1));
  const beforeNext = createBeforeNext();
  const log = createCallLog<Call>();
  const closing = new AbortController();
  const key = { kind: 'key', permissions: { ...everything, ...options.permissions } } as const;
  const hands = { state: createState(store), shoppers: createShoppers(store, beforeNext), staff: createStaff(store) };
  const wire = createWire(store.facts.currency, habits);
  const webhooks = createWebhooks({ store, wire, random: chance(2), closing: closing.signal });
  const grants = createGrants({ ids: store.ids, now });
  const app = createApp({
    store,
    wire,
    webhooks,
    oauth: createOauthPages({ client: { ...sampleClient, ...options.oauth }, grants, site }),
    pages: createSandboxPages({ store, site, faults: script, webhooks, calls: log.all, ...hands }),
    limits: limitsOf(options.limits),
    script,
    beforeNext,
    log: log.add,
    newContextId: createContextIds(chance(3)),
    callerOf: (bearer) => (bearer === apiKey ? key : grants.callerOf(bearer)),
    isExpired: () => site.expired,
    now,
    closing: closing.signal,
  });
  const server = await serveOnLoopback(app, port);

  let closed: Promise<void> | undefined;
  return {
    url: server.url,
    ...hands,
    site,
    faults: script,
    webhooks,
    get calls() {
      return log.all();
    },
    close() {
      closing.abort();
      closed ??= server.close();
      return closed;
    },
  };
}
