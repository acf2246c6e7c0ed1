import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Severity } from '../model/rule-pack.ts';
import { problemOf, type Problem, type ProblemRow } from './problem.ts';
import { conditionsOf, type ProblemFilter } from './problem-filter.ts';
import { groupWords } from './problem-words.ts';

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
  /** One with a suggestion where there is one, and of those the one with the most at stake. */
  readonly example: Problem;
}

interface GroupRow {
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly rule_field: string;
  readonly code: string;
  readonly problems: number;
  readonly stakes: number | null;
  /** The example. */
  readonly id: number;
}

/** Which of them to group. */
export type GroupFilter = Pick<ProblemFilter, 'destination' | 'kind' | 'search' | 'severity'>;

// Of the row with the greatest `best`, SQLite takes the bare `id` too: the example comes in the same pass.
const best = 'max((suggestion IS NULL) * -1000000000000000 + coalesce(stake, 0))';

/** Gathers open problems by their causes; nothing here changes anything. */
export function createProblemGroups(database: WritableDatabase) {
  const get = database.prepare<[number], ProblemRow>('SELECT * FROM problem WHERE id = ?');

  function rowsOf(filter: GroupFilter): readonly GroupRow[] {
    const { where, values } = conditionsOf({ ...filter, state: 'open' });
    // The planner would rather sort everything than walk the index in its order.
    const index = filter.search === undefined ? 'INDEXED BY problem_cause' : 'INDEXED BY problem_list';
    return database
      .prepare<[Record<string, string>], GroupRow>(`
        SELECT destination, kind, rule_field, code, count(*) AS problems, sum(stake) AS stakes, id, ${best}
        FROM problem ${index} WHERE ${where} GROUP BY destination, kind, rule_field, code`)
      .all(values);
  }

  /** Several lines of one sale are one sale's money. */
  function stakeOf({ destination, kind, rule_field: field, code, stakes }: GroupRow, filter: GroupFilter): number {
    if (!field.includes('[')) return stakes ?? 0;
    const { where, values } = conditionsOf({ ...filter, state: 'open', destination, kind, field, rule: code });
    return (
      database
        .prepare<[Record<string, string>], number>(
          `SELECT sum(stake) FROM (SELECT max(stake) AS stake FROM problem INDEXED BY problem_cause WHERE ${where} GROUP BY key)`,
        )
        .pluck()
        .get(values) ?? 0
    );
  }

  function groupOf(row: GroupRow, filter: GroupFilter): readonly ProblemGroup[] {
    const { destination, kind, rule_field: field, code, problems: count, id } = row;
    const example = get.get(id);
    if (!example) return [];
    const { severity, says, advice } = example;
    const title = groupWords({ field, code, count, says });
    const stake = stakeOf(row, filter);
    return [
      { destination, kind, field, code, severity, count, stake, title, says, advice, example: problemOf(example) },
    ];
  }

  /** Causes, the one with the most at stake first. */
  return function groups(filter: GroupFilter = {}): readonly ProblemGroup[] {
    return rowsOf(filter)
      .flatMap((row) => groupOf(row, filter))
      .sort((one, other) => other.stake - one.stake || other.count - one.count || (one.code < other.code ? -1 : 1));
  };
}
