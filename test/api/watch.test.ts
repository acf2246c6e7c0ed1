import { createAdaptorServer } from '@hono/node-server';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { ApiClient } from '../../src/api/client.ts';
import { createHttpApi } from '../../src/api/http.ts';
import { serveOverPort } from '../../src/api/port.ts';
import { createRouter } from '../../src/api/router.ts';
import type { Host } from '../../src/sync/host/host-contract.ts';
import { createWatchers } from '../../src/sync/host/watchers.ts';
import { openHost } from '../sync/host/open-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A host whose listeners can be counted. */
async function countedHost() {
  const host = await openHost(temporaryFolder());
  const watchers = createWatchers({ word: host.state, pace: 20, ticks: () => performance.now() });
  return { host: { ...host, watch: watchers.watch } satisfies Host, watchers };
}

async function overHttp(host: Host): Promise<{ client: ApiClient; leave: () => void }> {
  const api = createHttpApi(createRouter(host));
  const server = createAdaptorServer({ fetch: (request: Request) => api(request, 'owner') }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const link = new HttpLink({ url: `http://127.0.0.1:${port}/api` });
  return { client: createORPCClient(link), leave: () => server.closeAllConnections() };
}

async function overPort(host: Host): Promise<{ client: ApiClient; leave: () => void }> {
  const { port1, port2 } = new MessageChannel();
  serveOverPort(createRouter(host), port2);
  port1.start();
  port2.start();
  onTestFinished(() => port1.close());
  return { client: createORPCClient(new PortLink({ port: port1 })), leave: () => port1.close() };
}

test.each([
  ['HTTP', overHttp],
  ['a message port', overPort],
])('over %s a window hears the state and every change, and is forgotten when it goes', async (_, connect) => {
  const { host, watchers } = await countedHost();
  const { client, leave } = await connect(host);
  const words = await client.state.watch();
  expect((await words.next()).value).toMatchObject({ isSetUp: false });
  const next = words.next();
  await delay(50);
  watchers.tell();
  expect((await next).value).toMatchObject({ isSetUp: false });
  expect(watchers.count()).toBe(1);
  const lost = words.next().catch(() => 'lost');
  leave();
  await lost;
  await expect.poll(() => watchers.count()).toBe(0);
});

test.each([
  ['HTTP', overHttp],
  ['a message port', overPort],
])('over %s a window that stops listening is forgotten at once', async (_, connect) => {
  const { host, watchers } = await countedHost();
  const { client } = await connect(host);
  for await (const state of await client.state.watch()) {
    expect(state.isSetUp).toBe(false);
    break;
  }
  await expect.poll(() => watchers.count()).toBe(0);
});
