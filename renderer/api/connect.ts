import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ApiClient } from '../../src/api/client.ts';

/** So long we wait for the window's port before we take it that we are in a browser. */
const portComesWithin = 2000;

/** Electron's window says so in its address, and hands over a port to the engine; a browser talks to the console it came from. */
export async function connect(window: Window): Promise<ApiClient> {
  if (window.location.protocol !== 'app:') {
    return createORPCClient(new HttpLink({ url: new URL('/api', window.location.origin) }));
  }
  const port = await portOf(window);
  port.start();
  return createORPCClient(new PortLink({ port }));
}

/** The port that the preload script passes on. Rejects where none comes. */
function portOf(window: Window): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('waiting for the engine: no port came')), portComesWithin);
    window.addEventListener('message', ({ data, source, ports: [port] }: MessageEvent) => {
      if (source !== window || data !== 'engine-port' || !port) return;
      clearTimeout(late);
      resolve(port);
    });
    window.postMessage('engine-port-please', window.location.origin);
  });
}
