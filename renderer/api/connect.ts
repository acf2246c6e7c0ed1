import { createORPCClient, type ClientContext, type ClientLink } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ApiClient } from '../../src/api/client.ts';

/** So long we wait for the window's port before we take it that we are in a browser. */
const portComesWithin = 2000;

/**
 * Electron's window says so in its address, and hands over a port to the engine, and another one whenever the engine was
 * started anew; a browser talks to the console it came from.
 */
export async function connect(window: Window): Promise<ApiClient> {
  if (window.location.protocol !== 'app:') {
    return createORPCClient(new HttpLink({ url: new URL('/api', window.location.origin) }));
  }
  const line = createLine();
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('waiting for the engine: no port came')), portComesWithin);
    window.addEventListener('message', ({ data, source, ports: [port] }: MessageEvent) => {
      if (source !== window || data !== 'engine-port' || !port) return;
      clearTimeout(late);
      line.take(port);
      resolve();
    });
    window.postMessage('engine-port-please', window.location.origin);
  });
  return createORPCClient(line.link);
}

interface Current {
  readonly link: PortLink<ClientContext>;
  readonly gone: AbortController;
}

/** A line over the newest port. What is asked over one that was followed by another ends: nobody answers there any more. */
function createLine(): { readonly link: ClientLink<ClientContext>; take(port: MessagePort): void } {
  let current: Current | undefined;
  return {
    link: {
      call(path, input, options) {
        if (!current) throw new Error('there is no line to the engine yet');
        const { link, gone } = current;
        const signal = options.signal ? AbortSignal.any([options.signal, gone.signal]) : gone.signal;
        return link.call(path, input, { ...options, signal });
      },
    },
    take(port) {
      const before = current;
      port.start();
      current = { link: new PortLink({ port }), gone: new AbortController() };
      before?.gone.abort(new Error('the engine was started anew'));
    },
  };
}
