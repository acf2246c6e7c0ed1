import type { RunOptions } from '../agent-contract.ts';
import type { Engine } from '../engine.ts';
import { feedIdentity } from './feed-identity.ts';
import { joinOrders } from './join-orders.ts';
import { createJoinedThrough } from './joined-through.ts';
import { settlePersons } from './settle-persons.ts';

/**
 * Makes one customer of those who are one person, and one sale of those that are one, from whatever changed at any source
 * since the last time. Nothing where there is but one source. A process that dies on the way goes on from its last commit.
 */
export async function joinSources(
  engine: Engine,
  { signal, onProgress }: Pick<RunOptions, 'signal' | 'onProgress'>,
): Promise<void> {
  const { joining, database } = engine;
  if (!joining) return;
  const through = createJoinedThrough(database);
  let customers = 0;
  await feedIdentity({
    engine,
    joining,
    through,
    signal,
    onProgress(more) {
      customers += more;
      onProgress?.({ stage: 'join', customers });
    },
  });
  await settlePersons(engine, joining, signal);
  await joinOrders(engine, joining, signal);
}
