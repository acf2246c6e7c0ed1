import { join } from 'node:path';
import { isLocked, takeLock } from '../../database/lock.ts';
import { instantOf, type Instant } from '../../model/ids.ts';
import { localDateOf } from '../../model/wall-clock.ts';
import { nextReport, type ReportTimes } from '../../report/report-times.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { CheckLine } from '../agent-contract.ts';
import type { Engine } from '../engine.ts';
import { pausedUntil } from '../pause.ts';
import { lockFile } from '../run.ts';
import { isOverdue } from '../schedule.ts';
import { newWay, nextTryAt, tryNow, waitAfter, type ReportTry } from './next-try.ts';
import { nobodyYet, readReportRecord, writeReportRecord, type WayRecord } from './report-record.ts';
import { reportWays, type Reports, type ReportWay } from './reports-contract.ts';
import { sendBy, type Sent } from './send-by.ts';

/** A run that is under way, or to be caught up, is waited for, at most so long: a report of last night's till, or of a half-read one, helps nobody. */
const waitsForRun = 10 * 60_000;
/** What could not be begun or kept is tried again after so long. */
const again = 60_000;

/** The reports of one home that go out by themselves; see `Reports`. What was sent stands in `reports.json`. */
export function createReports(engine: Engine): Reports {
  const { home, settings, clock, log, runs } = engine;
  const times: ReportTimes = { ...settings.reports, timeZone: settings.shop.timeZone };
  const isOn = (way: ReportWay) => settings.reports[way].on;
  let turn: Promise<unknown> = Promise.resolve();
  let heldSince: number | undefined;
  let notBefore = 0;

  /** One after the other, here and in other processes. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(async () => {
      const lock = takeLock(join(home, 'reports.lock'));
      try {
        return await work();
      } finally {
        lock.release();
      }
    });
    turn = done.catch(() => undefined);
    return done;
  }

  function keep(way: ReportWay, kept: WayRecord | undefined): void {
    const { [way]: _before, ...others } = readReportRecord(home);
    writeReportRecord(home, kept ? { ...others, [way]: kept } : others);
  }

  function wayDueAt(way: ReportWay, now: number): number | undefined {
    const { [way]: kept } = readReportRecord(home);
    // Switched on or off: to be noted.
    if (isOn(way) !== (kept !== undefined)) return now;
    return kept && nextTryAt(kept, times, now);
  }

  /** A computer that was off all night: its first run begins in a moment. */
  function isToCatchUp(now: number): boolean {
    const last = runs.last()?.run.finishedAt;
    return last !== undefined && isOverdue(last, settings.schedule, now) && pausedUntil(home, now) === null;
  }

  function isHeld(now: number): boolean {
    if (!isLocked(lockFile(engine)) && !isToCatchUp(now)) return false;
    heldSince ??= now;
    return now - heldSince < waitsForRun;
  }

  async function attempt(way: ReportWay, kept: WayRecord, due: ReportTry & { readonly signal: AbortSignal }) {
    const { day, tries, settled, signal } = due;
    const count = tries + 1;
    const waiting = (sent: Pick<Sent, 'trouble' | 'settled'>, nextAt: Instant | null) => ({
      ...kept,
      waiting: { ...sent.settled, ...sent.trouble, day, tries: count, nextTryAt: nextAt },
    });
    const after = (reason: Parameters<typeof waitAfter>[1]) => instantOf(clock() + waitAfter(count, reason));
    // Claimed before it leaves: whoever dies in between tries again, under the same name.
    keep(way, waiting({ trouble: brokenOff, settled }, after('unreachable')));
    const sent = await sendBy(engine, way, { day, name: day, settled, signal });
    if (signal.aborted && sent.reason !== null) return;
    if (sent.reason === null) keep(way, { ...kept, done: day, waiting: null });
    else keep(way, waiting(sent, sent.isFinal ? null : after(sent.reason)));
    log.info(sent.reason === null ? 'a report went out' : 'a report did not go out', { way, day, tries: count });
  }

  async function sendWay(way: ReportWay, signal: AbortSignal): Promise<void> {
    const { [way]: known } = readReportRecord(home);
    if (!isOn(way)) {
      if (known) keep(way, undefined);
      return;
    }
    const kept = known ?? newWay(clock());
    if (!known) keep(way, kept);
    const due = tryNow(kept, times, clock());
    if (due) await attempt(way, kept, { ...due, signal });
  }

  return {
    standing() {
      const now = clock();
      const kept = readReportRecord(home);
      const on = reportWays.filter(isOn);
      return {
        nextAt: on.length === 0 ? null : (nextReport(times, now)?.at ?? null),
        waiting: on.flatMap((way) => {
          const { [way]: { waiting } = {} } = kept;
          return waiting ? [{ way, ...pickShown(waiting) }] : [];
        }),
      };
    },
    dueAt() {
      const now = clock();
      const due = reportWays.map((way) => wayDueAt(way, now)).filter((at) => at !== undefined);
      if (due.length === 0) return undefined;
      const first = Math.max(Math.min(...due), notBefore);
      if (first > now) {
        heldSince = undefined;
        return first;
      }
      return isHeld(now) ? now + again : first;
    },
    async sendDue(signal) {
      heldSince = undefined;
      notBefore = clock() + again;
      try {
        await inTurn(async () => {
          for (const way of reportWays) await sendWay(way, signal);
        });
        notBefore = 0;
      } catch (error) {
        const isBusy = error instanceof TillbridgeError && error.reason === 'busy';
        if (!isBusy && !signal.aborted) log.error('the reports could not be seen to', error);
      }
    },
    async sendNow(signal) {
      const on = reportWays.filter(isOn);
      if (on.length === 0) {
        throw new TillbridgeError('settings', 'sending a report: neither folder nor mail is switched on', {
          hint: 'Switch one of them on in the settings, under Reports.',
        });
      }
      return inTurn(async () => {
        const lines: CheckLine[] = [];
        for (const way of on) {
          const now = clock();
          const day = localDateOf(instantOf(now), settings.shop.timeZone);
          const sent = await sendBy(engine, way, { day, name: `now.${now}`, settled: nobodyYet, signal });
          signal.throwIfAborted();
          const { [way]: kept } = readReportRecord(home);
          if (sent.reason === null && kept?.waiting) keep(way, { ...kept, done: kept.waiting.day, waiting: null });
          lines.push(sent.line);
        }
        return lines;
      });
    },
    tryAgain() {
      try {
        const kept = readReportRecord(home);
        for (const way of reportWays) {
          const { [way]: one } = kept;
          // Whoever was refused for good, too: that may be what was mended.
          const anew = { nextTryAt: instantOf(clock()), refused: [] };
          if (one?.waiting) keep(way, { ...one, waiting: { ...one.waiting, ...anew } });
        }
        notBefore = 0;
      } catch (error) {
        log.error('the reports could not be seen to', error);
      }
    },
  };
}

const brokenOff = { what: 'sending the report was broken off', hint: 'Nothing to do: it is tried again.' };

function pickShown({ day, what, hint, nextTryAt: at }: NonNullable<WayRecord['waiting']>) {
  return { day, what, hint, nextTryAt: at };
}
