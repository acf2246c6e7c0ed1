import { describe, expect, test } from 'vitest';
import { bareGet, minute, readPage, startClient } from './squarespace-client.ts';

const website = '/1.0/authorization/website';
const orders = '/1.0/commerce/orders';

describe('the door', () => {
  test.each([400, 403] as const)('refuses who does not say who they are, with %i', async (withoutUserAgent) => {
    const { sandbox } = await startClient({ habits: { withoutUserAgent } });
    const reply = await bareGet(sandbox.url + website, { Authorization: 'Bearer site-key' });
    expect(reply.status).toBe(withoutUserAgent);
    expect(reply.error().message).toContain('User-Agent');
  });

  test('refuses a missing or unknown key with 401', async () => {
    const { sandbox, get } = await startClient();
    const nobody = await bareGet(sandbox.url + website, { 'User-Agent': 'Tests/1' });
    expect([nobody.status, nobody.error().type, nobody.error().subtype]).toEqual([401, 'AUTHORIZATION_ERROR', null]);
    expect((await get(website, 'another')).status).toBe(401);
  });

  test('tells of the site to any key, whatever it may not do', async () => {
    const { get } = await startClient({ permissions: { orders: 'none', contacts: 'none', products: 'none' } });
    const reply = await get(website);
    expect(reply.json()).toMatchObject({
      title: 'Angel Hill Jewellers',
      currency: 'GBP',
      timeZone: 'Europe/London',
      measurementStandard: 'METRIC',
    });
  });

  test('refuses what the key was not made for with MISSING_SCOPE', async () => {
    const { get, adjust } = await startClient({ permissions: { orders: 'none', inventory: 'read' } });
    const reply = await get(orders);
    expect([reply.status, reply.error().subtype]).toEqual([403, 'MISSING_SCOPE']);
    expect((await get('/1.0/commerce/inventory')).status).toBe(200);
    expect((await adjust('k', {})).error().subtype).toBe('MISSING_SCOPE');
  });

  test('is closed while the site is not paid for', async () => {
    const { sandbox, get } = await startClient();
    sandbox.site.expired = true;
    const reply = await get(website);
    expect([reply.status, reply.error().type]).toEqual([402, 'WEBSITE_EXPIRED']);
    sandbox.site.expired = false;
    expect((await get(website)).status).toBe(200);
  });

  test.each(['/2.0/commerce/orders', '/2/commerce/products', '/v3/contacts', '/1.0/commerce/profiles', '/'])(
    'knows no %s',
    async (path) => {
      const { get } = await startClient();
      const reply = await get(path);
      expect([reply.status, reply.error().type]).toEqual([404, 'INVALID_REQUEST_ERROR']);
    },
  );

  test('gives every error an id of its own, and none to a success', async () => {
    const { get } = await startClient();
    const ids = new Set([(await get('/a')).error().contextId, (await get('/a')).error().contextId]);
    expect(ids.size).toBe(2);
    expect((await get(website)).text).not.toContain('contextId');
  });
});

describe('the limit', () => {
  test('is 300 calls in a minute, and then a minute of cool-down without a Retry-After', async () => {
    const { clock, get } = await startClient({ limits: { requestsPerMinute: 300 } });
    for (let call = 0; call < 300; call += 1) await get(website);
    const reply = await get(website);
    expect([reply.status, reply.error().type, reply.headers.get('Retry-After')]).toEqual([
      429,
      'TOO_MANY_REQUESTS',
      null,
    ]);
    clock.now += minute - 1;
    expect((await get(website)).status).toBe(429);
    clock.now += 1;
    expect((await get(website)).status).toBe(200);
  });

  test('can say for how long', async () => {
    const { clock, get } = await startClient({ limits: { requestsPerMinute: 1 }, habits: { saysRetryAfter: true } });
    await get(website);
    await get(website);
    clock.now += 20_500;
    expect((await get(website)).headers.get('Retry-After')).toBe('40');
  });

  test('can begin its cool-down anew with each call', async () => {
    const { clock, get } = await startClient({ limits: { requestsPerMinute: 1 }, habits: { coolDownGrows: true } });
    await get(website);
    await get(website);
    clock.now += minute - 1;
    await get(website);
    clock.now += minute - 1;
    expect((await get(website)).status).toBe(429);
  });

  test('is harder on whoever only names a library', async () => {
    const { sandbox, get } = await startClient({ limits: { requestsPerMinute: 10, genericRequestsPerMinute: 1 } });
    const generic = () =>
      bareGet(sandbox.url + website, { Authorization: 'Bearer site-key', 'User-Agent': 'python-requests/2.32' });
    expect((await generic()).status).toBe(200);
    expect((await generic()).status).toBe(429);
    expect((await get(website)).status).toBe(200);
  });
});

test('calls are logged without what stood in their query', async () => {
  const { sandbox, get } = await startClient();
  readPage(await get(`${orders}?customerId=x`), 'result');
  await get('/nothing');
  expect(sandbox.calls.map(({ path, status }) => [path, status])).toEqual([
    [orders, 200],
    ['/nothing', 404],
  ]);
});
