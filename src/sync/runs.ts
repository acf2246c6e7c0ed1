import type { WritableDatabase } from '../database/open.ts';
import { instantOf, type Instant } from '../model/ids.ts';
import type { RowKind } from '../model/record.ts';
import type { ReadCount, RunReport } from './agent-contract.ts';

/** What one run did, in a few figures. */
export interface RunFigures {
  readonly startedAt: Instant;
  /** Rows of every source. */
  readonly read: number;
  /** Records that a destination took: created, updated or put away. */
  readonly sent: number;
  readonly readSeconds: number;
  readonly checkSeconds: number;
  readonly sendSeconds: number;
}

/** Every run that was begun, with what it did. */
export interface Runs {
  /** A run that never ended is one whose process died: it is closed as failed. The first thing at every start. */
  recover(at: Instant): void;
  begin(at: Instant): number;
  end(report: RunReport): void;
  /** The newest run that ended. */
  last(): RunReport | undefined;
  /** The newest run that completed. */
  lastCompleted(): RunReport | undefined;
  /** Those that ended, the newest first: at most `limit` of those before the run `before`. Those that broke off are among them. */
  list(before: number | null, limit: number): readonly RunReport[];
  /** What those did that began at the moment or later, the oldest first, without those that broke off. */
  figuresSince(at: Instant): readonly RunFigures[];
  /** Since when a run has been under way, if one is. */
  underWay(): Instant | undefined;
  /** Forgets runs from before the instant. */
  forgetBefore(at: Instant): void;
}

/** The history of runs in our own database. */
export function createRuns(database: WritableDatabase): Runs {
  const newest = (condition: string) =>
    database
      .prepare<[], string>(`SELECT report FROM run WHERE report IS NOT NULL ${condition} ORDER BY id DESC LIMIT 1`)
      .pluck();
  const last = newest('');
  const completed = newest("AND outcome = 'completed'");
  const ended = database.prepare<[{ before: number | null; limit: number }], RunRow>(`
    SELECT id, started_at, finished_at, report FROM run
    WHERE finished_at IS NOT NULL AND ($before IS NULL OR id < $before) ORDER BY id DESC LIMIT $limit`);
  const figures = database.prepare<[Instant], RunFigures>(`
    SELECT started_at AS startedAt, rows_read AS read, records_sent AS sent, coalesce(read_seconds, 0) AS readSeconds,
      coalesce(check_seconds, 0) AS checkSeconds, coalesce(send_seconds, 0) AS sendSeconds
    FROM run WHERE started_at >= ? AND report IS NOT NULL ORDER BY id`);
  const end = database.prepare(`
    UPDATE run SET finished_at = $finishedAt, outcome = $outcome, report = $report, rows_read = $rowsRead,
      records_sent = $recordsSent, read_seconds = $read, check_seconds = $check, send_seconds = $send WHERE id = $id`);
  const parsed = (text: string | undefined): RunReport | undefined =>
    // Written by `end`, and by nobody else.
    text === undefined ? undefined : (JSON.parse(text) as RunReport);

  return {
    recover(at) {
      database.prepare("UPDATE run SET finished_at = ?, outcome = 'failed' WHERE finished_at IS NULL").run(at);
    },
    begin: (at) => Number(database.prepare('INSERT INTO run (started_at) VALUES (?)').run(at).lastInsertRowid),
    end(report) {
      const { id, finishedAt, outcome } = report.run;
      const { read = null, check = null, send = null } = report.seconds ?? {};
      const [rowsRead, recordsSent] = [rowsReadIn(report), recordsSentIn(report)];
      end.run({ id, finishedAt, outcome, report: JSON.stringify(report), rowsRead, recordsSent, read, check, send });
    },
    last: () => parsed(last.get()),
    lastCompleted: () => parsed(completed.get()),
    list: (before, limit) => ended.all({ before, limit }).map(reportOf),
    figuresSince: (at) => figures.all(at),
    underWay: () =>
      database
        .prepare<[], Instant>('SELECT started_at FROM run WHERE finished_at IS NULL ORDER BY id DESC LIMIT 1')
        .pluck()
        .get(),
    forgetBefore: (at) => void database.prepare('DELETE FROM run WHERE started_at < ?').run(at),
  };
}

interface RunRow {
  readonly id: number;
  readonly started_at: Instant;
  readonly finished_at: Instant;
  readonly report: string | null;
}

function rowsReadIn({ read, shopFronts }: RunReport): number {
  const counts = [read, ...Object.values(shopFronts)].flatMap((kinds) => Object.values(kinds));
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

function recordsSentIn({ delivered }: RunReport): number {
  const counts = Object.values(delivered).flatMap((kinds) => Object.values(kinds));
  return counts.reduce((sum, { created, updated, archived }) => sum + created + updated + archived, 0);
}

const none: ReadCount = { rows: 0, new: 0, changed: 0, vanished: 0, unchanged: 0 };
const nothingRead: Readonly<Record<RowKind, ReadCount>> = {
  customer: none,
  product: none,
  sale: none,
  saleLine: none,
  payment: none,
};

/** What was kept of a run. Of one that broke off only that is known. */
function reportOf({ id, started_at: startedAt, finished_at: finishedAt, report }: RunRow): RunReport {
  // Written by `end`, and by nobody else.
  if (report !== null) return JSON.parse(report) as RunReport;
  return {
    run: {
      id,
      startedAt,
      finishedAt,
      outcome: 'failed',
      reason: 'The run broke off: Tillbridge or the computer was ended while it was under way.',
      hint: 'Nothing is lost; the next run went on from there.',
    },
    read: nothingRead,
    shopFronts: {},
    problems: { opened: 0, closed: 0, open: 0 },
    delivered: {},
    account: {},
  };
}

/** The moment so many days before another. */
export function daysBefore(now: number, days: number): Instant {
  return instantOf(now - days * 86_400_000);
}
