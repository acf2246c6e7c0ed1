import { join } from 'node:path';
import { takeLock } from '../database/lock.ts';
import type { DeliveryTally } from '../delivery/tally.ts';
import { instantOf, type DestinationId, type Instant } from '../model/ids.ts';
import { rowKinds, type RowKind } from '../model/record.ts';
import { TillbridgeError, messageOf, type ErrorReason } from '../support/errors.ts';
import { createAccount } from './account.ts';
import type { GuardStop, ReadCount, RunOptions, RunOutcome, RunReport } from './agent-contract.ts';
import type { Engine } from './engine.ts';
import { guardRead } from './guards/read-guards.ts';
import { pullTill, type TillPulled } from './pull-till.ts';
import { guardAllPushes, nothingSent, pushAll } from './push.ts';
import { putAway } from './put-away.ts';
import { daysBefore } from './runs.ts';
import { isWholeDue } from './schedule.ts';

/** What went wrong on the way, for the run's record and its exit code. */
interface Trouble {
  readonly reason: string;
  readonly hint: string;
  readonly errorReason: ErrorReason;
}

/** What reading and checking came to. */
export interface Prepared {
  readonly tallies: TillPulled['tallies'];
  readonly stop: GuardStop | undefined;
  /** The till could not be read; what was read before is checked and sent all the same. */
  readonly trouble: Trouble | undefined;
}

/** Does the work with the home's one lock, after clearing up what a process that died has left. Throws a `TillbridgeError` ('busy') where another run has it. */
export async function alone<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  const lock = takeLock(join(engine.home, 'run.lock'));
  try {
    engine.staging.recover();
    engine.outbox.recover();
    engine.runs.recover(instantOf(engine.clock()));
    return await work();
  } finally {
    lock.release();
  }
}

/** Reads the till and checks what changed for every destination; sends nothing. */
export async function prepare(engine: Engine, options: RunOptions): Promise<Prepared> {
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
    if (!stop && allow.includes('mass-deletion')) letThrough(engine);
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
    let sent: ReadonlyMap<DestinationId, DeliveryTally> = new Map();
    let trouble: Trouble | undefined;
    try {
      prepared = await prepare(engine, options);
      trouble = prepared.trouble;
      if (!prepared.stop) sent = await pushAll(engine, options);
    } catch (error) {
      if (!options.signal.aborted) engine.log.error('a run failed', { what: messageOf(error) });
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

function troubleOf(error: unknown): Trouble {
  if (error instanceof TillbridgeError) return { reason: error.message, hint: error.hint, errorReason: error.reason };
  return {
    reason: messageOf(error),
    hint: 'Nothing is lost: the next run goes on from here. If it happens again, send the log to support.',
    errorReason: 'defect',
  };
}

interface Ending {
  readonly id: number;
  readonly startedAt: Instant;
  readonly prepared: Prepared;
  readonly sent: ReadonlyMap<DestinationId, DeliveryTally>;
  readonly trouble: Trouble | undefined;
  readonly aborted: boolean;
}

function outcomeOf(engine: Engine, { id, startedAt, prepared, sent, trouble, aborted }: Ending): RunOutcome {
  const finishedAt = instantOf(engine.clock());
  const ends = { id, startedAt, finishedAt };
  if (prepared.stop) {
    const { what, cause } = prepared.stop;
    return { ...ends, outcome: 'stopped', reason: `Stopped before sending: ${what}.`, hint: cause, guard: prepared.stop };
  }
  if (aborted) {
    return { ...ends, outcome: 'stopped', reason: 'The run was ended before it was done.', hint: 'The next run goes on from here.' };
  }
  const found = trouble ?? destinationTrouble(engine, sent);
  return found ? { ...ends, outcome: 'failed', ...found } : { ...ends, outcome: 'completed' };
}

function destinationTrouble(engine: Engine, sent: Ending['sent']): Trouble | undefined {
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

function reportOf(
  engine: Engine,
  { run, prepared, sent, problemsBefore }: {
    run: RunOutcome;
    prepared: Prepared;
    sent: Ending['sent'];
    problemsBefore: { opened: number; closed: number };
  },
): RunReport {
  const account = createAccount(engine.database, engine.staging);
  const changes = engine.problems.changes();
  return {
    run,
    read: readCounts(prepared.tallies),
    problems: {
      opened: changes.opened - problemsBefore.opened,
      closed: changes.closed - problemsBefore.closed,
      open: engine.problems.counts().open,
    },
    delivered: byDestination(engine, (destination) => sent.get(destination.id)?.kinds ?? nothingSent(engine, destination)),
    account: byDestination(engine, ({ id, connector }) =>
      account({ destination: id, takes: (kind) => connector.capabilities.kinds.includes(kind), since: run.startedAt }),
    ),
  };
}

function byDestination<T>(engine: Engine, of: (destination: Engine['destinations'][number]) => T): Record<DestinationId, T> {
  return Object.fromEntries(engine.destinations.map((destination) => [destination.id, of(destination)] as const));
}

/** The tally of every kind of row; nothing for kinds that were not read. */
export function readCounts(tallies: Prepared['tallies']): Record<RowKind, ReadCount> {
  const none: ReadCount = { rows: 0, new: 0, changed: 0, vanished: 0, unchanged: 0 };
  return Object.fromEntries(rowKinds.map((kind) => [kind, { ...(tallies.get(kind) ?? none) }])) as Record<RowKind, ReadCount>;
}

function tidy({ runs, problems, settings, clock }: Engine): void {
  const before = daysBefore(clock(), settings.retention.runsDays);
  runs.forgetBefore(before);
  problems.forgetClosedBefore(before);
}
