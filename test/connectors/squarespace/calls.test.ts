import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpClient } from '../../../src/connectors/http/client.ts';
import { createPacing } from '../../../src/connectors/http/pacing.ts';
import { createCalls } from '../../../src/connectors/squarespace/calls.ts';
import type { Credentials } from '../../../src/connectors/squarespace/credentials.ts';
import { userAgent } from '../../../src/connectors/squarespace/user-agent.ts';
import type { OpenSite } from './reading-fixture.ts';
import { never, openSite, passOf, ring, shopFrontOf } from './reading-fixture.ts';

const site = { about: 'the site', method: 'GET', path: '/1.0/authorization/website' } as const;

function callsWith(credentials: Credentials, { sandbox, clock: now }: OpenSite) {
  const sleep = () => Promise.resolve();
  return createCalls({
    client: createHttpClient({ fetch, baseUrl: sandbox.url, secret: undefined, timeout: 5000, now: () => 0 }),
    auth: 'key',
    credentials,
    pacing: createPacing({ rate: null, now, sleep }),
    now,
    sleep,
    random: () => 0.5,
  });
}

describe('calls to a site', () => {
  it('name us, by the version that we are', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(userAgent).toMatch(new RegExp(`^Tillbridge/${version} \\(\\+https://`));
  });

  it('are made again once with another bearer where there is one', async () => {
    const open = await openSite();
    let bearer = 'a-token-that-has-run-out';
    let renewed = 0;
    const calls = callsWith(
      {
        bearer: () => Promise.resolve(bearer),
        renew() {
          renewed += 1;
          bearer = 'a-very-secret-key-0815';
          return Promise.resolve(true);
        },
      },
      open,
    );
    expect(await calls.ask(site, never)).toMatchObject({ status: 200 });
    expect([renewed, open.sandbox.calls.length]).toEqual([1, 2]);
  });

  it('are made no more than twice where that does not help', async () => {
    const open = await openSite();
    const calls = callsWith({ bearer: () => Promise.resolve('wrong'), renew: () => Promise.resolve(true) }, open);
    await expect(calls.ask(site, never)).rejects.toMatchObject({ reason: 'settings' });
    expect(open.sandbox.calls).toHaveLength(2);
  });

  it.each([302, 404])('say that something else answers at the address, where that says %i', async (status) => {
    const server = createServer((_request, response) => response.writeHead(status, { location: '/' }).end('<html>'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const open = await openSite({ settings: { baseUrl: `http://127.0.0.1:${port}` } });
    expect(await open.connect().check(never)).toMatchObject({
      ok: false,
      hint: expect.stringContaining('Check the address') as string,
    });
  });

  it('keep to what the site allows, streams and single questions together, and are never told off', async () => {
    const products = Array.from({ length: 2000 }, (_, index) => ring(`R-${index}`));
    const limits = { requestsPerMinute: 30 };
    const open = await openSite({ content: { products }, limits, settings: limits });
    const connector = open.connect();
    const [stock] = await Promise.all([passOf(connector, 'stock'), passOf(connector, 'products')]);
    await shopFrontOf(connector).stockOf(
      stock.rows.slice(0, 100).map(({ key }) => key),
      never,
    );
    expect(open.sandbox.calls.length).toBeGreaterThanOrEqual(82);
    expect(open.sandbox.calls.filter(({ status }) => status !== 200)).toEqual([]);
  });
});
