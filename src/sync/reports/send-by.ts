import type { LocalDate } from '../../model/ids.ts';
import type { ErrorReason } from '../../support/errors.ts';
import type { CheckLine } from '../agent-contract.ts';
import type { Engine } from '../engine.ts';
import { gatherExceptions } from '../exceptions.ts';
import { troubleOf } from '../trouble.ts';
import { refusedTrouble } from './mail-account.ts';
import { mailReport } from './mail-report.ts';
import { reportFolder, writeReport } from './report-folder.ts';
import { reportLabels, type ReportWay } from './reports-contract.ts';

/** What came of sending a report one way. */
export interface Sent {
  /** Null where it reached everybody. */
  readonly reason: ErrorReason | null;
  readonly trouble: { readonly what: string; readonly hint: string };
  /** Who is still to get it; null for everybody. */
  readonly left: readonly string[] | null;
  /** Trying again would not help. */
  readonly isFinal: boolean;
  readonly line: CheckLine;
}

/** One report. */
export interface SentReport {
  readonly day: LocalDate;
  readonly name: string;
  /** Who is still to get it; null for everybody. */
  readonly to: readonly string[] | null;
  readonly signal: AbortSignal;
}

/** Sends one report one way. Never throws: what goes wrong is in the answer. */
export async function sendBy(engine: Engine, way: ReportWay, report: SentReport): Promise<Sent> {
  try {
    return way === 'folder' ? await toFolder(engine, report) : await byMail(engine, report);
  } catch (error) {
    return failed(way, error, { left: report.to, isFinal: false });
  }
}

async function toFolder(engine: Engine, { day }: SentReport): Promise<Sent> {
  const { home, settings, problems, clock } = engine;
  const folder = reportFolder(home, settings.reports.folder);
  const exceptions = gatherExceptions(problems, { shop: settings.shop, now: clock() });
  await writeReport(exceptions, { folder, keepDays: settings.reports.folder.keepDays, day });
  return wentOut('folder', `written to ${folder}`);
}

async function byMail(engine: Engine, { day, name, to, signal }: SentReport): Promise<Sent> {
  const all = engine.settings.reports.mail.to;
  const wanted = all.filter((address) => to === null || to.includes(address));
  // Those who were left have been taken out of the settings.
  if (wanted.length === 0) return wentOut('mail', 'nobody is left to get it');
  const refused = await mailReport(engine, { day, name, to: wanted }, signal);
  const trouble = refusedTrouble(refused, all);
  if (!trouble) return wentOut('mail', `taken by ${engine.settings.reports.mail.host} for everybody`);
  const later = refused.filter((each) => each.later).map(({ address }) => address);
  return failed('mail', trouble, {
    left: later.length > 0 ? later : refused.map(({ address }) => address),
    isFinal: later.length === 0,
  });
}

function wentOut(way: ReportWay, detail: string): Sent {
  const trouble = { what: '', hint: '' };
  return { reason: null, trouble, left: null, isFinal: true, line: { what: reportLabels[way], ok: true, detail } };
}

function failed(way: ReportWay, error: unknown, rest: Pick<Sent, 'left' | 'isFinal'>): Sent {
  const { reason: what, hint, errorReason: reason } = troubleOf(error);
  const line = { what: reportLabels[way], ok: false, detail: what, hint, errorReason: reason };
  return { ...rest, reason, trouble: { what, hint }, line };
}
