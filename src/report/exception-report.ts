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
  /** As it stands in the till; null where it stands empty. */
  readonly value: string | null;
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, and what to do in the till. */
  readonly says: string;
  readonly advice: string;
  /** What to type instead; a question to the customer where it is not certain. */
  readonly suggestion: { readonly value: string; readonly certain: boolean } | null;
  /** Minor units of the shop's currency that wait with it. */
  readonly money: number;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

/** Problems with one cause and one cure. */
export interface Cause {
  readonly kind: RecordKind;
  readonly code: string;
  readonly severity: Severity;
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
  /** Minor units of the shop's currency. */
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

function causeOf(same: readonly ReportedProblem[]): readonly Cause[] {
  const [first] = same;
  if (!first) return [];
  const { kind, code, severity, says, advice } = first;
  return [{ kind, code, severity, says, advice, money: moneyOf(same), problems: same.toSorted(byMoneyThenAge) }];
}

/** Problems by cause, the dearest first. */
export function causesOf(problems: readonly ReportedProblem[]): readonly Cause[] {
  const groups = Map.groupBy(problems, ({ kind, code, says }) => `${kind} ${code} ${says}`);
  return [...groups.values()]
    .flatMap(causeOf)
    .sort((one, other) => other.money - one.money || other.problems.length - one.problems.length);
}

/** Gathers what there is to say about the open problems; rendering it decides nothing more. */
export function gatherExceptionReport(
  shop: ExceptionReport['shop'],
  problems: readonly ReportedProblem[],
  madeAt: Instant,
): ExceptionReport {
  return { shop, madeAt, count: problems.length, money: moneyOf(problems), causes: causesOf(problems) };
}
