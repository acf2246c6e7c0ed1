import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { startGenieaiSandbox } from '../../../src/sandbox/genieai/start-genieai-sandbox.ts';
import type { GenieaiSandbox, SandboxOptions } from '../../../src/sandbox/genieai/start-genieai-sandbox.ts';

/** A moment within British summer time, so that a slip between UTC and the account's zone shows. */
export const start = Date.parse('2026-07-14T10:00:00.000Z');

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const result = z.strictObject({
  ref: z.string(),
  externalId: z.string().nullable(),
  status: z.enum(['created', 'updated', 'unchanged', 'rejected']),
  id: z.string().nullable(),
  errors: z.array(z.strictObject({ field: z.string(), code: z.string(), message: z.string().min(5) })),
});
export type Result = z.infer<typeof result>;

const refusal = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string().min(5), requestId: z.string() }),
});

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed; throws where it is no JSON. */
  json(): unknown;
  /** The code of an error body, after a look at its shape. */
  code(): string;
}

type Fields = Readonly<Record<string, unknown>>;

export interface PostOptions {
  readonly key?: string | null;
  readonly apiKey?: string;
}

export interface Client {
  readonly sandbox: GenieaiSandbox;
  readonly clock: { now: number };
  get(path: string, apiKey?: string): Promise<Reply>;
  post(path: string, body: unknown, options?: PostOptions): Promise<Reply>;
  /** Imports records under refs of their place, and answers the results in the order in which they were sent. */
  send(collection: string, ...records: readonly Fields[]): Promise<Result[]>;
  /** Imports one record, and answers `field code` of each error, sorted; none where it was taken. */
  errors(collection: string, record: Fields): Promise<string[]>;
}

const apiKey = 'sandbox-key';

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const json = (): unknown => JSON.parse(text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    code: () => refusal.parse(json()).error.code,
  };
}

/** Talks to a sandbox over HTTP with nothing but fetch. */
export function createClient(sandbox: GenieaiSandbox, clock: { now: number }): Client {
  async function get(path: string, key = apiKey): Promise<Reply> {
    return replyOf(await fetch(sandbox.url + path, { headers: { Authorization: `Bearer ${key}` } }));
  }

  async function post(path: string, body: unknown, options: PostOptions = {}): Promise<Reply> {
    const key = options.key === undefined ? randomUUID() : options.key;
    const headers = {
      Authorization: `Bearer ${options.apiKey ?? apiKey}`,
      ...(key !== null && { 'Idempotency-Key': key }),
    };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return replyOf(await fetch(sandbox.url + path, { method: 'POST', headers, body: text }));
  }

  async function send(collection: string, ...records: readonly Fields[]): Promise<Result[]> {
    const numbered = records.map((record, place) => ({ ref: `r${place}`, ...record }));
    const reply = await post(`/${collection}/import`, { records: numbered });
    if (reply.status !== 207) throw new Error(`${reply.status} ${reply.text}`);
    const { results } = z.strictObject({ results: z.array(result) }).parse(reply.json());
    return numbered.map(({ ref }) => {
      const [mine, ...more] = results.filter((each) => each.ref === ref);
      if (!mine || more.length > 0) throw new Error(`not exactly one result for ${ref}`);
      return mine;
    });
  }

  async function errors(collection: string, record: Fields): Promise<string[]> {
    const [answered] = await send(collection, record);
    if (!answered || (answered.status === 'rejected') !== answered.errors.length > 0)
      throw new Error('a result that contradicts itself');
    return answered.errors.map(({ field, code }) => `${field} ${code}`.trim()).toSorted();
  }

  return { sandbox, clock, get, post, send, errors };
}

/** A sandbox without a limit per minute, unless one is asked for, whose clock is in the test's hand; it ends with the test. */
export async function startClient(options: Partial<SandboxOptions> = {}): Promise<Client> {
  const clock = { now: start };
  const sandbox = await startGenieaiSandbox({
    apiKey,
    now: () => clock.now,
    ...options,
    limits: { requestsPerMinute: null, ...options.limits },
  });
  onTestFinished(() => sandbox.close());
  return createClient(sandbox, clock);
}

/** An invented customer with everything that a contact may have. */
export const anna = {
  externalId: 'C-1',
  title: 'Mrs',
  firstName: 'Anna',
  lastName: 'Marsh',
  company: 'Marsh & Daughters',
  email: 'anna.marsh@example.com',
  phone: '+441632960001',
  mobile: '+447700900001',
  address: {
    line1: '1 Angel Hill',
    line2: 'Flat 2',
    town: 'Bury St Edmunds',
    county: 'Suffolk',
    postcode: 'IP33 1AA',
    country: 'GB',
  },
  birthday: '1971-03-04',
  anniversary: '1999-12-31',
  marketing: { email: true, sms: false, post: false, consentedAt: '2024-05-06T07:08:09.000Z' },
  tags: ['rings', 'regular'],
  ringSize: 'F½',
  notes: 'Prefers silver.\nAllergic to nickel.',
  firstSeenAt: '2019-01-02T03:04:05.000Z',
  lastPurchaseAt: '2026-07-13T16:00:00.000Z',
  sources: ['pos'],
} as const;

export const ring = {
  externalId: 'P-1',
  sku: 'RG-1001',
  name: 'Signet ring',
  category: 'Rings',
  metal: 'Gold 9 ct',
  stone: 'Onyx',
  price: { amount: '249.00', currency: 'GBP' },
  barcode: '4006381333931',
  stock: 3,
  active: true,
  updatedAt: '2026-07-01T09:00:00.000Z',
} as const;

export const sale = {
  externalId: 'S-1',
  soldAt: '2026-07-13T16:00:00.000Z',
  channel: 'pos',
  currency: 'GBP',
  lines: [
    {
      sku: 'RG-1001',
      description: 'Signet ring',
      quantity: 1,
      unitPrice: '249.00',
      discount: '24.90',
      lineTotal: '224.10',
    },
    { description: 'Silver chain', quantity: -2, unitPrice: '19.99', lineTotal: '-39.98' },
  ],
  total: '184.12',
  payments: [{ method: 'card', amount: '184.12' }],
  staff: 'Ben',
  promoCode: 'SUMMER10',
  reference: 'T2-004711',
} as const;
