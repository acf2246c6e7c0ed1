import type { DestinationId, Instant } from '../model/ids.ts';
import { readKinds, type ReadKind } from '../model/record.ts';
import { instantOf } from '../model/ids.ts';
import { isLocked } from '../database/lock.ts';
import type { DestinationStatus, ShopFrontStatus, StateName, Status } from './agent-contract.ts';
import type { Destination } from './destinations.ts';
import type { Engine } from './engine.ts';
import { gatherExceptions } from './exceptions.ts';
import { lockFile } from './run.ts';
import type { ShopFrontSource } from './shop-front-source.ts';
import { nextRunAt } from './schedule.ts';
import { stockAge } from './stock/stock-view.ts';

/** How things stand, from what is kept here; nothing is asked and nothing changes. */
export function statusOf(engine: Engine): Status {
  const { staging, problems, runs, settings, clock } = engine;
  const now = clock();
  const last = runs.last()?.run ?? null;
  // A run whose process died is none: the lock went with the process.
  const underWay = isLocked(lockFile(engine)) ? (runs.underWay() ?? null) : null;
  const destinations = Object.fromEntries(
    engine.destinations.map((destination) => [destination.id, destinationStatus(engine, destination)] as const),
  ) as Record<DestinationId, DestinationStatus>;
  const counts = problems.counts();
  const facts: StateFacts = { underWay, last, destinations: Object.values(destinations) };
  return {
    ...stateOf(facts),
    shop: settings.shop.name,
    records: recordsOf(engine),
    lastReadAt: staging.lastPull()?.finishedAt ?? null,
    shopFronts: engine.shopFront ? { [engine.shopFront.id]: shopFrontStatus(engine.shopFront) } : {},
    stock: stockAge(engine),
    toMend: counts.open,
    moneyWaiting: gatherExceptions(problems, { shop: settings.shop, now }).report.money,
    destinations,
    lastRun: last,
    nextRunAt: underWay ? null : instantOf(nextRunAt(last?.startedAt, settings.schedule, now)),
  };
}

function recordsOf({ staging }: Engine): Record<ReadKind, number> {
  return Object.fromEntries(readKinds.map((kind) => [kind, staging.feed(kind).rows])) as Record<ReadKind, number>;
}

function shopFrontStatus({ label, shopFront, staging }: ShopFrontSource): ShopFrontStatus {
  const kinds = shopFront.streams.flatMap((stream) => stream.kinds);
  const passes = shopFront.streams.map(({ name }) => staging.lastPass(name)?.finishedAt);
  return {
    label,
    records: Object.fromEntries(kinds.map((kind) => [kind, staging.feed(kind).rows])),
    // No younger than the part of it that was read longest ago.
    lastReadAt: passes.reduce<Instant | null>(
      (oldest, each) => (each === undefined || oldest === null ? null : each < oldest ? each : oldest),
      passes[0] ?? null,
    ),
  };
}

function destinationStatus({ outbox, states }: Engine, { id, label, connector }: Destination): DestinationStatus {
  const { state, reason, hint, until, lastAcceptedAt } = states.get(id);
  const counts = outbox.counts(id);
  const sum = (of: (count: (typeof counts)[number]) => number): number =>
    counts.reduce((all, each) => all + of(each), 0);
  return {
    label,
    takes: connector.capabilities.kinds,
    state,
    ...(reason === null ? {} : { reason }),
    ...(hint === null ? {} : { hint }),
    ...(until === null ? {} : { until }),
    waiting: sum(({ waiting }) => waiting),
    held: sum(({ held }) => held),
    parked: sum(({ refused, parked }) => refused + parked),
    lastAcceptedAt,
  };
}

/** Everything on which the state depends. */
export interface StateFacts {
  readonly underWay: Instant | null;
  readonly last: Status['lastRun'];
  readonly destinations: readonly DestinationStatus[];
}

/** Which of the six states it is, since when, and the sentence for it. Pure: the tray, the window and the mails ask the same function. */
export function stateOf({ underWay, last, destinations }: StateFacts): {
  readonly state: StateName;
  readonly sentence: string;
  readonly since: Instant | null;
} {
  if (underWay) return { state: 'working', sentence: 'A run is under way.', since: underWay };
  const halted = destinations.find(({ state }) => state === 'halted');
  if (halted) {
    return {
      state: 'needs-you',
      sentence: `${halted.label} takes nothing: ${ended(halted.reason ?? 'it said no')}`,
      since: null,
    };
  }
  if (last?.guard)
    return {
      state: 'needs-you',
      sentence: `${last.reason ?? 'A guard stopped the last run.'} Please look.`,
      since: last.finishedAt,
    };
  if (last?.outcome === 'failed' && last.errorReason === 'settings') {
    return {
      state: 'needs-you',
      sentence: `Something must be put right first: ${ended(last.reason ?? '')}`,
      since: last.finishedAt,
    };
  }
  const waiting = destinations.reduce((all, each) => all + each.waiting, 0);
  const kept = `${waiting.toLocaleString('en-GB')} ${waiting === 1 ? 'change is' : 'changes are'} kept.`;
  if (last?.outcome === 'failed') {
    return {
      state: 'waiting',
      sentence: `The last run could not complete: ${ended(last.reason ?? '')} Nothing is lost; ${kept}`,
      since: last.finishedAt,
    };
  }
  if (!last)
    return { state: 'waiting', sentence: 'Nothing has been read yet. Run "tillbridge sync" to begin.', since: null };
  if (waiting > 0) return { state: 'waiting', sentence: kept, since: last.finishedAt };
  return { state: 'up-to-date', sentence: 'Everything is up to date.', since: last.finishedAt };
}

function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
