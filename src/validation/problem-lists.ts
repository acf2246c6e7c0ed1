import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Severity } from '../model/rule-pack.ts';
import type { Problem, ProblemEvent, ProblemRow, ProblemState } from './problem.ts';
import { problemOf } from './problem.ts';
import type { Subject } from './problem-record.ts';
import { groupWords } from './problem-words.ts';
import type { DependsOn } from './verdict.ts';

/** Which problems to list; all where nothing is said. */
export interface ProblemFilter {
  readonly destination?: DestinationId;
  readonly kind?: RecordKind;
  /** The rule's code: `bad_phone`. */
  readonly rule?: string;
  readonly state?: ProblemState;
  /** Part of a name, a key, a value or a field of the till, in any case. */
  readonly search?: string;
  readonly limit?: number;
  readonly offset?: number;
}

/** Open problems with one cause and one cure. */
export interface ProblemGroup {
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  /** `lines[].quantity` for a part of any line. */
  readonly field: string;
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** Minor units that wait with them, each record counted once. */
  readonly stake: number;
  /** "43 phone numbers that cannot be called". */
  readonly title: string;
  readonly says: string;
  readonly advice: string;
  /** The one with the most at stake. */
  readonly example: Problem;
}

/** How many problems there are, and what waits with the open ones: minor units, each record counted once. */
export interface ProblemCounts {
  readonly open: number;
  readonly dismissed: number;
  readonly closed: number;
  readonly stake: number;
}

interface GroupRow {
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly rule_field: string;
  readonly code: string;
  readonly problems: number;
  readonly stakes: number | null;
}

const order = 'coalesce(stake, 0) DESC, first_seen_at, id';

function prepare(database: WritableDatabase) {
  return {
    list: database.prepare<[Record<string, unknown>], ProblemRow>(`
      SELECT * FROM problem
      WHERE ($destination IS NULL OR destination = $destination) AND ($kind IS NULL OR kind = $kind) AND ($rule IS NULL OR code = $rule)
        AND ($state IS NULL OR state = $state)
        AND ($search IS NULL OR instr(lower(name || char(10) || key || char(10) || coalesce(value, '') || char(10) || origin), $search) > 0)
      ORDER BY ${order} LIMIT $limit OFFSET $offset`),
    get: database.prepare<[number], ProblemRow>('SELECT * FROM problem WHERE id = ?'),
    // CAST: asked for every record that is delivered, and SQLite would plan it anew for every value that is compared bare.
    of: database.prepare<[DestinationId, RecordKind, string], ProblemRow>(`
      SELECT * FROM problem
      WHERE destination = CAST(? AS TEXT) AND kind = CAST(? AS TEXT) AND key = CAST(? AS TEXT) AND state = 'open' ORDER BY id`),
    history: database.prepare<[number], ProblemEvent>(
      'SELECT at, what, detail FROM problem_event WHERE problem = ? ORDER BY id',
    ),
    groups: database.prepare<[], GroupRow>(`
      SELECT destination, kind, rule_field, code, sum(problems) AS problems, sum(stake) AS stakes
      FROM (SELECT destination, kind, rule_field, code, key, count(*) AS problems, max(stake) AS stake FROM problem
        WHERE state = 'open' GROUP BY destination, kind, rule_field, code, key)
      GROUP BY destination, kind, rule_field, code ORDER BY coalesce(stakes, 0) DESC, problems DESC, code`),
    example: database.prepare<[DestinationId, RecordKind, string, string], ProblemRow>(`
      SELECT * FROM problem WHERE state = 'open' AND destination = ? AND kind = ? AND rule_field = ? AND code = ?
      ORDER BY suggestion IS NULL, ${order} LIMIT 1`),
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
    openKeys: database
      .prepare<[RecordKind], string>(`SELECT DISTINCT key FROM problem WHERE kind = ? AND state = 'open'`)
      .pluck(),
  };
}

/** What there is to ask about problems; nothing here changes anything. */
export function createProblemLists(database: WritableDatabase) {
  const statements = prepare(database);

  function groupOf(row: GroupRow): readonly ProblemGroup[] {
    const { destination, kind, rule_field: field, code, problems: count, stakes } = row;
    const example = statements.example.get(destination, kind, field, code);
    if (!example) return [];
    const { severity, says, advice } = example;
    const title = groupWords({ field, code, count, says });
    return [
      {
        destination,
        kind,
        field,
        code,
        severity,
        count,
        stake: stakes ?? 0,
        title,
        says,
        advice,
        example: problemOf(example),
      },
    ];
  }

  return {
    /** The most at stake first, then the oldest. */
    list({ destination, kind, rule, state, search, limit = -1, offset = 0 }: ProblemFilter = {}): readonly Problem[] {
      const asked = {
        destination: destination ?? null,
        kind: kind ?? null,
        rule: rule ?? null,
        state: state ?? null,
        search: search?.toLowerCase() ?? null,
        limit,
        offset,
      };
      return statements.list.all(asked).map(problemOf);
    },
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
    groups: (): readonly ProblemGroup[] => statements.groups.all().flatMap(groupOf),
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
    /** The records with open problems, for reckoning what waits with them. */
    openKeys: (kind: RecordKind): readonly string[] => statements.openKeys.all(kind),
  };
}
