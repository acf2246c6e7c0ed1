import { ORPCError } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import type { HostState } from '../../src/sync/host/host-contract.ts';
import type { ApiClient } from '../../src/api/client.ts';
import { useApi } from './api-context.ts';

/** The engine's last word, and whether it still talks to us. */
export interface Heard {
  readonly state: HostState;
  readonly isLive: boolean;
}

const HeardContext = createContext<Heard | null>(null);

/** A moment before the line is tried again, in milliseconds. */
const tryAgainAfter = 1000;

async function listen(
  api: ApiClient,
  { tell, onBack }: { tell: (heard: (before: Heard | null) => Heard | null) => void; onBack: () => void },
  signal: AbortSignal,
) {
  let isBack = false;
  while (!signal.aborted) {
    try {
      for await (const state of await api.state.watch(undefined, { signal })) {
        if (isBack) onBack();
        isBack = false;
        tell(() => ({ state, isLive: true }));
      }
    } catch (thrown) {
      // Whose session has ended is shown the door, with its log-in. Any other line that broke is tried again below, and the screen says so meanwhile.
      if (thrown instanceof ORPCError && thrown.status === 401) window.location.reload();
    }
    isBack = true;
    tell((before) => before && { ...before, isLive: false });
    await new Promise((resolve) => setTimeout(resolve, tryAgainAfter));
  }
}

/** Listens to the engine for everything inside. Shows `waiting` until its first word. */
export function HostStateProvider({ children, waiting }: { children: ReactNode; waiting: ReactNode }) {
  const api = useApi();
  const queries = useQueryClient();
  const [heard, setHeard] = useState<Heard | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void listen(
      api,
      {
        tell: (change) => leaving.signal.aborted || setHeard(change),
        // An engine that was started anew counts its changes anew: what was answered before says nothing any more.
        onBack: () => void queries.invalidateQueries(),
      },
      leaving.signal,
    );
    return () => leaving.abort();
  }, [api, queries]);
  return heard ? <HeardContext value={heard}>{children}</HeardContext> : waiting;
}

/** How the home stands, as of the engine's last word. */
export function useHost(): Heard {
  const heard = use(HeardContext);
  if (!heard) throw new Error('the state of the host is missing above this component');
  return heard;
}
