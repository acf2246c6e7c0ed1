import type { DeliveryTally } from '../delivery/tally.ts';
import { instantOf, type DestinationId, type Instant } from '../model/ids.ts';
import { rowKinds, type RecordKind, type RowKind } from '../model/record.ts';
import { createAccount } from './account.ts';
import type { ReadCount, RunOutcome, RunReport, ShopFrontCounts } from './agent-contract.ts';
import type { Engine } from './engine.ts';
import { nothingSent } from './push.ts';
import type { Prepared } from './run.ts';
import type { StageSeconds } from './stopwatch.ts';
import { worstOf, type Trouble } from './trouble.ts';

/** What was sent where. */
export type Sent = ReadonlyMap<DestinationId, DeliveryTally>;

/** Everything that decides how a run ended. */
export interface Ending {
  readonly id: number;
  readonly startedAt: Instant;
  readonly prepared: Prepared;
  readonly sent: Sent;
  readonly trouble: Trouble | undefined;
  readonly aborted: boolean;
}

/** How a run ended, and what to do about it. */
export function outcomeOf(engine: Engine, { id, startedAt, prepared, sent, trouble, aborted }: Ending): RunOutcome {
  const finishedAt = instantOf(engine.clock());
  const ends = { id, startedAt, finishedAt };
  if (prepared.stop) {
    const { what, cause } = prepared.stop;
    return {
      ...ends,
      outcome: 'stopped',
      reason: `Stopped before sending: ${what}.`,
      hint: cause,
      guard: prepared.stop,
    };
  }
  if (aborted) {
    return {
      ...ends,
      outcome: 'stopped',
      reason: 'The run was ended before it was done.',
      hint: 'The next run goes on from here.',
    };
  }
  const found = worstOf([trouble, destinationTrouble(engine, sent)]);
  const told = { ...ends, ...keptBackIn(prepared) };
  return found ? { ...told, outcome: 'failed', ...found } : { ...told, outcome: 'completed' };
}

function keptBackIn({ keptBack }: Prepared): Pick<RunOutcome, 'keptBack'> {
  const sets = [...keptBack.values()].flatMap((kinds) => [...kinds.values()]);
  const count = sets.reduce((sum, { size }) => sum + size, 0);
  return count === 0 ? {} : { keptBack: count };
}

function destinationTrouble(engine: Engine, sent: Sent): Trouble | undefined {
  for (const { id, label } of engine.destinations) {
    const stopped = sent.get(id)?.stopped;
    if (!stopped) continue;
    return {
      reason: `sending to ${label}: ${stopped.reason}`,
      hint: stopped.hint ?? 'Nothing is lost: everything waits, and the next run sends it.',
      errorReason: stopped.why === 'halted' ? 'settings' : 'unreachable',
    };
  }
  return undefined;
}

/** Everything that a run did. */
export async function reportOf(
  engine: Engine,
  {
    run,
    prepared,
    sent,
    problemsBefore,
    seconds,
  }: {
    run: RunOutcome;
    prepared: Prepared;
    sent: Sent;
    problemsBefore: { opened: number; closed: number };
    seconds: StageSeconds;
  },
): Promise<RunReport> {
  const account = createAccount(engine);
  const accounts: Record<DestinationId, Awaited<ReturnType<typeof account>>> = {};
  for (const { id, connector } of engine.destinations) {
    const takes = (kind: RecordKind): boolean => connector.capabilities.kinds.includes(kind);
    accounts[id] = await account({ destination: id, takes, since: run.startedAt });
  }
  const changes = engine.problems.changes();
  return {
    run,
    seconds,
    read: readCounts(prepared.tallies),
    shopFronts: shopFrontCounts(engine, prepared.website),
    problems: {
      opened: changes.opened - problemsBefore.opened,
      closed: changes.closed - problemsBefore.closed,
      open: engine.problems.counts().open,
    },
    delivered: byDestination(
      engine,
      (destination) => sent.get(destination.id)?.kinds ?? nothingSent(engine, destination),
    ),
    account: accounts,
  };
}

function byDestination<T>(
  engine: Engine,
  of: (destination: Engine['destinations'][number]) => T,
): Record<DestinationId, T> {
  return Object.fromEntries(engine.destinations.map((destination) => [destination.id, of(destination)] as const));
}

/** The tally of every kind of row; nothing for kinds that were not read. */
export function readCounts(tallies: Prepared['tallies']): Record<RowKind, ReadCount> {
  const none: ReadCount = { rows: 0, new: 0, changed: 0, vanished: 0, unchanged: 0 };
  return Object.fromEntries(rowKinds.map((kind) => [kind, { ...(tallies.get(kind) ?? none) }])) as Record<
    RowKind,
    ReadCount
  >;
}

/** The tally of every kind of row that the website gave. */
export function shopFrontCounts({ shopFront }: Engine, website: Prepared['website']): ShopFrontCounts {
  return shopFront ? { [shopFront.id]: Object.fromEntries(website) } : {};
}
