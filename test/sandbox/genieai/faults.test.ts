import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { FaultRequest } from '../../../src/sandbox/genieai/faults/fault.ts';
import { anna, startClient } from './sandbox-client.ts';

const ben = { externalId: 'C-2', lastName: 'Brook', email: 'ben@example.com' };
const body = {
  records: [
    { ref: 'a', ...anna },
    { ref: 'b', ...ben },
  ],
};
const results = z.object({ results: z.array(z.looseObject({ ref: z.string() })) });

describe('a fault', () => {
  test.each<[FaultRequest, string, string | null]>([
    [{ kind: 'answer', status: 400 }, 'bad_request', null],
    [{ kind: 'answer', status: 401 }, 'unauthorized', null],
    [{ kind: 'answer', status: 402 }, 'account_suspended', null],
    [{ kind: 'answer', status: 403 }, 'forbidden', null],
    [{ kind: 'answer', status: 409, code: 'in_progress' }, 'in_progress', null],
    [{ kind: 'answer', status: 413 }, 'too_large', null],
    [{ kind: 'answer', status: 429 }, 'rate_limited', null],
    [{ kind: 'answer', status: 429, retryAfter: 30 }, 'rate_limited', '30'],
    [{ kind: 'answer', status: 500 }, 'internal_error', null],
    [{ kind: 'answer', status: 502 }, 'bad_gateway', null],
    [{ kind: 'answer', status: 503, retryAfter: 5 }, 'unavailable', '5'],
  ])('%j answers in JSON without looking at the request', async (fault, code, retryAfter) => {
    const client = await startClient();
    client.sandbox.faults.add(fault);
    const reply = await client.post('/contacts/import', body, { key: 'k' });
    expect([reply.status, reply.code(), reply.headers.get('Retry-After')]).toEqual([
      fault.kind === 'answer' && fault.status,
      code,
      retryAfter,
    ]);
    expect(client.sandbox.state.contacts.size).toBe(0);
    expect((await client.post('/contacts/import', body, { key: 'k' })).status).toBe(207);
  });

  test.each([403, 429, 500, 502, 503] as const)("can be a gateway's page with status %i", async (status) => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'answer', status, format: 'html', retryAfter: 7 });
    const reply = await client.get('/account');
    expect([reply.status, reply.headers.get('Retry-After')]).toEqual([status, '7']);
    expect(reply.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(reply.text).toMatch(/^<html>/);
  });

  test('cuts the connection before anything was done', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'cut', before: 'commit' });
    await expect(client.post('/contacts/import', body)).rejects.toThrow('fetch failed');
    expect(client.sandbox.state.contacts.size).toBe(0);
    expect(client.sandbox.calls.map(({ status }) => status)).toEqual([null]);
  });

  test('cuts the connection after all was done, and the same key brings the lost answer', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'cut', before: 'answer' });
    await expect(client.post('/contacts/import', body, { key: 'k' })).rejects.toThrow('fetch failed');
    expect(client.sandbox.state.contacts.size).toBe(2);
    const reply = await client.post('/contacts/import', body, { key: 'k' });
    expect(reply.text.match(/"created"/g)).toHaveLength(2);
  });

  test.each(['commit', 'answer'] as const)('makes the server slow before the %s', async (before) => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'delay', milliseconds: 150, before });
    let isAnswered = false;
    const sent = client.post('/contacts/import', body).then(() => (isAnswered = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([isAnswered, client.sandbox.state.contacts.size]).toEqual([false, before === 'commit' ? 0 : 2]);
    await sent;
    expect(client.sandbox.state.contacts.size).toBe(2);
  });

  test('breaks off the JSON of an answer', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'truncate' });
    const reply = await client.post('/contacts/import', body);
    expect(reply.status).toBe(207);
    expect(() => reply.json()).toThrow(SyntaxError);
  });

  test.each<[FaultRequest, number, number]>([
    [{ kind: 'omit' }, 1, 1],
    [{ kind: 'omit', count: 2 }, 0, 0],
    [{ kind: 'duplicate' }, 3, 2],
    [{ kind: 'stranger' }, 2, 1],
  ])('%j spoils the results, and neither the state nor the answer that is kept', async (fault, count, known) => {
    const client = await startClient();
    client.sandbox.faults.add(fault);
    const spoilt = results
      .parse((await client.post('/contacts/import', body, { key: 'k' })).json())
      .results.map(({ ref }) => ref);
    expect(spoilt).toHaveLength(count);
    expect(['a', 'b'].filter((ref) => spoilt.includes(ref))).toHaveLength(known);
    expect(client.sandbox.state.contacts.size).toBe(2);
    const kept = results.parse((await client.post('/contacts/import', body, { key: 'k' })).json()).results;
    expect(kept.map(({ ref }) => ref).toSorted()).toEqual(['a', 'b']);
  });

  test('poisons every request with one record in it', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'poison', externalId: 'C-2' });
    for (const _time of [1, 2]) {
      const reply = await client.post('/contacts/import', body);
      expect([reply.status, reply.code()]).toEqual([400, 'bad_request']);
      expect(reply.text).not.toContain('C-2');
    }
    expect((await client.send('contacts', anna))[0]?.status).toBe('created');
    client.sandbox.faults.clear();
    expect((await client.send('contacts', ben))[0]?.status).toBe('created');
  });
});

describe('a script of faults', () => {
  test('strikes in its order, once each, a delay on top', async () => {
    const client = await startClient();
    for (const status of [503, 429] as const) client.sandbox.faults.add({ kind: 'answer', status });
    client.sandbox.faults.add({ kind: 'delay', milliseconds: 1 });
    const statuses = [];
    for (const _time of [1, 2, 3]) statuses.push((await client.get('/account')).status);
    expect(statuses).toEqual([503, 429, 200]);
    expect(client.sandbox.faults.pending()).toEqual([]);
  });

  test('strikes only what it was meant for, so often as it was meant', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'answer', status: 500, method: 'POST', path: '*/import', times: 2 });
    client.sandbox.faults.add({ kind: 'answer', status: 402, path: '/account', times: null });
    const posts = [];
    for (const path of ['/contacts/erase', '/contacts/import', '/sales/import', '/products/import'])
      posts.push((await client.post(path, { records: [] })).status);
    expect(posts).toEqual([400, 500, 500, 207]);
    const gets = [];
    for (const path of ['/account', '/contacts?externalId=a', '/account', '/account'])
      gets.push((await client.get(path)).status);
    expect(gets).toEqual([402, 200, 402, 402]);
  });

  test('strikes by chance as the seed has it', async () => {
    const runs = [];
    for (const seed of [3, 3, 4]) {
      const client = await startClient({ seed });
      client.sandbox.faults.add({ kind: 'answer', status: 503, probability: 0.5 });
      const statuses = [];
      for (let call = 0; call < 24; call++) statuses.push((await client.get('/account')).status);
      runs.push(statuses.join(' '));
    }
    expect(runs[0]).toBe(runs[1]);
    expect(runs[0]).not.toBe(runs[2]);
    expect(runs[0]).toMatch(/200/);
    expect(runs[0]).toMatch(/503/);
  });

  test('does not take what is no fault', async () => {
    const client = await startClient();
    expect(() => client.sandbox.faults.add({ kind: 'answer', status: 418 } as unknown as FaultRequest)).toThrow(
      z.ZodError,
    );
  });
});
