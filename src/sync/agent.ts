import type { Keychain } from '../settings/keychain.ts';
import type { Settings } from '../settings/settings.ts';
import type { Clock } from '../support/clock.ts';
import { sleep as realSleep, systemChance } from '../support/clock.ts';
import type { Agent, Preview } from './agent-contract.ts';
import { checkConnections } from './connections.ts';
import type { Engine } from './engine.ts';
import { findTrails } from './find.ts';
import { createPeople } from './join/people.ts';
import { keepRunning } from './keep-running.ts';
import { openEngine } from './open-engine.ts';
import { planFor } from './plan.ts';
import { createQueueView } from './queue-view.ts';
import { recheck } from './recheck/recheck.ts';
import { createReports } from './reports/reports.ts';
import { alone, prepare, runOnce } from './run.ts';
import { readCounts, shopFrontCounts } from './run-report.ts';
import { statusOf } from './status.ts';
import { createStockView } from './stock/stock-view.ts';
import { TillbridgeError } from '../support/errors.ts';

/** What an agent is made from. */
export interface AgentParts {
  /** The home folder, absolute. */
  readonly home: string;
  readonly settings: Settings;
  /** Where passwords and keys may stand; the keychain is asked for what is not there. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Clock;
  readonly sleep?: Engine['sleep'];
  readonly random?: () => number;
  readonly keychain?: Keychain;
  /** Where the list of problems opens in the shop's network, if it does. */
  readonly listAddress?: Engine['listAddress'];
}

/** The whole engine of one home folder. Throws a `TillbridgeError` where its database or settings cannot be used. */
export async function createAgent({ sleep = realSleep, random = systemChance, ...parts }: AgentParts): Promise<Agent> {
  return agentOf(await openEngine({ ...parts, sleep, random }));
}

/** What people and programs may ask of an engine; closing the one closes the other. */
export function agentOf(engine: Engine & { close(): Promise<void> }): Agent {
  const reports = createReports(engine);
  return {
    sync: (options) => runOnce(engine, options),
    preview: (options) => alone(engine, () => rehearse(engine, options)),
    check: (signal) => checkConnections(engine, { reports, signal }),
    status: () => statusOf(engine),
    recheck: (problemId, signal) => recheck(engine, problemId, signal),
    find: async (text, _signal, options) => findTrails(engine, text, options),
    problems: engine.problems,
    queue: createQueueView(engine),
    people: createPeople(engine),
    stock: createStockView(engine),
    reports,
    run: (options) => keepRunning(engine, { ...options, reports }),
    close: () => engine.close(),
  };
}

async function rehearse(engine: Engine, options: Parameters<Agent['preview']>[0]): Promise<Preview> {
  const before = engine.problems.changes();
  const { tallies, website, stop, trouble } = await prepare(engine, options);
  // A rehearsal that could not read everything would promise what the run cannot keep.
  if (trouble) throw new TillbridgeError(trouble.errorReason, trouble.reason, { hint: trouble.hint });
  const changes = engine.problems.changes();
  return {
    read: readCounts(tallies),
    shopFronts: shopFrontCounts(engine, website),
    problems: {
      opened: changes.opened - before.opened,
      closed: changes.closed - before.closed,
      open: engine.problems.counts().open,
    },
    destinations: Object.fromEntries(
      await Promise.all(
        engine.destinations.map(async (destination) => [destination.id, await planFor(engine, destination)] as const),
      ),
    ),
    ...(stop ? { guard: stop } : {}),
  };
}
