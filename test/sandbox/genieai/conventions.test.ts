import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anna, createClient, hour, minute, startClient } from './sandbox-client.ts';
import { startGenieaiSandbox } from '../../../src/sandbox/genieai/start-genieai-sandbox.ts';

describe('an account', () => {
  test('is described with its limits', async () => {
    const client = await startClient({ limits: { requestsPerMinute: 120 }, account: { name: 'Marsh Jewellers' } });
    const reply = await client.get('/account');
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({
      id: 'acc_1',
      name: 'Marsh Jewellers',
      plan: 'Sandbox',
      currency: 'GBP',
      timeZone: 'Europe/London',
      limits: { recordsPerRequest: 200, requestsPerMinute: 120 },
    });
  });

  test('lets nobody in without its key', async () => {
    const client = await startClient();
    for (const reply of [
      await client.get('/account', 'another'),
      await client.get('/account', ''),
      await client.get('/nothing', 'another'),
    ]) {
      expect([reply.status, reply.code()]).toEqual([401, 'unauthorized']);
    }
    const refused = await client.post('/contacts/import', { records: [{ ref: 'r', ...anna }] }, { apiKey: 'another' });
    expect(refused.status).toBe(401);
    expect(client.sandbox.state.contacts.size).toBe(0);
  });
});

describe('every response', () => {
  test('carries its own request id, and errors repeat it', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'answer', status: 502, format: 'html', path: '/account' });
    const replies = [
      await client.get('/account'),
      await client.get('/account'),
      await client.get('/account', 'another'),
      await client.get('/nothing'),
      await client.post('/contacts/import', { records: [] }),
      await client.post('/contacts/import', 'no json'),
    ];
    expect(replies.map(({ status }) => status)).toEqual([502, 200, 401, 404, 207, 400]);
    const ids = replies.map(({ headers }) => headers.get('X-Request-Id'));
    expect(new Set(ids).size).toBe(replies.length);
    expect(ids).not.toContain(null);
    const { error } = z.object({ error: z.object({ requestId: z.string() }) }).parse(replies[3]?.json());
    expect(error.requestId).toBe(ids[3]);
  });

  test('is 404 for what is not on the page, whatever the method', async () => {
    const client = await startClient();
    const replies = [
      await client.get('/'),
      await client.get('/contacts/import'),
      await client.post('/contacts', {}),
      await client.post('/orders/import', { records: [] }),
      await client.post('/sales/erase', {}, { key: null }),
    ];
    for (const reply of replies) expect([reply.status, reply.code()]).toEqual([404, 'not_found']);
  });
});

describe('the limit per minute', () => {
  test('slides, and says after how many whole seconds there is room', async () => {
    const client = await startClient({ limits: { requestsPerMinute: 3 } });
    for (const pause of [0, 10_000, 10_000]) {
      client.clock.now += pause;
      expect((await client.get('/account')).status).toBe(200);
    }
    client.clock.now += 500;
    const refused = await client.get('/account');
    expect([refused.status, refused.code(), refused.headers.get('Retry-After')]).toEqual([429, 'rate_limited', '40']);
    client.clock.now += 39_499;
    expect((await client.get('/account')).headers.get('Retry-After')).toBe('1');
    client.clock.now += 1;
    expect((await client.get('/account')).status).toBe(200);
    expect((await client.get('/account')).headers.get('Retry-After')).toBe('10');
  });

  test('lets 120 through in any minute as the contract has it', async () => {
    const clock = { now: 0 };
    const sandbox = await startGenieaiSandbox({ apiKey: 'sandbox-key', now: () => clock.now });
    const client = createClient(sandbox, clock);
    const replies = await Promise.all(Array.from({ length: 121 }, () => client.get('/account')));
    await sandbox.close();
    expect(replies.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 120 }, () => 200), 429]);
  });
});

describe('the size of a request', () => {
  const many = (count: number) => ({ records: Array.from({ length: count }, (_, place) => ({ ref: `r${place}` })) });

  test('is at most 200 records', async () => {
    const client = await startClient();
    expect((await client.post('/contacts/import', many(200))).status).toBe(207);
    const imports = await client.post('/sales/import', many(201));
    expect([imports.status, imports.code()]).toEqual([413, 'too_large']);
    const externalIds = Array.from({ length: 201 }, (_, place) => `C-${place}`);
    expect((await client.post('/contacts/erase', { externalIds, mode: 'erase' })).status).toBe(413);
  });

  test('is at most a mebibyte, counted in bytes', async () => {
    const client = await startClient();
    const body = (bytes: number) => {
      const frame = JSON.stringify({ records: [{ ref: '' }] });
      const room = bytes - frame.length;
      return JSON.stringify({ records: [{ ref: 'ü'.repeat(Math.floor(room / 2)) + 'x'.repeat(room % 2) }] });
    };
    expect((await client.post('/contacts/import', body(1_048_576))).status).toBe(207);
    const refused = await client.post('/contacts/import', body(1_048_577));
    expect([refused.status, refused.code()]).toEqual([413, 'too_large']);
  });

  test('is measured also where it is not declared', async () => {
    const client = await startClient({ limits: { bytesPerRequest: 1000 } });
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${client.sandbox.url}/contacts/import`, {
        method: 'POST',
        headers: { Authorization: 'Bearer sandbox-key', 'Idempotency-Key': 'k', 'Transfer-Encoding': 'chunked' },
      });
      sent.on('error', reject).on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      for (let chunk = 0; chunk < 20; chunk++) sent.write(' '.repeat(100));
      sent.end();
    });
    expect(status).toBe(413);
  });
});

describe('a whole request is refused', () => {
  test.each([
    ['no JSON', '{"records":['],
    ['no records', {}],
    ['records that are no list', { records: {} }],
    ['a record that is no object', { records: ['C-1'] }],
    ['a record without a ref', { records: [{ externalId: 'C-1' }] }],
    ['an empty ref', { records: [{ ref: '' }] }],
    ['a ref that stands twice', { records: [{ ref: 'a' }, { ref: 'a' }] }],
  ])('for %s', async (_name, body) => {
    const client = await startClient();
    const reply = await client.post('/contacts/import', body);
    expect([reply.status, reply.code()]).toEqual([400, 'bad_request']);
  });
});

describe('an idempotency key', () => {
  const body = { records: [{ ref: 'a', ...anna }] };

  test.each([null, '', 'a'.repeat(65), 'a b', 'ä', 'a.b'].map((key) => [key]))(
    'must be well formed: %j is not',
    async (key) => {
      const client = await startClient();
      const reply = await client.post('/contacts/import', body, { key });
      expect([reply.status, reply.code()]).toEqual([400, 'bad_request']);
      expect(client.sandbox.state.contacts.size).toBe(0);
    },
  );

  test('may have 64 of letters, digits, _ and -', async () => {
    const client = await startClient();
    expect((await client.post('/contacts/import', body, { key: `aZ0_-${'x'.repeat(59)}` })).status).toBe(207);
  });

  test('replays the first answer for 48 hours', async () => {
    const client = await startClient();
    const first = await client.post('/contacts/import', body, { key: 'k' });
    await client.send('contacts', { externalId: anna.externalId, firstName: 'Anne' });
    client.clock.now += 48 * hour - 1;
    const again = await client.post('/contacts/import', body, { key: 'k' });
    expect([again.status, again.text]).toEqual([207, first.text]);
    expect(client.sandbox.state.contacts.byExternalId('C-1')?.fields['firstName']).toBe('Anne');
    expect(client.sandbox.calls.map(({ replayed }) => replayed)).toEqual([false, false, true]);
    client.clock.now += 1;
    expect((await client.post('/contacts/import', body, { key: 'k' })).text).toContain('"updated"');
  });

  test('belongs to one body and one call', async () => {
    const client = await startClient();
    await client.post('/contacts/import', body, { key: 'k' });
    const otherBody = await client.post('/contacts/import', { records: [] }, { key: 'k' });
    const otherCall = await client.post('/products/import', body, { key: 'k' });
    for (const reply of [otherBody, otherCall])
      expect([reply.status, reply.code()]).toEqual([409, 'idempotency_mismatch']);
  });

  test('is in progress while the first request is still running', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'delay', milliseconds: 200 });
    const first = client.post('/contacts/import', body, { key: 'k' });
    while (client.sandbox.faults.pending().length > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const meanwhile = await client.post('/contacts/import', body, { key: 'k' });
    const other = await client.post('/contacts/import', { records: [] }, { key: 'k' });
    expect([meanwhile.status, meanwhile.code(), other.code()]).toEqual([409, 'in_progress', 'idempotency_mismatch']);
    const { text } = await first;
    expect((await client.post('/contacts/import', body, { key: 'k' })).text).toBe(text);
  });

  test('stays free after a request that was refused whole', async () => {
    const client = await startClient();
    await client.post('/contacts/import', '{', { key: 'k' });
    expect((await client.post('/contacts/import', body, { key: 'k' })).status).toBe(207);
  });
});

test('calls are logged without what was in them', async () => {
  const client = await startClient();
  await client.post('/contacts/import', { records: [{ ref: 'a', ...anna }] }, { key: 'k' });
  await client.get('/contacts?email=anna.marsh@example.com');
  client.clock.now += minute;
  await client.get('/account', 'another');
  const requestId = expect.any(String) as string;
  const at = client.clock.now - minute;
  expect(client.sandbox.calls).toEqual([
    {
      at,
      requestId,
      method: 'POST',
      path: '/contacts/import',
      status: 207,
      records: 1,
      idempotencyKey: 'k',
      replayed: false,
    },
    { at, requestId, method: 'GET', path: '/contacts', status: 200, records: 1, idempotencyKey: null, replayed: false },
    {
      at: at + minute,
      requestId,
      method: 'GET',
      path: '/account',
      status: 401,
      records: 0,
      idempotencyKey: null,
      replayed: false,
    },
  ]);
  expect(JSON.stringify(client.sandbox.calls)).not.toMatch(/marsh/i);
});

test('closing does not wait for a slow answer or an idle connection', async () => {
  const client = await startClient();
  client.sandbox.faults.add({ kind: 'delay', milliseconds: 60_000 });
  const slow = client.get('/account').catch(() => 'cut');
  while (client.sandbox.faults.pending().length > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  const other = await startGenieaiSandbox({ apiKey: 'k', now: () => 0 });
  await fetch(`${other.url}/account`).then((response) => response.text());
  await Promise.all([client.sandbox.close(), other.close()]);
  expect(await slow).toBe('cut');
});
