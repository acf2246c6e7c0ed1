import { createAdaptorServer } from '@hono/node-server';
import type { Hono, Env } from 'hono';
import { once } from 'node:events';
import type { Server } from 'node:http';

/** A stand-in that listens on the loopback. */
export interface LoopbackServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** Breaks every connection. */
  close(): Promise<void>;
}

async function listen(server: Server, port: number): Promise<string> {
  const listening = once(server, 'listening');
  server.listen(port, '127.0.0.1');
  await listening;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has an address with a port');
  return `http://127.0.0.1:${address.port}`;
}

/** Serves an app on a port of the loopback; 0 takes any that is free. */
export async function serveOnLoopback<E extends Env>({ fetch }: Hono<E>, port: number): Promise<LoopbackServer> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  return {
    url: await listen(server, port),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
