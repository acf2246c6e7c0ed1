import { RPCHandler } from '@orpc/server/message-port';
import type { createRouter } from './router.ts';

/** A message port as Node, browsers and Electron have it. */
type Port = Parameters<InstanceType<typeof RPCHandler>['upgrade']>[0];

/** The api over a message port: for a window of the owner's own. It lasts as long as the port does. */
export function serveOverPort(router: ReturnType<typeof createRouter>, port: Port): void {
  new RPCHandler(router).upgrade(port, { context: { role: 'owner' } });
}
