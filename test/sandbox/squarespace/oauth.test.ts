import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { day, minute, startClient } from './squarespace-client.ts';
import type { Client } from './squarespace-client.ts';

const provider = '/api/1/login/oauth/provider';
const redirectUri = 'https://app.example.com/callback';
const website = '/1.0/authorization/website';

const tokensBody = z.strictObject({
  access_token: z.string(),
  access_token_expires_at: z.string().regex(/^\d+\.\d{3}$/),
  refresh_token: z.string().nullable(),
  refresh_token_expires_at: z.string().nullable(),
  token_type: z.string(),
});
type Tokens = z.infer<typeof tokensBody>;

async function authorize({ sandbox }: Client, over: Record<string, string | undefined> = {}): Promise<Response> {
  const asked = {
    client_id: 'client',
    redirect_uri: redirectUri,
    scope: 'website.orders.read,website.inventory',
    state: 'a&b',
    access_type: 'offline',
    ...over,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value);
  return fetch(`${sandbox.url}${provider}/authorize?${query.toString()}`, { redirect: 'manual' });
}

function landing(response: Response): URLSearchParams {
  return new URL(response.headers.get('Location') ?? '').searchParams;
}

async function ask({ sandbox }: Client, body: object, over: Record<string, string> = {}): Promise<Response> {
  return fetch(`${sandbox.url}${provider}/tokens`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from('client:client-secret').toString('base64')}`,
      'Content-Type': 'application/json',
      'User-Agent': 'Tests/1',
      ...over,
    },
    body: JSON.stringify(body),
  });
}

async function codeFor(client: Client, over: Record<string, string | undefined> = {}): Promise<object> {
  const code = landing(await authorize(client, over)).get('code');
  return { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
}

async function tokensFor(client: Client, over: Record<string, string | undefined> = {}): Promise<Tokens> {
  return tokensBody.parse(await (await ask(client, await codeFor(client, over))).json());
}

const refreshing = ({ refresh_token }: Tokens) => ({ grant_type: 'refresh_token', refresh_token });

describe('consent', () => {
  test('leads back with a code and the state', async () => {
    const response = await authorize(await startClient());
    expect(response.status).toBe(302);
    expect(landing(response).get('state')).toBe('a&b');
    expect(landing(response).get('code')).toMatch(/^\w{48}$/);
  });

  test('can be denied', async () => {
    const client = await startClient();
    client.sandbox.site.deniesConsent = true;
    const found = landing(await authorize(client));
    expect([found.get('error'), found.get('state'), found.get('code')]).toEqual(['access_denied', 'a&b', null]);
  });

  test.each([
    ['state', undefined],
    ['scope', 'website.orders.read website.inventory'],
    ['scope', 'website.everything'],
    ['client_id', 'somebody'],
    ['redirect_uri', 'https://elsewhere.example.com/'],
  ])('is not asked for with a %s of %s', async (name, value) => {
    expect((await authorize(await startClient(), { [name]: value })).status).toBe(400);
  });
});

describe('a code', () => {
  test('brings tokens that say in seconds as text how long they last', async () => {
    const client = await startClient();
    client.clock.now += 42;
    const tokens = await tokensFor(client);
    expect(Number(tokens.access_token_expires_at) * 1000).toBeCloseTo(client.clock.now + 30 * minute);
    expect(Number(tokens.refresh_token_expires_at) * 1000).toBeCloseTo(client.clock.now + 7 * day);
  });

  test('is good for one use within two minutes', async () => {
    const client = await startClient();
    const code = await codeFor(client);
    expect((await ask(client, code)).status).toBe(200);
    expect((await ask(client, code)).status).toBe(400);
    const late = await codeFor(client);
    client.clock.now += 2 * minute;
    expect((await ask(client, late)).status).toBe(400);
  });

  test('brings no refresh token unless one was asked for', async () => {
    const tokens = await tokensFor(await startClient(), { access_type: undefined });
    expect([tokens.refresh_token, tokens.refresh_token_expires_at]).toEqual([null, null]);
  });

  test('is of use to its application only, which says who it is and what it talks with', async () => {
    const client = await startClient();
    expect((await ask(client, await codeFor(client), { Authorization: 'Basic bm9ib2R5Og==' })).status).toBe(401);
    const elsewhere = { ...(await codeFor(client)), redirect_uri: 'https://elsewhere.example.com/' };
    expect((await ask(client, elsewhere)).status).toBe(400);
    const silent = await ask(client, await codeFor(client), { 'User-Agent': '' });
    expect(await silent.json()).toEqual({ error: 'SEC-43' });
  });
});

describe('an access token', () => {
  test('opens what its scopes say, for half an hour', async () => {
    const client = await startClient();
    const { access_token: access } = await tokensFor(client);
    expect((await client.get('/1.0/commerce/orders', access)).status).toBe(200);
    expect((await client.get('/1.0/commerce/inventory', access)).status).toBe(200);
    expect((await client.get('/v1/contacts', access)).error().subtype).toBe('MISSING_SCOPE');
    client.clock.now += 30 * minute - 1;
    expect((await client.get(website, access)).status).toBe(200);
    client.clock.now += 1;
    expect((await client.get(website, access)).status).toBe(401);
  });

  test('with the old scope of profiles opens contacts as well', async () => {
    const client = await startClient();
    const { access_token: access } = await tokensFor(client, { scope: 'website.profiles.read' });
    expect((await client.get('/v1/contacts', access)).status).toBe(200);
    expect((await client.send('/v1/contacts', {}, { bearer: access })).status).toBe(403);
  });
});

describe('a refresh token', () => {
  test('is another after each use', async () => {
    const client = await startClient();
    const first = await tokensFor(client);
    client.clock.now += day;
    const second = tokensBody.parse(await (await ask(client, refreshing(first))).json());
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await client.get(website, second.access_token)).status).toBe(200);
    expect((await ask(client, refreshing(first))).status).toBe(400);
    expect((await ask(client, refreshing(second))).status).toBe(200);
  });

  test('lasts seven days', async () => {
    const client = await startClient();
    const tokens = await tokensFor(client);
    client.clock.now += 7 * day;
    expect((await ask(client, refreshing(tokens))).status).toBe(400);
  });

  test('may be sent as a form', async () => {
    const client = await startClient();
    const { refresh_token: token } = await tokensFor(client);
    const response = await fetch(`${client.sandbox.url}${provider}/tokens`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from('client:client-secret').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token ?? '' }),
    });
    expect(response.status).toBe(200);
  });
});
