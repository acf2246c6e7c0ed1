import { join } from 'node:path';
import { takeLock } from '../database/lock.ts';
import { verifyDatabase, withoutFlushing } from '../database/open.ts';
import { instantOf, type DestinationId, type Instant } from '../model/ids.ts';
import { TillbridgeError } from '../support/errors.ts';
import { giveWay } from '../support/give-way.ts';
import type { GuardStop, RunOptions, RunReport } from './agent-contract.ts';
import type { GuardName } from './guards/guard-names.ts';
import { dropProblems } from './drop-problems.ts';
import type { Engine } from './engine.ts';
import { adoptKeys } from './join/adopt-keys.ts';
import { joinSources } from './join/join-sources.ts';
import { retireKeys } from './join/retire-keys.ts';
import { guardRead, readGuardNames } from './guards/read-guards.ts';
import { createKnownAs } from './known-as.ts';
import { guardSweep } from './guards/sweep-guards.ts';
import { alsoAllowing } from './guards/words.ts';
import { pullShopFront, type ShopFrontPulled } from './pull-shop-front.ts';
import { pullTill, type TillPulled } from './pull-till.ts';
import { guardAllPushes, pushAll, type KeptBack } from './push.ts';
import { putAway } from './put-away.ts';
import { reckonStakes } from './money-at-stake.ts';
import { outcomeOf, reportOf, type Sent } from './run-report.ts';
import { daysBefore } from './runs.ts';
import { isWholeDue } from './schedule.ts';
import { planStock } from './stock/plan-stock.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';
import { troubleIn, troubleOf, worstOf, type Trouble } from './trouble.ts';

/** What came of a run so far, before anything is sent. */
export interface Prepared {
  readonly tallies: TillPulled['tallies'];
  /** What reading the website found, where there is one. */
  readonly website: ShopFrontPulled['tallies'];
  readonly stop: GuardStop | undefined;
  /** A source could not be read; what was read before is checked and sent all the same. */
  readonly trouble: Trouble | undefined;
  /** Destinations that said no when they were read or asked: they are not asked again in this run. */
  readonly refusing: ReadonlySet<DestinationId>;
  /** What a guard objected to, and a person had kept here. */
  readonly keptBack: KeptBack;
}

/** Nothing done yet. */
const nothingPrepared: Prepared = {
  tallies: new Map(),
  website: new Map(),
  stop: undefined,
  trouble: undefined,
  refusing: new Set(),
  keptBack: new Map(),
};

/** What stands for the one run that a home folder may have under way. */
export function lockFile({ home }: Pick<Engine, 'home'>): string {
  return join(home, 'run.lock');
}

/** Pages are looked over where a run broke off, as power cuts do, and once a day besides. */
function isLookDue({ runs, clock }: Engine): boolean {
  const last = runs.last()?.run.startedAt;
  const today = instantOf(clock()).slice(0, 10);
  return runs.underWay() !== undefined || last === undefined || last.slice(0, 10) !== today;
}

/** Does the work with the home's one lock, after clearing up what a process that died has left. Throws a `TillbridgeError` ('busy') where another run has it. */
export async function alone<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  const lock = takeLock(lockFile(engine));
  try {
    if (isLookDue(engine)) verifyDatabase(engine.database);
    engine.staging.recover();
    engine.outbox.recover();
    engine.runs.recover(instantOf(engine.clock()));
    return await work();
  } finally {
    lock.release();
  }
}

/** Reads every source and checks what changed for every destination; sends nothing. */
export function prepare(
  engine: Engine,
  options: RunOptions,
  stopwatch: Stopwatch = createStopwatch(engine.clock),
): Promise<Prepared> {
  return withoutFlushing(engine.database, async () => {
    let prepared = nothingPrepared;
    for (const { stage, step } of steps) {
      const before = prepared;
      prepared = { ...before, ...(await stopwatch.time(stage, () => step(engine, options, before))) };
      if (prepared.stop) return { ...prepared, stop: alsoAllowing(prepared.stop, options.allow ?? []) };
      await giveWay();
    }
    return prepared;
  });
}

/** One step of a run: answers what it adds to what is known. */
type Step = (
  engine: Engine,
  options: RunOptions,
  before: Prepared,
) => Promise<Partial<Prepared> | void> | Partial<Prepared> | void;

/**
 * What a run does before anything is sent, in this order; a guard's stop ends it. The till comes before the website, so
 * that an order which staff have keyed into the till is never met without the sale that it became.
 */
const steps: readonly { readonly stage: 'read' | 'check'; readonly step: Step }[] = [
  { stage: 'read', step: readTill },
  { stage: 'read', step: readWebsite },
  { stage: 'check', step: dropProblems },
  { stage: 'check', step: joinSources },
  { stage: 'check', step: checkRecords },
  { stage: 'check', step: planStock },
  { stage: 'check', step: reckonStakes },
  { stage: 'check', step: guardAllPushes },
];

/** Judges what changed. A destination that could not say which keys it has is offered nothing: it might get somebody twice. */
async function checkRecords(engine: Engine, options: RunOptions, before: Prepared): Promise<Partial<Prepared>> {
  const goneBefore = daysBefore(engine.clock(), engine.settings.retention.archiveAfterDays);
  const unasked = new Map<DestinationId, Trouble>();
  // Whoever goes by another key does so at every destination: all are asked before anything is judged for any.
  for (const destination of engine.destinations) {
    const trouble = await troubleIn(options.signal, () => adoptKeys(engine, destination, options.signal));
    if (trouble) unasked.set(destination.id, trouble);
  }
  for (const destination of engine.destinations.filter(({ id }) => !unasked.has(id))) {
    await engine.checker.check(destination, options);
    await giveWay();
    retireKeys(engine, destination);
    await giveWay();
    putAway(engine, { destination, goneBefore, at: instantOf(engine.clock()) });
  }
  const refusing = [...unasked].flatMap(([id, { errorReason }]) => (errorReason === 'settings' ? [id] : []));
  return {
    trouble: worstOf([before.trouble, ...unasked.values()]),
    refusing: new Set([...before.refusing, ...refusing]),
  };
}

async function readTill(
  engine: Engine,
  { full, allow = [], signal, onProgress }: RunOptions,
): Promise<Partial<Prepared>> {
  const { staging, clock, settings } = engine;
  try {
    const till = await engine.till();
    const { tallies, stop } = await pullTill({
      till,
      staging,
      clock,
      signal,
      whole: full === true || isWholeDue(staging, settings.schedule, clock()),
      onProgress: onProgress ?? (() => undefined),
      guard: (facts) => guardRead({ ...facts, knownAs: createKnownAs(engine) }, { settings: settings.guards, allow }),
    });
    if (!stop && mayLetThrough(allow)) letThrough(engine, staging.lastPull()?.finishedAt);
    return { tallies, stop };
  } catch (error) {
    if (signal.aborted || !(error instanceof TillbridgeError) || error.reason === 'defect') throw error;
    return { trouble: troubleOf(error) };
  }
}

async function readWebsite(
  engine: Engine,
  { allow = [], signal, onProgress }: RunOptions,
  before: Prepared,
): Promise<Partial<Prepared>> {
  const { shopFront: source, clock, settings } = engine;
  if (!source) return {};
  const { tallies, ended, stop, trouble } = await pullShopFront({
    source,
    clock,
    signal,
    onProgress: onProgress ?? (() => undefined),
    guard: (unmet) =>
      guardSweep({ label: source.label, unmet, knownAs: createKnownAs(engine) }, { settings: settings.guards, allow }),
  });
  if (mayLetThrough(allow)) for (const at of ended) letThrough(engine, at);
  return {
    website: tallies,
    stop,
    trouble: worstOf([before.trouble, trouble]),
    refusing: new Set(trouble?.errorReason === 'settings' ? [source.id] : []),
  };
}

function mayLetThrough(allow: readonly GuardName[]): boolean {
  return readGuardNames.some((name) => allow.includes(name));
}

/** What vanished at this moment may be put away when its time comes, without asking again. */
function letThrough({ database }: Engine, at: Instant | undefined): void {
  if (at) database.prepare('INSERT OR IGNORE INTO let_through (vanished_at) VALUES (?)').run(at);
}

/** One run from the till to every destination. Whatever happens on the way becomes part of its report. */
export async function runOnce(engine: Engine, options: RunOptions): Promise<RunReport> {
  return alone(engine, async () => {
    const startedAt = instantOf(engine.clock());
    const id = engine.runs.begin(startedAt);
    const problemsBefore = engine.problems.changes();
    const stopwatch = createStopwatch(engine.clock);
    let prepared = nothingPrepared;
    let sent: Sent = new Map();
    let trouble: Trouble | undefined;
    try {
      prepared = await prepare(engine, options, stopwatch);
      trouble = prepared.trouble;
      const reachable = without(engine, prepared.refusing);
      const { keptBack } = prepared;
      if (!prepared.stop) sent = await stopwatch.time('send', () => pushAll(reachable, { ...options, keptBack }));
    } catch (error) {
      if (!options.signal.aborted) engine.log.error('a run failed', error);
      trouble = options.signal.aborted ? undefined : troubleOf(error);
    }
    const report = await reportOf(engine, {
      run: outcomeOf(engine, { id, startedAt, prepared, sent, trouble, aborted: options.signal.aborted }),
      prepared,
      sent,
      problemsBefore,
      seconds: stopwatch.seconds(),
    });
    engine.runs.end(report);
    tidy(engine);
    return report;
  });
}

function without(engine: Engine, refusing: Prepared['refusing']): Engine {
  return { ...engine, destinations: engine.destinations.filter(({ id }) => !refusing.has(id)) };
}

function tidy({ runs, problems, settings, clock }: Engine): void {
  const before = daysBefore(clock(), settings.retention.runsDays);
  runs.forgetBefore(before);
  problems.forgetClosedBefore(before);
}
