import type { LocalDate } from '../../model/ids.ts';
import type { ErrorReason } from '../../support/errors.ts';
import type { CheckLine } from '../agent-contract.ts';
import type { Engine } from '../engine.ts';
import { gatherExceptions } from '../exceptions.ts';
import { troubleOf } from '../trouble.ts';
import { refusedTrouble } from './mail-account.ts';
import { mailReport } from './mail-report.ts';
import { reportFolder, writeReport } from './report-folder.ts';
import { nobodyYet, type Settled } from './report-record.ts';
import { reportLabels, type ReportWay } from './reports-contract.ts';

/** What came of sending a report one way. */
export interface Sent {
  /** Null where it reached everybody. */
  readonly reason: ErrorReason | null;
  readonly trouble: { readonly what: string; readonly hint: string };
  /** Who has got it by now, and who is refused for good. */
  readonly settled: Settled;
  /** Trying again would not help. */
  readonly isFinal: boolean;
  readonly line: CheckLine;
}

/** One report. */
export interface SentReport {
  readonly day: LocalDate;
  readonly name: string;
  /** What earlier tries of it came to. */
  readonly settled: Settled;
  readonly signal: AbortSignal;
}

/** Sends one report one way. Never throws: what goes wrong is in the answer. */
export async function sendBy(engine: Engine, way: ReportWay, report: SentReport): Promise<Sent> {
  try {
    return way === 'folder' ? await toFolder(engine, report) : await byMail(engine, report);
  } catch (error) {
    return failed(way, error, { settled: report.settled, isFinal: false });
  }
}

async function toFolder(engine: Engine, { day }: SentReport): Promise<Sent> {
  const { home, settings, problems, clock } = engine;
  const folder = reportFolder(home, settings.reports.folder);
  const exceptions = gatherExceptions(problems, { shop: settings.shop, now: clock() });
  await writeReport(exceptions, { folder, keepDays: settings.reports.folder.keepDays, day });
  return wentOut('folder', `written to ${folder}`);
}

async function byMail(engine: Engine, { day, name, settled, signal }: SentReport): Promise<Sent> {
  const { to: all, host } = engine.settings.reports.mail;
  // Whoever was refused and has been taken out of the settings since is nobody's trouble any more.
  const before = settled.refused.filter(({ address }) => all.includes(address));
  const isSettled = new Set([...settled.took, ...before.map(({ address }) => address)]);
  const wanted = all.filter((address) => !isSettled.has(address));
  const now = wanted.length > 0 ? await mailReport(engine, { day, name, to: wanted }, signal) : [];
  const refused = [...before.map((each) => ({ ...each, later: false })), ...now];
  const trouble = refusedTrouble(refused, all);
  if (!trouble) return wentOut('mail', wentTo(host, wanted.length));
  const isTaken = (address: string) => now.every((each) => each.address !== address);
  const took = [...settled.took, ...wanted.filter(isTaken)];
  const lasting = refused.filter(({ later }) => !later).map(({ address, code }) => ({ address, code }));
  const isFinal = lasting.length === refused.length;
  const sent = failed('mail', trouble, { settled: { took, refused: lasting }, isFinal });
  // Those who were put off do not wait for as long as a slip does.
  return isFinal ? sent : { ...sent, reason: 'unreachable' };
}

function wentTo(host: string, many: number): string {
  return many === 0 ? 'nobody is left to get it' : `taken by ${host} for everybody`;
}

function wentOut(way: ReportWay, detail: string): Sent {
  const trouble = { what: '', hint: '' };
  return {
    reason: null,
    trouble,
    settled: nobodyYet,
    isFinal: true,
    line: { what: reportLabels[way], ok: true, detail },
  };
}

function failed(way: ReportWay, error: unknown, rest: Pick<Sent, 'settled' | 'isFinal'>): Sent {
  const { reason: what, hint, errorReason: reason } = troubleOf(error);
  const line = { what: reportLabels[way], ok: false, detail: what, hint, errorReason: reason };
  return { ...rest, reason, trouble: { what, hint }, line };
}
