import type { RunOptions } from '../agent-contract.ts';
import type { Engine } from '../engine.ts';
import { feedIdentity } from './feed-identity.ts';
import { joinOrders } from './join-orders.ts';
import { createJoinedThrough } from './joined-through.ts';
import type { Joining } from './joining.ts';
import { settlePersons } from './settle-persons.ts';

type JoinOptions = Pick<RunOptions, 'signal' | 'onProgress'>;

/**
 * Makes one customer of those who are one person, and one sale of those that are one, from whatever changed at any source
 * since the last time. Nothing where there is but one source. A process that dies on the way goes on from its last commit.
 */
export async function joinSources(engine: Engine, options: JoinOptions): Promise<void> {
  const { joining } = engine;
  if (!joining) return;
  await joinPersons(engine, joining, options);
  await joinOrders(engine, joining, options.signal);
}

/** The part of it that is about customers. */
export async function joinPersons(
  engine: Engine,
  joining: Joining,
  { signal, onProgress }: JoinOptions,
): Promise<void> {
  let customers = 0;
  await feedIdentity({
    engine,
    joining,
    through: createJoinedThrough(engine.database),
    signal,
    onProgress(more) {
      customers += more;
      onProgress?.({ stage: 'join', customers });
    },
  });
  await settlePersons(engine, joining, signal);
}
