import { onTestFinished } from 'vitest';
import type { Connector } from '../../../src/connectors/contract.ts';
import { createConnector } from '../../../src/connectors/registry.ts';
import type { PageRow, ShopFront } from '../../../src/connectors/shop-front.ts';
import type { SiteContent, SiteOrder, SiteProduct } from '../../../src/sandbox/squarespace/site.ts';
import type { SquarespaceOptions } from '../../../src/sandbox/squarespace/start-squarespace-sandbox.ts';
import { startSquarespaceSandbox } from '../../../src/sandbox/squarespace/start-squarespace-sandbox.ts';

const apiKey = 'a-very-secret-key-0815';
const start = Date.UTC(2026, 10, 21, 9, 0, 0);

/** Told to nobody. */
export const never = new AbortController().signal;

/** A product with one variant, of which there are many. */
export function ring(sku: string): SiteProduct {
  return { name: `Ring ${sku}`, variants: [{ sku, price: '89.00', stock: 100 }] };
}

/** An order of one ring, an hour before the site is opened for every place in the line. */
export function orderOf(number: number, more: Partial<SiteOrder> = {}): SiteOrder {
  const createdOn = new Date(start - number * 3_600_000).toISOString();
  const email = `buyer${number}@example.com`;
  const lines = [{ sku: 'R-1', quantity: 1 }];
  return { orderNumber: String(1000 + number), email, createdOn, lines, ...more };
}

/** What a site is opened with, where it is not the usual. */
export interface SiteWishes extends Partial<Omit<SquarespaceOptions, 'content'>> {
  readonly content?: Partial<SiteContent>;
  /** What the connector's settings say besides the address. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The key that the connector has; null for none. */
  readonly key?: string | null;
}

/** A site in time that passes only while somebody waits, and connectors to it that know nothing of each other. */
export async function openSite({ content, settings = {}, key = apiKey, ...options }: SiteWishes = {}) {
  let time = start;
  const waits: number[] = [];
  const shop = { title: 'Gem & Co', currency: 'GBP', timeZone: 'Europe/London', products: [ring('R-1')] };
  const sandbox = await startSquarespaceSandbox({
    apiKey,
    now: () => time,
    limits: { requestsPerMinute: null },
    content: { ...shop, contacts: [], orders: [], ...content },
    ...options,
  });
  onTestFinished(() => sandbox.close());

  async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    waits.push(milliseconds);
    time += milliseconds;
    await Promise.resolve();
  }

  return {
    sandbox,
    waits,
    pass(milliseconds: number): void {
      time += milliseconds;
    },
    clock: () => time,
    /** A connector as a process of its own would have it. */
    connect(): Connector {
      return createConnector(
        { id: 'squarespace', kind: 'squarespace', baseUrl: sandbox.url, requestsPerMinute: null, ...settings },
        { secret: key ?? undefined, now: () => time, sleep, random: () => 0.5, recentRequests: [] },
      );
    },
    asked: (path: string) => sandbox.calls.filter((call) => call.path.startsWith(path)).length,
  };
}

/** An open site. */
export type OpenSite = Awaited<ReturnType<typeof openSite>>;

/** What a connector reads, as a shop front. */
export function shopFrontOf(connector: Connector): ShopFront {
  if (!connector.shopFront) throw new Error('the connector reads nothing');
  return connector.shopFront;
}

/** One of its streams, by name. */
export function streamOf(connector: Connector, name: string) {
  const found = shopFrontOf(connector).streams.find((each) => each.name === name);
  if (!found) throw new Error(`there is no stream ${name}`);
  return found;
}

/** A pass to its end. */
export async function passOf(connector: Connector, name: string, from: string | null = null) {
  const rows: PageRow[] = [];
  let position = from;
  let pages = 0;
  for await (const page of streamOf(connector, name).read(from, never)) {
    rows.push(...page.rows);
    ({ position } = page);
    pages += 1;
  }
  return { rows, position, pages };
}

/** The cells of a row by the names of their fields. */
export function cellsOf(connector: Connector, { kind, cells }: Pick<PageRow, 'kind' | 'cells'>) {
  const fields = shopFrontOf(connector).fields[kind] ?? [];
  return Object.fromEntries(fields.map((field, index) => [field, cells?.[index] ?? null]));
}
