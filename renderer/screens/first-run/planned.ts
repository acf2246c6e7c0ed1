import type { Preview } from '../../../src/sync/agent-contract.ts';

/** How many records a first sync would send, to all destinations together. */
export function countToSend({ destinations }: Preview): number {
  return Object.values(destinations)
    .flatMap(({ kinds, takes }) => takes.map((kind) => kinds[kind]))
    .reduce((sum, { create, update, archive }) => sum + create + update + archive, 0);
}
