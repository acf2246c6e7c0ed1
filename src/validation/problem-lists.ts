import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Problem, ProblemEvent, ProblemRow, ProblemState } from './problem.ts';
import { problemOf } from './problem.ts';
import { conditionsOf, orders, type ProblemFilter } from './problem-filter.ts';
import { createProblemGroups } from './problem-groups.ts';
import type { Subject } from './problem-record.ts';
import type { DependsOn } from './verdict.ts';

/** How many problems there are, and what waits with the open ones: minor units, each record counted once. */
export interface ProblemCounts {
  readonly open: number;
  readonly dismissed: number;
  readonly closed: number;
  readonly stake: number;
}

/** The lists that people look at are of one state: one index holds all that those are filtered and sorted by. */
function indexFor({ state, destination, kind, search }: ProblemFilter): string {
  const isNarrow = destination !== undefined && kind !== undefined && search === undefined;
  return state === undefined || isNarrow ? '' : 'INDEXED BY problem_list';
}

const narrowest = 'INDEXED BY problem_by_state';

function prepare(database: WritableDatabase) {
  return {
    get: database.prepare<[number], ProblemRow>('SELECT * FROM problem WHERE id = ?'),
    // CAST: asked for every record that is delivered, and SQLite would plan it anew for every value that is compared bare.
    of: database.prepare<[DestinationId, RecordKind, string], ProblemRow>(`
      SELECT * FROM problem
      WHERE destination = CAST(? AS TEXT) AND kind = CAST(? AS TEXT) AND key = CAST(? AS TEXT) AND state = 'open' ORDER BY id`),
    history: database.prepare<[number], ProblemEvent>(
      'SELECT at, what, detail FROM problem_event WHERE problem = ? ORDER BY id',
    ),
    counts: database.prepare<[], { state: ProblemState; count: number }>(
      'SELECT state, count(*) AS count FROM problem GROUP BY state',
    ),
    stake: database
      .prepare<[], number>(
        `SELECT coalesce(sum(stake), 0) FROM (SELECT max(stake) AS stake FROM problem WHERE state = 'open' GROUP BY kind, key)`,
      )
      .pluck(),
    depending: database
      .prepare<[DestinationId, RecordKind, string], string>(`
        SELECT DISTINCT key FROM problem WHERE destination = ? AND kind = ? AND state <> 'closed'
          AND depends_on IN (SELECT value FROM json_each(?)) ORDER BY key`)
      .pluck(),
    any: database
      .prepare<[DestinationId, RecordKind], number>(
        `SELECT 1 FROM problem WHERE destination = ? AND kind = ? AND state <> 'closed' LIMIT 1`,
      )
      .pluck(),
    destinations: database
      .prepare<[], DestinationId>(`SELECT DISTINCT destination FROM problem WHERE state = 'open'`)
      .pluck(),
    openKeys: database
      .prepare<[RecordKind], string>(`SELECT DISTINCT key FROM problem WHERE kind = ? AND state = 'open'`)
      .pluck(),
    assignees: database
      .prepare<[], string>(
        'SELECT DISTINCT assignee FROM problem WHERE assignee IS NOT NULL ORDER BY assignee COLLATE NOCASE',
      )
      .pluck(),
  };
}

/** What there is to ask about problems; nothing here changes anything. */
export function createProblemLists(database: WritableDatabase) {
  const statements = prepare(database);

  const groups = createProblemGroups(database);

  function listed({ limit = -1, offset = 0, ...filter }: ProblemFilter): readonly ProblemRow[] {
    const { where, values } = conditionsOf(filter);
    const { sort = 'money' } = filter;
    return database
      .prepare<[Record<string, string | number>], ProblemRow>(`
        SELECT * FROM problem ${indexFor(filter)} WHERE ${where} ORDER BY ${orders[sort]} LIMIT $limit OFFSET $offset`)
      .all({ ...values, limit, offset });
  }

  function countOf(filter: ProblemFilter): number {
    const { where, values } = conditionsOf(filter);
    // The state alone stands in a narrower index too, which is read in a quarter of the time.
    const index = Object.keys(values).length === 0 && filter.state !== undefined ? narrowest : indexFor(filter);
    return (
      database
        .prepare<[Record<string, string>], number>(`SELECT count(*) FROM problem ${index} WHERE ${where}`)
        .pluck()
        .get(values) ?? 0
    );
  }

  return {
    /** The most at stake first, then the oldest, where no other order is asked for. */
    list: (filter: ProblemFilter = {}): readonly Problem[] => listed(filter).map(problemOf),
    /** A page of a list, and how many there are in all. */
    page(filter: ProblemFilter): { readonly total: number; readonly problems: readonly Problem[] } {
      const { sort = 'money', search, offset = 0, limit = -1 } = filter;
      if (search === undefined || sort !== 'money') {
        return { total: countOf(filter), problems: listed(filter).map(problemOf) };
      }
      // A search looks through every text: once is enough for both.
      const { where, values } = conditionsOf(filter);
      const ids = database
        .prepare<[Record<string, string>], number>(
          `SELECT id FROM problem ${indexFor(filter)} WHERE ${where} ORDER BY ${orders.money}`,
        )
        .pluck()
        .all(values);
      const shown = ids.slice(offset, limit < 0 ? undefined : offset + limit);
      const rows = shown.flatMap((id) => statements.get.get(id) ?? []);
      return { total: ids.length, problems: rows.map(problemOf) };
    },
    /** How many a filter lets through; its limit and offset do not count. */
    count: countOf,
    get(id: number): Problem | undefined {
      const row = statements.get.get(id);
      return row && problemOf(row);
    },
    /** Whether anything about records of a kind is not mended yet. */
    any: (destination: DestinationId, kind: RecordKind): boolean => statements.any.get(destination, kind) !== undefined,
    /** The open problems of one record. */
    of: ({ destination, kind, key }: Subject): readonly Problem[] =>
      statements.of.all(destination, kind, key).map(problemOf),
    /** What became of a problem, oldest first. */
    history: (id: number): readonly ProblemEvent[] => statements.history.all(id),
    /** Causes, the one with the most at stake first. */
    groups,
    counts(): ProblemCounts {
      const counts: Record<ProblemState, number> = { open: 0, dismissed: 0, closed: 0 };
      for (const { state, count } of statements.counts.all()) counts[state] = count;
      return { ...counts, stake: statements.stake.get() ?? 0 };
    },
    /** Records whose verdict may change although they do not: only problems can hang on the day, on rivals or on others. */
    keysToJudgeAgain: (
      destination: DestinationId,
      kind: RecordKind,
      dependsOn: readonly DependsOn[],
    ): readonly string[] => statements.depending.all(destination, kind, JSON.stringify(dependsOn)),
    /** Where open problems are in the way of something. */
    destinations: (): readonly DestinationId[] => statements.destinations.all(),
    /** The records with open problems, for reckoning what waits with them. */
    openKeys: (kind: RecordKind): readonly string[] => statements.openKeys.all(kind),
    /** Everybody who sees to a problem, or ever did. */
    assignees: (): readonly string[] => statements.assignees.all(),
  };
}
