import { Hono } from 'hono';
import { z } from 'zod';
import type { ExchangeEnv } from '../conventions/exchange.ts';
import type { Exchange } from '../conventions/exchange.ts';
import type { SiteSwitches } from '../site-switches.ts';
import type { Grants, Tokens } from './grants.ts';
import { knownScopes } from './scopes.ts';

/** An application that Squarespace knows. */
export interface OauthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** What the login host is made from. */
export interface OauthParts {
  readonly client: OauthClient;
  readonly grants: Grants;
  readonly site: Pick<SiteSwitches, 'deniesConsent'>;
}

const authorization = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  scope: z.string().transform((scopes) => scopes.split(',')),
  state: z.string().min(1),
  access_type: z.literal('offline').optional(),
});

const tokenRequest = z.discriminatedUnion('grant_type', [
  z.object({ grant_type: z.literal('authorization_code'), code: z.string(), redirect_uri: z.string() }),
  z.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string() }),
]);

/** Epoch seconds as text with a fraction: `1553532363.542`. */
function seconds(milliseconds: number | null): string | null {
  return milliseconds === null ? null : (milliseconds / 1000).toFixed(3);
}

function tokensDocument({ access, accessUntil, refresh, refreshUntil }: Tokens): object {
  return {
    access_token: access,
    access_token_expires_at: seconds(accessUntil),
    refresh_token: refresh,
    refresh_token_expires_at: seconds(refreshUntil),
    token_type: 'bearer',
  };
}

/** Where the owner's consent leads to: there is no page, for nobody is asked. */
function afterConsent({ client, grants, site }: OauthParts, query: unknown): URL | undefined {
  const asked = authorization.safeParse(query);
  if (!asked.success) return undefined;
  const { client_id: clientId, redirect_uri: redirectUri, scope: scopes, state, access_type: accessType } = asked.data;
  const isKnown = clientId === client.clientId && redirectUri === client.redirectUri;
  if (!isKnown || !scopes.every((scope) => knownScopes.has(scope))) return undefined;
  const url = new URL(redirectUri);
  if (site.deniesConsent) url.searchParams.set('error', 'access_denied');
  else
    url.searchParams.set(
      'code',
      grants.consent({ clientId, redirectUri, scopes, isOffline: accessType === 'offline' }),
    );
  url.searchParams.set('state', state);
  return url;
}

function isClient({ clientId, clientSecret }: OauthClient, header: string | undefined): boolean {
  const wanted = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return header === `Basic ${wanted}`;
}

async function bodyOf(exchange: Exchange): Promise<unknown> {
  const text = await exchange.req.text();
  const isForm = exchange.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded') === true;
  try {
    return isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function grantedTo({ client, grants }: OauthParts, body: unknown): Tokens | undefined {
  const asked = tokenRequest.safeParse(body);
  if (!asked.success) return undefined;
  const { clientId } = client;
  return asked.data.grant_type === 'refresh_token'
    ? grants.refresh(asked.data.refresh_token, clientId)
    : grants.exchange(asked.data.code, { clientId, redirectUri: asked.data.redirect_uri });
}

/** The host where owners log in and applications get their tokens. Consent is given at once, or denied by a switch. */
export function createOauthPages(parts: OauthParts): Hono<ExchangeEnv> {
  const pages = new Hono<ExchangeEnv>();
  pages.get('/authorize', (exchange) => {
    const url = afterConsent(parts, exchange.req.query());
    return url ? exchange.redirect(url.href) : exchange.json({ error: 'invalid_request' }, 400);
  });
  pages.post('/tokens', async (exchange) => {
    if (!exchange.req.header('User-Agent')) return exchange.json({ error: 'SEC-43' }, 403);
    if (!isClient(parts.client, exchange.req.header('Authorization'))) {
      return exchange.json({ error: 'invalid_client' }, 401);
    }
    const tokens = grantedTo(parts, await bodyOf(exchange));
    return tokens ? exchange.json(tokensDocument(tokens)) : exchange.json({ error: 'invalid_grant' }, 400);
  });
  return pages;
}
