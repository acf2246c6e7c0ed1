import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId, Instant } from '../model/ids.ts';
import { instantOf } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Clock } from '../support/clock.ts';
import type { ProblemEnd, ProblemRow, ProblemState } from './problem.ts';
import { createProblemLists } from './problem-lists.ts';
import type { Changes, Found, Subject } from './problem-record.ts';
import { createProblemRecord } from './problem-record.ts';

/** What waits with records: minor units of one currency, by key. */
export interface Stakes {
  readonly kind: RecordKind;
  readonly currency: string;
  readonly byKey: Iterable<readonly [key: string, minor: number]>;
}

function prepare(database: WritableDatabase) {
  return {
    set: database.prepare<[ProblemState, string | null, number]>(
      'UPDATE problem SET state = ?, dismissed_because = ? WHERE id = ?',
    ),
    tell: database.prepare<[number, Instant, string, string | null]>(
      'INSERT INTO problem_event (problem, at, what, detail) VALUES (?, ?, ?, ?)',
    ),
    // Every list is sorted by it: what stays as it is must not be written again.
    stake: database.prepare<[{ minor: number; currency: string; kind: RecordKind; key: string }]>(`
      UPDATE problem INDEXED BY problem_by_record SET stake = iif(field = 'stock', 0, $minor), currency = $currency
      WHERE kind = $kind AND key = $key AND state = 'open' AND (stake IS NOT iif(field = 'stock', 0, $minor) OR currency IS NOT $currency)`),
    assign: database.prepare<[{ assignee: string | null; ids: string }]>(
      'UPDATE problem SET assignee = $assignee WHERE id IN (SELECT value FROM json_each($ids)) AND assignee IS NOT $assignee',
    ),
    openAt: database.prepare<[DestinationId, number], Pick<ProblemRow, 'id' | 'value'>>(
      `SELECT id, value FROM problem WHERE state = 'open' AND destination = ? LIMIT ?`,
    ),
    forget: database.prepare<[Instant]>(`DELETE FROM problem WHERE state = 'closed' AND closed_at < ?`),
  };
}

/** The problems of one home folder: their life, and all that may be asked about them. */
export type Problems = ReturnType<typeof createProblems>;

/** The problems in our own database. `record`, `add`, `closeAllOf` and `drop` belong inside the caller's transaction. */
export function createProblems(database: WritableDatabase, clock: Clock) {
  const statements = prepare(database);
  const lists = createProblemLists(database);
  const keeper = createProblemRecord(database);
  const total = { opened: 0, closed: 0 };

  function counted(changes: Changes): Changes {
    total.opened += changes.opened;
    total.closed += changes.closed;
    return changes;
  }

  function turn(id: number, { to, what, reason }: { to: ProblemState; what: string; reason: string | null }): boolean {
    const problem = lists.get(id);
    if (!problem || problem.state === 'closed' || problem.state === to) return false;
    database.transaction(() => {
      statements.set.run(to, reason, id);
      statements.tell.run(id, instantOf(clock()), what, reason);
    })();
    return true;
  }

  return {
    ...lists,
    /** What a check found of one record; problems that it did not find are mended. */
    record: (found: Found): Changes => counted(keeper.record(found)),
    /** What a far side found that no check of ours did; other problems of the record stay as they are. */
    add: (found: Found): Changes => counted(keeper.add(found)),
    /** Closes what is open about a record that is gone, or is not judged by itself any more. */
    closeAllOf: (subject: Subject, at: Instant, end: Extract<ProblemEnd, 'gone' | 'joined'>): Changes =>
      counted(keeper.record({ ...subject, at, findings: [], name: () => '', pack: { rules: [] }, origins: {} }, end)),
    /**
     * Closes open problems of a destination that nothing is sent to any more, at most so many, and answers how many. They are
     * not counted among those that were mended. What was dismissed stays so: it need not be said again if the destination comes back.
     */
    drop(destination: DestinationId, { at, limit }: { readonly at: Instant; readonly limit: number }): number {
      const open = statements.openAt.all(destination, limit);
      for (const problem of open) keeper.close(problem, at, 'dropped');
      return open.length;
    },
    /** Says why a problem may stay; it opens again by itself when the value changes. False where there is none that is open. */
    dismiss: (id: number, reason: string): boolean => turn(id, { to: 'dismissed', what: 'dismissed', reason }),
    /** Takes a dismissal back. False where there is none. */
    reopen: (id: number): boolean => turn(id, { to: 'open', what: 'reopened', reason: null }),
    /** Says who sees to problems, or that nobody does; answers for how many that is new. */
    assign: (ids: readonly number[], assignee: string | null): number =>
      statements.assign.run({ assignee: assignee?.trim() || null, ids: JSON.stringify(ids) }).changes,
    /** Says what waits with records that have open problems. Where the stock figure itself is wrong, so is every value reckoned with it: nothing is said of those. */
    setStakes({ kind, currency, byKey }: Stakes): void {
      database.transaction(() => {
        for (const [key, minor] of byKey) statements.stake.run({ minor, currency, kind, key });
      })();
    },
    /** How many opened and closed since this was made. */
    changes: (): Changes => ({ ...total }),
    /** Deletes what was mended before the moment. */
    forgetClosedBefore: (before: Instant): number => statements.forget.run(before).changes,
  };
}
