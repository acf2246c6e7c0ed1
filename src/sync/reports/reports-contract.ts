import type { Instant, LocalDate } from '../../model/ids.ts';
import type { CheckLine } from '../agent-contract.ts';

/** How a report goes out. */
export const reportWays = ['folder', 'mail'] as const;
export type ReportWay = (typeof reportWays)[number];

/** What each way is called where it is tried. */
export const reportLabels: Readonly<Record<ReportWay, string>> = {
  folder: 'Report in the folder',
  mail: 'Report by mail',
};

/** A report that did not go out, or not to everybody. */
export interface ReportWaiting {
  readonly way: ReportWay;
  /** The shop's day that it is for. */
  readonly day: LocalDate;
  readonly what: string;
  readonly hint: string;
  /** Null where trying again would not help before somebody has changed something, or the next report. */
  readonly nextTryAt: Instant | null;
}

/** How the reports stand that go out by themselves. */
export interface ReportsStanding {
  /** When the next is due; null where none is. */
  readonly nextAt: Instant | null;
  readonly waiting: readonly ReportWaiting[];
}

/** The reports of one home. */
export interface Reports {
  standing(): ReportsStanding;
  /** When there is something to do, in epoch milliseconds; undefined where there is nothing. */
  dueAt(): number | undefined;
  /** Sends what is due, and keeps what came of it. Never throws. */
  sendDue(signal: AbortSignal): Promise<void>;
  /** Sends one now, in every way that is on, whatever is due; a line for each. Throws a `TillbridgeError` where none is on. */
  sendNow(signal: AbortSignal): Promise<readonly CheckLine[]>;
  /** Somebody changed something: what waits is tried again at once. */
  tryAgain(): void;
}
