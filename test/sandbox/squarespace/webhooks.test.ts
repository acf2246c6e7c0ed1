import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Habits } from '../../../src/sandbox/squarespace/habits.ts';
import { hour, minute, startClient } from './squarespace-client.ts';
import type { Client, Item } from './squarespace-client.ts';

const subscriptions = '/1.0/webhook_subscriptions';
const endpointUrl = 'https://app.example.com/hooks';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly body: Item;
}

/** Somebody who listens, and answers as they are told. */
async function startListener(): Promise<{ url: string; received: Received[]; answers: number[] }> {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      received.push({ headers: incoming.headers, raw, body: JSON.parse(raw) as Item });
      outgoing.writeHead(answers.shift() ?? 200).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/`, received, answers };
}

async function tokenOf({ sandbox }: Client): Promise<string> {
  const provider = `${sandbox.url}/api/1/login/oauth/provider`;
  const redirect = 'https://app.example.com/callback';
  const query = new URLSearchParams({
    client_id: 'client',
    redirect_uri: redirect,
    scope: 'website.orders',
    state: 's',
  });
  const response = await fetch(`${provider}/authorize?${query.toString()}`, { redirect: 'manual' });
  const code = new URL(response.headers.get('Location') ?? '').searchParams.get('code') ?? '';
  const tokens = await fetch(`${provider}/tokens`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa('client:client-secret')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirect }),
  });
  return z.looseObject({ access_token: z.string() }).parse(await tokens.json()).access_token;
}

async function subscribed(habits: Partial<Habits> = {}) {
  const client = await startClient({
    habits: { plainWebhooks: true, webhookDuplicates: 0, webhooksOutOfOrder: false, ...habits },
  });
  const listener = await startListener();
  const bearer = await tokenOf(client);
  const body = { endpointUrl: listener.url, topics: ['order.create', 'order.update', 'contact.create'] };
  const made = (await client.send(subscriptions, body, { bearer })).json() as { id: string; secret: string };
  return { client, listener, bearer, path: `${subscriptions}/${made.id}`, secret: made.secret };
}

function sign(secret: string, raw: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(raw).digest('hex');
}

describe('a webhook subscription', () => {
  test('is not for API keys', async () => {
    const { get, send } = await startClient();
    for (const reply of [
      await get(subscriptions),
      await send(subscriptions, { endpointUrl, topics: ['order.create'] }),
    ]) {
      expect([reply.status, reply.error().subtype]).toEqual([403, 'OAUTH_TOKEN_REQUIRED']);
    }
  });

  test('tells its secret once, and can be read, changed and deleted', async () => {
    const client = await startClient();
    const bearer = await tokenOf(client);
    const made = await client.send(subscriptions, { endpointUrl, topics: ['order.create'] }, { bearer });
    const { id, secret } = made.json() as { id: string; secret: string };
    expect([made.status, secret]).toEqual([201, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const path = `${subscriptions}/${id}`;
    expect((await client.get(path, bearer)).text).not.toContain('secret');
    await client.send(path, { topics: ['order.update'] }, { bearer });
    expect((await client.get(subscriptions, bearer)).json()).toMatchObject({
      webhookSubscriptions: [{ id, endpointUrl, topics: ['order.update'] }],
    });
    expect((await client.send(path, undefined, { bearer, method: 'DELETE' })).status).toBe(204);
    expect((await client.get(path, bearer)).status).toBe(404);
  });

  test.each([
    ['an address without TLS', { endpointUrl: 'http://app.example.com/', topics: ['order.create'] }],
    ['stock for its topic', { endpointUrl, topics: ['inventory.update'] }],
    ['no topic', { endpointUrl, topics: [] }],
  ])('with %s is refused', async (_name, body) => {
    const client = await startClient();
    expect((await client.send(subscriptions, body, { bearer: await tokenOf(client) })).status).toBe(400);
  });

  test('is one of 25', async () => {
    const client = await startClient();
    const bearer = await tokenOf(client);
    const body = { endpointUrl, topics: ['order.create'] };
    for (let n = 0; n < 25; n += 1) expect((await client.send(subscriptions, body, { bearer })).status).toBe(201);
    const reply = await client.send(subscriptions, body, { bearer });
    expect([reply.status, reply.error().subtype]).toEqual([409, 'WEBHOOK_SUBSCRIPTION_LIMIT_REACHED']);
  });
});

describe('a notification', () => {
  test('is signed over its very bytes with the bytes of the secret', async () => {
    const { client, listener, secret } = await subscribed();
    const order = client.sandbox.shoppers.checkout({ sku: 'CH-45', email: 'zoë@example.com', firstName: 'Zoë' });
    expect(await client.sandbox.webhooks.deliverDue()).toBe(2);
    const [contact, placed] = listener.received;
    expect(contact?.body).toMatchObject({ topic: 'contact.create', data: { firstName: 'Zoë' } });
    expect(placed?.body).toMatchObject({ topic: 'order.create', data: { orderId: order?.id } });
    expect(placed?.headers).toMatchObject({ 'user-agent': 'Squarespace/1.0', 'content-type': 'application/json' });
    for (const { headers, raw } of listener.received) {
      expect(headers['squarespace-signature']).toBe(sign(secret, raw));
    }
  });

  test('says what became of an order', async () => {
    const { client, listener } = await subscribed();
    const { staff, webhooks } = client.sandbox;
    staff.fulfil('1001');
    staff.markPending('1001');
    staff.changeEmail('1001', 'ben@example.com');
    staff.refund('1001');
    staff.cancel('1001');
    await webhooks.deliverDue();
    expect(listener.received.map(({ body }) => (body['data'] as Item)['update'])).toEqual([
      'FULFILLED',
      'MARKED_PENDING',
      'EMAIL_UPDATED',
      'REFUNDED',
      'CANCELED',
    ]);
  });

  test('of an order that is paid in parts comes when all is paid', async () => {
    const { client, listener } = await subscribed();
    const { shoppers, staff, webhooks } = client.sandbox;
    const order = shoppers.checkout({ sku: 'CH-45', email: null, paymentState: 'PARTIALLY_PAID' });
    expect(await webhooks.deliverDue()).toBe(0);
    staff.pay(order?.id ?? '');
    await webhooks.deliverDue();
    expect(listener.received.map(({ body }) => body['topic'])).toEqual(['order.create']);
  });

  test('that is not taken comes again for 48 hours with the same id, and then ends the subscription', async () => {
    const { client, listener, bearer, path } = await subscribed();
    const { staff, webhooks } = client.sandbox;
    listener.answers.push(...Array.from({ length: 20 }, () => 503));
    const begun = client.clock.now;
    staff.fulfil('1001');
    for (let n = 0; n < 60 * 50 && webhooks.waiting > 0; n += 1) {
      await webhooks.deliverDue();
      client.clock.now += minute;
    }
    expect(new Set(listener.received.map(({ body }) => body['id'])).size).toBe(1);
    expect(listener.received.length).toBeGreaterThan(5);
    expect(client.clock.now - begun).toBeGreaterThan(47 * hour);
    expect(client.clock.now - begun).toBeLessThanOrEqual(48 * hour + minute);
    expect((await client.get(path, await tokenOf(client))).status).toBe(404);
    expect(bearer).not.toBe('');
  });

  test('that is taken at last comes no more', async () => {
    const { client, listener } = await subscribed();
    listener.answers.push(500, 301);
    client.sandbox.staff.fulfil('1001');
    for (let n = 0; n < 100; n += 1) {
      await client.sandbox.webhooks.deliverDue();
      client.clock.now += minute;
    }
    expect(listener.received).toHaveLength(3);
  });

  test('may come twice', async () => {
    const { client, listener } = await subscribed({ webhookDuplicates: 1 });
    client.sandbox.staff.fulfil('1001');
    await client.sandbox.webhooks.deliverDue();
    const [first, second] = listener.received;
    expect(second?.raw).toBe(first?.raw);
  });

  test('may overtake another', async () => {
    const { client, listener } = await subscribed({ webhooksOutOfOrder: true });
    const placed = Array.from(
      { length: 12 },
      () => client.sandbox.shoppers.checkout({ sku: 'GC-50', email: null })?.id,
    );
    await client.sandbox.webhooks.deliverDue();
    const told = listener.received.map(({ body }) => (body['data'] as Item)['orderId']);
    expect(told.toSorted()).toEqual(placed.toSorted());
    expect(told).not.toEqual(placed);
  });

  test('has another signature as soon as the secret is rotated', async () => {
    const { client, listener, bearer, path, secret } = await subscribed();
    client.sandbox.staff.fulfil('1001');
    const rotated = await client.send(`${path}/actions/rotateSecret`, undefined, { bearer });
    const { secret: fresh } = rotated.json() as { secret: string };
    await client.sandbox.webhooks.deliverDue();
    const [received] = listener.received;
    expect(fresh).not.toBe(secret);
    expect(received?.headers['squarespace-signature']).toBe(sign(fresh, received?.raw ?? ''));
  });

  test('can be tried, once', async () => {
    const { client, listener, bearer, path } = await subscribed();
    listener.answers.push(418);
    const reply = await client.send(`${path}/actions/sendTestNotification`, { topic: 'order.create' }, { bearer });
    expect([reply.status, reply.json()]).toEqual([200, { statusCode: 418 }]);
    expect([listener.received.length, client.sandbox.webhooks.waiting]).toEqual([1, 0]);
  });
});
