import type { DestinationId, Instant } from '../model/ids.ts';
import { readKinds, type ReadKind } from '../model/record.ts';
import { instantOf } from '../model/ids.ts';
import { isLocked } from '../database/lock.ts';
import type { DestinationStatus, ShopFrontStatus, StateName, Status } from './agent-contract.ts';
import type { Destination } from './destinations.ts';
import type { Engine } from './engine.ts';
import { createWords, type Words } from '../support/words.ts';
import { moneyWaiting } from './money-waiting.ts';
import { pausedUntil } from './pause.ts';
import { lockFile } from './run.ts';
import type { ShopFrontSource } from './shop-front-source.ts';
import { isOverdue, nextRunAt } from './schedule.ts';
import { stockAge } from './stock/stock-view.ts';

/** How things stand, from what is kept here; nothing is asked and nothing changes. */
export function statusOf(engine: Engine): Status {
  const { staging, problems, runs, settings, clock } = engine;
  const now = clock();
  const last = runs.last()?.run ?? null;
  // A run whose process died is none: the lock went with the process.
  const underWay = isLocked(lockFile(engine)) ? { since: runs.underWay() ?? null } : null;
  const destinations = Object.fromEntries(
    engine.destinations.map((destination) => [destination.id, destinationStatus(engine, destination)] as const),
  ) as Record<DestinationId, DestinationStatus>;
  const counts = problems.counts();
  const paused = pausedUntil(engine.home, now);
  const words = createWords(settings.shop);
  const facts: StateFacts = {
    underWay,
    paused: paused && { until: untilWords(paused, now, words) },
    last,
    overdue:
      last && isOverdue(last.finishedAt, settings.schedule, now) ? { since: words.moment(last.finishedAt) } : null,
    destinations: Object.values(destinations),
  };
  const next = Math.max(nextRunAt(last?.startedAt, settings.schedule, now), paused ? Date.parse(paused) : 0);
  return {
    ...stateOf(facts),
    shop: settings.shop.name,
    records: recordsOf(engine),
    lastReadAt: staging.lastPull()?.finishedAt ?? null,
    shopFronts: engine.shopFront ? { [engine.shopFront.id]: shopFrontStatus(engine.shopFront) } : {},
    stock: stockAge(engine),
    toMend: counts.open,
    moneyWaiting: moneyWaiting(engine.database),
    destinations,
    lastRun: last,
    nextRunAt: underWay ? null : instantOf(next),
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
  /** Somebody has the home's lock; since when, where it is a run. */
  readonly underWay: { readonly since: Instant | null } | null;
  /** Until when somebody paused it, as the end of a sentence: "tomorrow 08:00". */
  readonly paused: { readonly until: string } | null;
  readonly last: Status['lastRun'];
  /** The schedule wanted a run long ago, and there was none; since when, as the end of a sentence. */
  readonly overdue: { readonly since: string } | null;
  readonly destinations: readonly DestinationStatus[];
}

/** Which of the six states it is, since when, and the sentence for it. Pure: the tray, the window and the mails ask the same function. */
export function stateOf({ underWay, paused, last, overdue, destinations }: StateFacts): {
  readonly state: StateName;
  readonly sentence: string;
  readonly since: Instant | null;
} {
  if (underWay) {
    const { since } = underWay;
    const sentence = since
      ? 'A run is under way.'
      : 'Tillbridge is at work for this shop in another window or program.';
    return { state: 'working', sentence, since };
  }
  if (paused) {
    return {
      state: 'paused',
      sentence: `Paused until ${paused.until}. Nothing is lost: what changes at the till until then goes with the next run.`,
      since: null,
    };
  }
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
  const kept = waiting === 1 ? '1 change is kept.' : `${waiting.toLocaleString('en-GB')} changes are kept.`;
  const andKept = waiting === 0 ? '.' : `; ${kept}`;
  if (last?.outcome === 'failed') {
    return {
      state: 'waiting',
      sentence: `The last run could not complete: ${ended(last.reason ?? '')} Nothing is lost${andKept}`,
      since: last.finishedAt,
    };
  }
  if (!last)
    return {
      state: 'waiting',
      sentence: 'Nothing has been read yet. The first sync begins when you start it.',
      since: null,
    };
  if (last.outcome === 'stopped') {
    return {
      state: 'waiting',
      sentence: `The last run was ended before it was done. The next one goes on from there${andKept}`,
      since: last.finishedAt,
    };
  }
  if (overdue) {
    return {
      state: 'waiting',
      sentence: `Nothing has been read or sent since ${overdue.since}. The next run catches up${andKept}`,
      since: last.finishedAt,
    };
  }
  if (waiting > 0) {
    const wait = waiting === 1 ? '1 change waits' : `${waiting.toLocaleString('en-GB')} changes wait`;
    return { state: 'waiting', sentence: `${wait} for the next run.`, since: last.finishedAt };
  }
  return { state: 'up-to-date', sentence: 'Everything is up to date.', since: last.finishedAt };
}

/** A moment to come, as people say it: "16:30", "tomorrow 08:00", "24 Nov 2026, 08:00". */
function untilWords(until: Instant, now: number, words: Words): string {
  const day = words.day(until);
  if (day === words.day(instantOf(now))) return words.time(until);
  if (day === words.day(instantOf(now + 86_400_000))) return `tomorrow ${words.time(until)}`;
  return words.moment(until);
}

function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
