import type { LocalDate } from '../../model/ids.ts';
import { instantOf } from '../../model/ids.ts';
import { nextReport, reportOfToday, type ReportTimes } from '../../report/report-times.ts';
import type { ErrorReason } from '../../support/errors.ts';
import { nobodyYet, type Settled, type WayRecord } from './report-record.ts';

const minute = 60_000;

// What only a person can mend is left in peace for longer: a password that is tried too often is locked.
const waits = { settings: [60, 240], other: [1, 5, 15, 30, 60] } as const;

/** How long to wait after so many tries, in milliseconds. */
export function waitAfter(tries: number, reason: ErrorReason): number {
  const steps: readonly number[] = reason === 'settings' ? waits.settings : waits.other;
  return (steps[Math.min(tries, steps.length) - 1] ?? 60) * minute;
}

/** A report that is to go out now. */
export interface ReportTry {
  readonly day: LocalDate;
  /** Tries before this one. */
  readonly tries: number;
  readonly settled: Settled;
}

/** What is to go out now in one way: today's report once its time has come, else the one that waits once its wait is over. */
export function tryNow({ since, done, waiting }: WayRecord, times: ReportTimes, now: number): ReportTry | undefined {
  const today = reportOfToday(times, now);
  const isNew = today && today.at > since && (done ?? '') < today.day && (waiting?.day ?? '') < today.day;
  if (isNew) return { day: today.day, tries: 0, settled: nobodyYet };
  if (!waiting?.nextTryAt || Date.parse(waiting.nextTryAt) > now) return undefined;
  return { day: waiting.day, tries: waiting.tries, settled: waiting };
}

/** When there is something to do in one way, in epoch milliseconds; undefined where there is nothing. */
export function nextTryAt(record: WayRecord, times: ReportTimes, now: number): number | undefined {
  if (tryNow(record, times, now)) return now;
  const { waiting } = record;
  const moments = [nextReport(times, now)?.at, waiting?.nextTryAt ?? undefined];
  const sure = moments.flatMap((moment) => (moment === undefined ? [] : [Date.parse(moment)]));
  return sure.length === 0 ? undefined : Math.min(...sure);
}

/** Switched on: from now on. */
export function newWay(now: number): WayRecord {
  return { since: instantOf(now), done: null, waiting: null };
}
