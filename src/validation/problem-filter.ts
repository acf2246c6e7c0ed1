import type { DestinationId, Instant } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Severity } from '../model/rule-pack.ts';
import { foldText } from '../support/fold-text.ts';
import type { ProblemState } from './problem.ts';

/** The order of a list: the most at stake first, then the oldest; the oldest first; by name. */
export type ProblemSort = 'money' | 'age' | 'name';

/** Which problems to list; all where nothing is said. */
export interface ProblemFilter {
  readonly destination?: DestinationId;
  readonly kind?: RecordKind;
  /** The rule's code: `bad_phone`. */
  readonly rule?: string;
  /** The rule's field: `lines[].quantity` for a part of any line. */
  readonly field?: string;
  readonly severity?: Severity;
  readonly state?: ProblemState;
  readonly assignee?: string;
  /** Only those that were first seen before this moment. */
  readonly before?: Instant;
  /** Words that all stand somewhere in name, key, value or field of the till, in any case and without regard to accents. */
  readonly search?: string;
  readonly sort?: ProblemSort;
  readonly limit?: number;
  readonly offset?: number;
}

/** A WHERE clause and its values by name; the same filter gives the same text. */
export interface Conditions {
  readonly where: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Somebody who types more words than these has found it, or will not. */
const mostWords = 8;

/** Written out, because only then SQLite may use an index that holds no other state. */
const states: Readonly<Record<ProblemState, string>> = {
  open: "state = 'open'",
  dismissed: "state = 'dismissed'",
  closed: "state = 'closed'",
};

const columns = {
  destination: 'destination = $destination',
  kind: 'kind = $kind',
  rule: 'code = $rule',
  field: 'rule_field = $field',
  severity: 'severity = $severity',
  assignee: 'assignee = $assignee',
  before: 'first_seen_at < $before',
} as const;

/** The conditions of a filter over the table `problem`. */
export function conditionsOf(filter: ProblemFilter): Conditions {
  const terms: string[] = filter.state === undefined ? [] : [states[filter.state]];
  const values: Record<string, string> = {};
  for (const [name, term] of Object.entries(columns) as [keyof typeof columns, string][]) {
    const value = filter[name];
    if (value === undefined) continue;
    terms.push(term);
    values[name] = value;
  }
  const words = foldText(filter.search ?? '').match(/\S+/g) ?? [];
  for (const [index, word] of words.slice(0, mostWords).entries()) {
    terms.push(`instr(search, $word${index}) > 0`);
    values[`word${index}`] = word;
  }
  return { where: terms.length > 0 ? terms.join(' AND ') : '1', values };
}

/** The ORDER BY of each order. `search` begins with the folded name. */
export const orders: Readonly<Record<ProblemSort, string>> = {
  money: 'coalesce(stake, 0) DESC, first_seen_at, id',
  age: 'first_seen_at, id',
  name: 'search, id',
};
