import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { MessagePortMain } from 'electron';
import type { ApiClient } from '../../src/api/client.ts';
import type { HostState } from '../../src/sync/host/host-contract.ts';

/** The app's own line to a running engine, for the tray. */
export interface LineToEngine {
  readonly api: ApiClient;
  close(): void;
}

/** Opens the line and tells every word of the engine's state, until the line is closed or the engine is gone. */
export function listenToEngine(port: MessagePortMain, tell: (state: HostState) => void): LineToEngine {
  const api: ApiClient = createORPCClient(new RPCLink({ port }));
  port.start();
  const leaving = new AbortController();
  void (async () => {
    try {
      for await (const state of await api.state.watch(undefined, { signal: leaving.signal })) tell(state);
    } catch {
      // A line breaks with its engine, and whoever keeps the engine has seen it go.
    }
  })();
  return {
    api,
    close() {
      leaving.abort();
      port.close();
    },
  };
}
