import { join } from 'node:path';
import { takeLock } from '../database/lock.ts';
import { verifyDatabase, withoutFlushing } from '../database/open.ts';
import { instantOf } from '../model/ids.ts';
import { TillbridgeError } from '../support/errors.ts';
import type { GuardStop, RunOptions, RunReport } from './agent-contract.ts';
import type { Engine } from './engine.ts';
import { guardRead, readGuardNames } from './guards/read-guards.ts';
import { pullTill, type TillPulled } from './pull-till.ts';
import { guardAllPushes, pushAll } from './push.ts';
import { putAway } from './put-away.ts';
import { reckonStakes } from './money-at-stake.ts';
import { outcomeOf, reportOf, troubleOf, type Sent, type Trouble } from './run-report.ts';
import { daysBefore } from './runs.ts';
import { isWholeDue } from './schedule.ts';

/** What reading and checking came to. */
export interface Prepared {
  readonly tallies: TillPulled['tallies'];
  readonly stop: GuardStop | undefined;
  /** The till could not be read; what was read before is checked and sent all the same. */
  readonly trouble: Trouble | undefined;
}

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

/** Reads the till and checks what changed for every destination; sends nothing. */
export function prepare(engine: Engine, options: RunOptions): Promise<Prepared> {
  return withoutFlushing(engine.database, () => readAndCheck(engine, options));
}

async function readAndCheck(engine: Engine, options: RunOptions): Promise<Prepared> {
  const read = await readTill(engine, options);
  if (read.stop) return read;
  for (const destination of engine.destinations) {
    await engine.checker.check(destination, options);
    putAway(engine, {
      destination,
      goneBefore: daysBefore(engine.clock(), engine.settings.retention.archiveAfterDays),
      at: instantOf(engine.clock()),
    });
  }
  reckonStakes(engine);
  return { ...read, stop: guardAllPushes(engine, options.allow) };
}

async function readTill(engine: Engine, { full, allow = [], signal, onProgress }: RunOptions): Promise<Prepared> {
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
      guard: (facts) => guardRead(facts, { settings: settings.guards, allow }),
    });
    if (!stop && readGuardNames.some((name) => allow.includes(name))) letThrough(engine);
    return { tallies, stop, trouble: undefined };
  } catch (error) {
    if (signal.aborted || !(error instanceof TillbridgeError) || error.reason === 'defect') throw error;
    return { tallies: new Map(), stop: undefined, trouble: troubleOf(error) };
  }
}

/** What just vanished may be put away when its time comes, without asking again. */
function letThrough({ database, staging }: Engine): void {
  const at = staging.lastPull()?.finishedAt;
  if (at) database.prepare('INSERT OR IGNORE INTO let_through (vanished_at) VALUES (?)').run(at);
}

/** One run from the till to every destination. Whatever happens on the way becomes part of its report. */
export async function runOnce(engine: Engine, options: RunOptions): Promise<RunReport> {
  return alone(engine, async () => {
    const startedAt = instantOf(engine.clock());
    const id = engine.runs.begin(startedAt);
    const problemsBefore = engine.problems.changes();
    let prepared: Prepared = { tallies: new Map(), stop: undefined, trouble: undefined };
    let sent: Sent = new Map();
    let trouble: Trouble | undefined;
    try {
      prepared = await prepare(engine, options);
      trouble = prepared.trouble;
      if (!prepared.stop) sent = await pushAll(engine, options);
    } catch (error) {
      if (!options.signal.aborted) engine.log.error('a run failed', error);
      trouble = options.signal.aborted ? undefined : troubleOf(error);
    }
    const report = reportOf(engine, {
      run: outcomeOf(engine, { id, startedAt, prepared, sent, trouble, aborted: options.signal.aborted }),
      prepared,
      sent,
      problemsBefore,
    });
    engine.runs.end(report);
    tidy(engine);
    return report;
  });
}

function tidy({ runs, problems, settings, clock }: Engine): void {
  const before = daysBefore(clock(), settings.retention.runsDays);
  runs.forgetBefore(before);
  problems.forgetClosedBefore(before);
}
