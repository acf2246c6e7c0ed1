import { describe, expect, test } from 'vitest';
import type { FaultRequest } from '../../../src/sandbox/squarespace/faults/fault.ts';
import { hour, readPage, startClient } from './squarespace-client.ts';
import type { Client } from './squarespace-client.ts';

const orders = '/1.0/commerce/orders';
const adjustments = '/1.0/commerce/inventory/adjustments';

const raise = ({ sandbox }: Client) => ({
  incrementOperations: [{ variantId: sandbox.state.variant('CH-45')?.variant.id, quantity: 1 }],
});

describe('a fault', () => {
  test.each<[FaultRequest, number, string, string | null, string | null]>([
    [{ kind: 'answer', status: 429 }, 429, 'TOO_MANY_REQUESTS', null, null],
    [{ kind: 'answer', status: 429, retryAfter: 30 }, 429, 'TOO_MANY_REQUESTS', null, '30'],
    [{ kind: 'answer', status: 500 }, 500, 'SERVER_ERROR', null, null],
    [{ kind: 'answer', status: 503 }, 503, 'SERVICE_UNAVAILABLE', null, null],
    [
      { kind: 'answer', status: 409, subtype: 'CONCURRENT_MODIFICATION' },
      409,
      'CONFLICT',
      'CONCURRENT_MODIFICATION',
      null,
    ],
    [
      { kind: 'answer', status: 403, subtype: 'FORBIDDEN_RESOURCE' },
      403,
      'AUTHORIZATION_ERROR',
      'FORBIDDEN_RESOURCE',
      null,
    ],
  ])('%j answers without looking at the request', async (fault, status, type, subtype, retryAfter) => {
    const client = await startClient();
    client.sandbox.faults.add(fault);
    const reply = await client.adjust('k', raise(client));
    expect([reply.status, reply.error(), reply.headers.get('Retry-After')]).toMatchObject([
      status,
      { type, subtype },
      retryAfter,
    ]);
    expect(client.sandbox.state.stock('CH-45')).toBe(5);
    expect((await client.adjust('k', raise(client))).status).toBe(204);
  });

  test.each([403, 429, 500, 502, 503] as const)('can be a page in HTML with status %i', async (status) => {
    const { sandbox, get } = await startClient();
    sandbox.faults.add({ kind: 'answer', status, format: 'html' });
    const reply = await get(orders);
    expect([reply.status, reply.headers.get('Content-Type')]).toMatchObject([
      status,
      expect.stringMatching(/^text\/html/) as string,
    ]);
    expect(reply.text).toMatch(/^<!DOCTYPE html>/);
  });

  test('cuts the connection before anything was done', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'cut', before: 'commit' });
    await expect(client.adjust('k', raise(client))).rejects.toThrow('fetch failed');
    expect(client.sandbox.state.stock('CH-45')).toBe(5);
    expect(client.sandbox.calls.map(({ status }) => status)).toEqual([null]);
  });

  test('cuts the connection after all was done, and the same key does it no second time', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'cut', before: 'answer', path: adjustments });
    await expect(client.adjust('k', raise(client))).rejects.toThrow('fetch failed');
    expect(client.sandbox.state.stock('CH-45')).toBe(6);
    expect((await client.adjust('k', raise(client))).status).toBe(204);
    expect(client.sandbox.state.stock('CH-45')).toBe(6);
  });

  test.each(['commit', 'answer'] as const)('makes the site slow before the %s', async (before) => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'delay', milliseconds: 150, before });
    let isAnswered = false;
    const sent = client.adjust('k', raise(client)).then(() => (isAnswered = true));
    await new Promise((resolve) => setTimeout(resolve, 75));
    expect([isAnswered, client.sandbox.state.stock('CH-45')]).toEqual([false, before === 'commit' ? 5 : 6]);
    await sent;
    expect(client.sandbox.state.stock('CH-45')).toBe(6);
  });

  test('breaks off the JSON of an answer', async () => {
    const { sandbox, get } = await startClient();
    sandbox.faults.add({ kind: 'truncate' });
    const reply = await get(orders);
    expect(reply.status).toBe(200);
    expect(() => reply.json()).toThrow('JSON');
    expect((await get(orders)).json()).toHaveProperty('result');
  });

  test('strikes so many of the requests that it fits, after those that it skips', async () => {
    const { sandbox, get } = await startClient();
    sandbox.faults.add({ kind: 'answer', status: 500, path: '*/orders', method: 'GET', skip: 2, times: 2 });
    const statuses = [];
    for (let call = 0; call < 5; call += 1) {
      statuses.push((await get(orders)).status);
      expect((await get('/v1/contacts')).status).toBe(200);
    }
    expect(statuses).toEqual([200, 200, 500, 500, 200]);
  });

  test('with a probability strikes the same requests for the same seed', async () => {
    const struck = async () => {
      const { sandbox, get } = await startClient({ seed: 7 });
      sandbox.faults.add({ kind: 'answer', status: 503, probability: 0.5 });
      const statuses = [];
      for (let call = 0; call < 12; call += 1) statuses.push((await get(orders)).status);
      return statuses;
    };
    const first = await struck();
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await struck()).toEqual(first);
  });
});

test("the site's clock can be ahead of ours", async () => {
  const { sandbox, clock, get } = await startClient();
  sandbox.site.clockSkew = hour;
  const order = sandbox.shoppers.checkout({ sku: 'RG-1001' });
  expect(order?.createdOn).toBe(clock.now + hour);
  const reply = await get(orders);
  expect(Date.parse(reply.headers.get('Date') ?? '')).toBe(clock.now + hour);
  expect(readPage(reply, 'result').items[0]).toMatchObject({ orderNumber: '1002' });
});
