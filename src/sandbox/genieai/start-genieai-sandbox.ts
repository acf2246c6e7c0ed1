import type { Clock } from '../../support/clock.ts';
import { createByHand } from './by-hand.ts';
import type { ByHand } from './by-hand.ts';
import { createCallLog } from '../call-log.ts';
import type { Call } from './conventions/call.ts';
import { createApp } from './create-app.ts';
import type { Limits } from './create-app.ts';
import { createFaultScript } from './faults/fault-script.ts';
import type { FaultScript } from './faults/fault-script.ts';
import type { Account } from './routes/account.ts';
import { serveOnLoopback } from '../loopback-server.ts';
import { createRandom } from '../seeded-random.ts';
import { contentsOf } from './store/contents.ts';
import type { Contents } from './store/contents.ts';
import { openStore } from './store/store.ts';
import type { Store } from './store/store.ts';

/** How a sandbox is to be. */
export interface SandboxOptions {
  readonly apiKey: string;
  readonly now: Clock;
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  /** A file that outlives the process, or `memory`, the default. */
  readonly storage?: string;
  /** What the contract says, where it is not given: 120 requests per minute, 200 records, 1 MiB. */
  readonly limits?: Partial<Limits>;
  readonly account?: Partial<Account>;
  /** Decides the order of results, and which requests faults with a probability strike. */
  readonly seed?: number;
}

/** Read access to what a sandbox holds. */
export interface SandboxState extends Pick<Store, 'contacts' | 'products' | 'sales' | 'erased'> {
  contents(): Contents;
}

/** A GenieAI of one's own. */
export interface GenieaiSandbox {
  /** The base URL of the API, without a slash at its end; the sandbox's own pages are under `/sandbox`. */
  readonly url: string;
  readonly state: SandboxState;
  readonly faults: FaultScript;
  readonly byHand: ByHand;
  /** The calls so far, in the order in which they ended. */
  readonly calls: readonly Call[];
  /** Breaks every connection, and keeps what is to be kept. May be called again. */
  close(): Promise<void>;
}

const defaultLimits: Limits = { requestsPerMinute: 120, recordsPerRequest: 200, bytesPerRequest: 1_048_576 };

const defaultAccount: Account = {
  id: 'acc_1',
  name: 'Sample shop',
  plan: 'Sandbox',
  currency: 'GBP',
  timeZone: 'Europe/London',
};

/** Starts a stand-in for GenieAI on the loopback, which keeps to the contract of the GenieAI connector line by line. */
export async function startGenieaiSandbox(options: SandboxOptions): Promise<GenieaiSandbox> {
  const { apiKey, now, port = 0, storage = 'memory', seed = 1 } = options;
  const store = await openStore({ storage, now });
  const random = createRandom(seed);
  const script = createFaultScript(random);
  const byHand = createByHand(store);
  const log = createCallLog<Call>();
  const closing = new AbortController();
  const account = { ...defaultAccount, ...options.account };
  const limits = { ...defaultLimits, ...options.limits };
  const app = createApp({ apiKey, account, limits, store, byHand, script, log, now, random, closing: closing.signal });
  const server = await serveOnLoopback(app, port);

  let closed: Promise<void> | undefined;

  async function close(): Promise<void> {
    closing.abort();
    await server.close();
    store.close();
  }

  return {
    url: server.url,
    state: {
      contacts: store.contacts,
      products: store.products,
      sales: store.sales,
      erased: store.erased,
      contents: () => contentsOf(store),
    },
    faults: script,
    byHand,
    get calls() {
      return log.all();
    },
    close: () => (closed ??= close()),
  };
}
