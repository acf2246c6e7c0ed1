import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { SiteContent } from '../../../src/sandbox/squarespace/site.ts';
import { startSquarespaceSandbox } from '../../../src/sandbox/squarespace/start-squarespace-sandbox.ts';
import type {
  SquarespaceOptions,
  SquarespaceSandbox,
} from '../../../src/sandbox/squarespace/start-squarespace-sandbox.ts';

/** A moment within British summer time, so that a slip between UTC and the site's zone shows. */
export const start = Date.parse('2026-07-14T10:00:00.000Z');

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The moment so many milliseconds after the start, as text. */
export function at(milliseconds: number): string {
  return new Date(start + milliseconds).toISOString();
}

const refusal = z.strictObject({
  type: z.string(),
  subtype: z.string().nullable(),
  message: z.string().min(5),
  details: z.null(),
  contextId: z.string().regex(/^[A-Z]{9}$/),
});

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed; throws where it is no JSON. */
  json(): unknown;
  /** An error body, after a look at its shape. */
  error(): z.infer<typeof refusal>;
}

export interface SendOptions {
  /** For the header Idempotency-Key. */
  readonly key?: string;
  readonly type?: string;
  readonly method?: string;
  readonly bearer?: string;
}

export interface Client {
  readonly sandbox: SquarespaceSandbox;
  readonly clock: { now: number };
  get(path: string, bearer?: string): Promise<Reply>;
  send(path: string, body: unknown, options?: SendOptions): Promise<Reply>;
  /** Every page of a list, under the name of its array. */
  pages(path: string, name: string): Promise<Item[][]>;
  /** `send`, for adjustments of the inventory. */
  adjust(key: string, body: unknown): Promise<Reply>;
}

export type Item = Readonly<Record<string, unknown>>;

const apiKey = 'site-key';
const userAgent = 'Tillbridge-Tests/1.0 (+https://shop.example.com)';

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const json = (): unknown => JSON.parse(text);
  return { status: response.status, headers: response.headers, text, json, error: () => refusal.parse(json()) };
}

/** What follows the elements of a page. */
export const pagination = z.strictObject({
  hasNextPage: z.boolean(),
  nextPageCursor: z.string().nullable(),
  nextPageUrl: z.string().nullable(),
});

/** A page, with its elements under a name. */
export function readPage(reply: Reply, name: string): { items: Item[]; next: z.infer<typeof pagination> } {
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`);
  const body = z.looseObject({ pagination, [name]: z.array(z.record(z.string(), z.unknown())) }).parse(reply.json());
  return { items: body[name] as Item[], next: body.pagination as z.infer<typeof pagination> };
}

/** Talks to a sandbox over HTTP with nothing but fetch. */
function createClient(sandbox: SquarespaceSandbox, clock: { now: number }): Client {
  const headersOf = (bearer: string) => ({ Authorization: `Bearer ${bearer}`, 'User-Agent': userAgent });

  async function get(path: string, bearer = apiKey): Promise<Reply> {
    return replyOf(await fetch(sandbox.url + path, { headers: headersOf(bearer) }));
  }

  async function send(path: string, body: unknown, options: SendOptions = {}): Promise<Reply> {
    const { key, type = 'application/json', method = 'POST', bearer = apiKey } = options;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = {
      ...headersOf(bearer),
      ...(body !== undefined && { 'Content-Type': type }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
    };
    return replyOf(await fetch(sandbox.url + path, { method, headers, ...(body !== undefined && { body: text }) }));
  }

  async function pages(path: string, name: string): Promise<Item[][]> {
    const all: Item[][] = [];
    let asked = path;
    for (let count = 0; count < 200; count += 1) {
      const { items, next } = readPage(await get(asked), name);
      all.push(items);
      if (!next.hasNextPage) return all;
      asked = `${path.split('?', 1)[0]}?cursor=${next.nextPageCursor}`;
    }
    throw new Error('a list without an end');
  }

  const adjust = (key: string, body: unknown) => send('/1.0/commerce/inventory/adjustments', body, { key });
  return { sandbox, clock, get, send, pages, adjust };
}

/** A request with just these headers; fetch would add its own. */
export async function bareGet(url: string, headers: Readonly<Record<string, string>>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers }, (incoming) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
        resolve(await replyOf(new Response(Buffer.concat(chunks), { status: incoming.statusCode ?? 0 })));
      })().catch(reject);
    });
    sent.on('error', reject).end();
  });
}

/** A site with nothing in it. */
const empty: SiteContent = {
  title: 'Angel Hill Jewellers',
  currency: 'GBP',
  timeZone: 'Europe/London',
  products: [],
  contacts: [],
  orders: [],
};

const address = {
  firstName: 'Anna',
  lastName: 'Marsh',
  address1: '1 Angel Hill',
  city: 'Bury St Edmunds',
  countryCode: 'GB',
  postalCode: 'IP33 1AA',
  phone: '07700 900001',
} as const;

/** A small site with one of each. */
export const small: SiteContent = {
  ...empty,
  products: [
    { name: 'Signet ring', variants: [{ sku: 'RG-1001', price: '249.00', stock: 3, gtin: '4006381333931' }] },
    {
      name: 'Silver chain',
      variants: [
        { sku: 'CH-45', price: '39.90', stock: 5, attributes: { Length: '45 cm' } },
        { sku: 'CH-50', price: '44.90', salePrice: '34.90', stock: 0, attributes: { Length: '50 cm' } },
      ],
    },
    { name: 'Ring sizing', type: 'SERVICE', variants: [{ sku: 'SV-1', price: '25.00', stock: null }] },
    { name: 'Gift card', type: 'GIFT_CARD', variants: [{ sku: 'GC-50', price: '50.00', stock: null }] },
    { name: 'Care guide', type: 'DIGITAL', variants: [{ sku: 'DG-1', price: '5.00', stock: null }] },
  ],
  contacts: [
    {
      email: 'Anna.Marsh@example.com',
      firstName: 'Anna',
      lastName: 'Marsh',
      createdOn: '2025-02-03T04:05:06.000Z',
      joinedOn: '2025-02-03T04:05:06.000Z',
      address,
    },
    { email: 'ben@example.com', firstName: 'Ben', lastName: 'Brook', createdOn: '2025-03-04T05:06:07.000Z' },
  ],
  orders: [
    {
      orderNumber: '1001',
      email: 'anna.marsh@example.com',
      createdOn: '2026-07-01T09:00:00.000Z',
      billing: address,
      lines: [{ sku: 'RG-1001', quantity: 1 }],
      discount: { name: 'Summer', promoCode: 'SUMMER10', amount: '24.90' },
      shipping: { method: 'Royal Mail', amount: '4.50' },
    },
  ],
};

/** A site with so many products of one variant each, contacts and orders, the latest order changed a second ago. */
export function many({ products = 0, contacts = 0, orders = 0 }): SiteContent {
  return {
    ...empty,
    products: Array.from({ length: products }, (_, n) => ({
      name: `Ring ${n}`,
      createdOn: at(-n * minute),
      variants: [{ sku: `R-${n}`, price: '10.00', stock: n }],
    })),
    contacts: Array.from({ length: contacts }, (_, n) => ({
      email: `c${n}@example.com`,
      firstName: 'Cleo',
      lastName: `Number ${n}`,
      createdOn: at(-n * minute),
    })),
    orders: Array.from({ length: orders }, (_, n) => ({
      orderNumber: String(2000 + n),
      email: `c${n % 7}@example.com`,
      createdOn: at(-(orders - n) * second),
      lines: [{ sku: 'R-0', quantity: 1, unitPrice: '10.00' }],
    })),
  };
}

/** A sandbox without limits, unless some are asked for, whose clock is in the test's hand; it ends with the test. */
export async function startClient(options: Partial<SquarespaceOptions> = {}): Promise<Client> {
  const clock = { now: start };
  const sandbox = await startSquarespaceSandbox({
    apiKey,
    now: () => clock.now,
    content: small,
    ...options,
    limits: { requestsPerMinute: null, ordersPerHour: null, ...options.limits },
    habits: { surprises: 0, emptyLists: 'array', fraction: 3, ...options.habits },
  });
  onTestFinished(() => sandbox.close());
  return createClient(sandbox, clock);
}
