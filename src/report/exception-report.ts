import type { Instant } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Severity } from '../model/rule-pack.ts';
import type { Place } from '../support/words.ts';

/** What a report tells of one problem. */
export interface ReportedProblem {
  readonly id: number;
  readonly kind: RecordKind;
  /** The till's own number. */
  readonly key: string;
  /** The person's, article's or sale's name. */
  readonly title: string;
  /** In the till's own terms: `CUST.EMAIL`; '' for the record as a whole. */
  readonly origin: string;
  /** Our name for it. */
  readonly field: string;
  /** As it stands in the till; null where it stands empty. */
  readonly value: string | null;
  /** The same in pieces, the faulty ones marked. */
  readonly parts: readonly { readonly text: string; readonly faulty: boolean }[];
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, and what to do in the till. */
  readonly says: string;
  readonly advice: string;
  /** What to type instead; a question to the customer where it is not certain. */
  readonly suggestion: { readonly value: string; readonly certain: boolean } | null;
  /** Minor units of the shop's currency at stake: the sales that hang on it; for an article its stock's value. */
  readonly money: number;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

/** Problems with one cause and one cure. */
export interface Cause {
  readonly kind: RecordKind;
  readonly code: string;
  readonly severity: Severity;
  /** "43 phone numbers that cannot be called". */
  readonly title: string;
  readonly says: string;
  readonly advice: string;
  readonly money: number;
  /** Most money first, then oldest. */
  readonly problems: readonly ReportedProblem[];
}

/** Everything a page or a table about the open problems says. */
export interface ExceptionReport {
  readonly shop: Place & { readonly name: string };
  readonly madeAt: Instant;
  readonly count: number;
  /** Minor units of the shop's currency: the sales that wait because something was not sent. */
  readonly money: number;
  /** Most money first, then most problems. */
  readonly causes: readonly Cause[];
}

const byMoneyThenAge = (one: ReportedProblem, other: ReportedProblem) =>
  other.money - one.money || one.firstSeenAt.localeCompare(other.firstSeenAt, 'en') || one.id - other.id;

// A sale waits once, however many faults its customer has: the most that any problem of a record names is what waits with it.
function moneyOf(problems: readonly ReportedProblem[]): number {
  const most = new Map<string, number>();
  for (const { kind, key, money } of problems) {
    const record = `${kind} ${key}`;
    most.set(record, Math.max(money, most.get(record) ?? 0));
  }
  return [...most.values()].reduce((sum, money) => sum + money, 0);
}

/** Writes the head of a group: "43 phone numbers that cannot be called". */
export type TitleOf = (group: {
  readonly field: string;
  readonly code: string;
  readonly count: number;
  readonly says: string;
}) => string;

/** The field that a rule speaks of: any line's, where it is one line's. */
function ruleField({ field }: ReportedProblem): string {
  return field.replace(/\[\d+\]/gu, '[]');
}

function causeOf(same: readonly ReportedProblem[], titleOf: TitleOf): readonly Cause[] {
  const [first] = same;
  if (!first) return [];
  const { kind, code, severity, says } = first;
  const title = titleOf({ field: ruleField(first), code, count: same.length, says });
  const problems = same.toSorted(byMoneyThenAge);
  // Of several examples the one that stands first in the list.
  const { advice } = problems.find(({ suggestion }) => suggestion !== null) ?? first;
  return [{ kind, code, severity, title, says, advice, money: moneyOf(same), problems }];
}

/** What a report is made from. */
export interface ReportParts {
  readonly shop: ExceptionReport['shop'];
  readonly problems: readonly ReportedProblem[];
  readonly madeAt: Instant;
  readonly titleOf: TitleOf;
}

/** Gathers what there is to say about problems; rendering it decides nothing more. */
export function gatherExceptionReport({ shop, problems, madeAt, titleOf }: ReportParts): ExceptionReport {
  const groups = Map.groupBy(problems, (problem) => `${problem.kind} ${ruleField(problem)} ${problem.code}`);
  const causes = [...groups.values()]
    .flatMap((same) => causeOf(same, titleOf))
    .sort((one, other) => other.money - one.money || other.problems.length - one.problems.length);
  const money = moneyOf(problems.filter(({ kind, severity }) => kind !== 'product' && severity === 'block'));
  return { shop, madeAt, count: problems.length, money, causes };
}
