import type { WritableDatabase } from '../database/open.ts';
import { instantOf, type Instant } from '../model/ids.ts';
import type { RunReport } from './agent-contract.ts';

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
  /** Since when a run has been under way, if one is. */
  underWay(): Instant | undefined;
  /** Forgets runs from before the instant. */
  forgetBefore(at: Instant): void;
}

/** The history of runs in our own database. */
export function createRuns(database: WritableDatabase): Runs {
  const ended = (condition: string) =>
    database
      .prepare<[], string>(`SELECT report FROM run WHERE report IS NOT NULL ${condition} ORDER BY id DESC LIMIT 1`)
      .pluck();
  const last = ended('');
  const completed = ended("AND outcome = 'completed'");
  const read = (text: string | undefined): RunReport | undefined =>
    // Written by `end`, and by nobody else.
    text === undefined ? undefined : (JSON.parse(text) as RunReport);

  return {
    recover(at) {
      database.prepare("UPDATE run SET finished_at = ?, outcome = 'failed' WHERE finished_at IS NULL").run(at);
    },
    begin: (at) => Number(database.prepare('INSERT INTO run (started_at) VALUES (?)').run(at).lastInsertRowid),
    end(report) {
      const { id, finishedAt, outcome } = report.run;
      database
        .prepare('UPDATE run SET finished_at = ?, outcome = ?, report = ? WHERE id = ?')
        .run(finishedAt, outcome, JSON.stringify(report), id);
    },
    last: () => read(last.get()),
    lastCompleted: () => read(completed.get()),
    underWay: () =>
      database
        .prepare<[], Instant>('SELECT started_at FROM run WHERE finished_at IS NULL ORDER BY id DESC LIMIT 1')
        .pluck()
        .get(),
    forgetBefore: (at) => void database.prepare('DELETE FROM run WHERE started_at < ?').run(at),
  };
}

/** The moment so many days before another. */
export function daysBefore(now: number, days: number): Instant {
  return instantOf(now - days * 86_400_000);
}
