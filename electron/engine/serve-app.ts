import type { MessagePortMain } from 'electron';
import { serveOverPort } from '../../src/api/port.ts';
import { createRouter } from '../../src/api/router.ts';
import type { Host } from '../../src/sync/host/host-contract.ts';
import type { FromEngine, ToEngine } from './messages.ts';

/** The engine's end of its line to the app, as a utility process has it. */
export interface LineToApp {
  on(event: 'message', listener: (message: { data: unknown; ports: MessagePortMain[] }) => void): unknown;
  postMessage(message: unknown): void;
}

/** Answers on every port that the app hands over, until the app says that it is enough; resolves when the host is closed. */
export function serveApp(host: Host, line: LineToApp): Promise<void> {
  const router = createRouter(host);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  line.on('message', ({ data, ports: [port] }) => {
    const said = data as ToEngine;
    if (said === 'port' && port) {
      serveOverPort(router, port);
      port.start();
    } else if (said === 'close') {
      void host.close().then(resolve, reject);
    }
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a process, which has no origin
  line.postMessage('ready' satisfies FromEngine);
  return promise;
}
