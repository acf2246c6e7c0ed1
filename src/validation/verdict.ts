import type { ReadKind, RecordOf } from '../model/record.ts';
import type { Fault, RuleContext, RulePack, Severity } from '../model/rule-pack.ts';
import type { Reading, ShopHabits } from './reading.ts';
import { createRuleBook } from './rule-book.ts';
import type { Suggestion } from './suggest/suggest.ts';
import { createSuggest } from './suggest/suggest.ts';

/** What a verdict hangs on besides the rules: only then can it change while the record stays. */
export type DependsOn = 'content' | 'time' | 'uniqueness' | 'reference';

/** One thing that staff should know about one field of a record. */
export interface Finding {
  readonly field: string;
  readonly code: string;
  readonly severity: Severity;
  /** As it stands in the till. */
  readonly value: string | null;
  /** The till's own name of what is to be mended, where that is no field of the record itself: `STOCKITM.QOH (R-118)`. */
  readonly origin?: string;
  readonly suggestion?: Suggestion;
  readonly dependsOn: DependsOn;
  /** Who else is concerned, for people; absent where nobody is. */
  readonly detail?: string;
}

/** What may be sent of a record, and why no more than that. */
export interface Verdict<K extends ReadKind> {
  /** Without the fields that had to be dropped (they are absent, not null); null where the record is withheld. */
  readonly send: RecordOf[K] | null;
  readonly findings: readonly Finding[];
}

/** A value that several records claim: its holder keeps it, the others go without. */
export interface Contest {
  readonly field: string;
  readonly code: string;
  readonly role: 'holder' | 'other';
}

/** What is known of a record by looking at others. */
export interface Circumstances {
  readonly contested?: readonly Contest[];
  /** The record names another one that is not there. */
  readonly unknownReference?: boolean;
}

/** Judges one record. A clean one costs one pass of the pack and gives back the record itself. */
export type Judge<K extends ReadKind> = (
  reading: Reading<K>,
  context: RuleContext,
  circumstances?: Circumstances,
) => Verdict<K>;

const noFindings: readonly Finding[] = [];

/**
 * Makes the judge of one kind of record for one destination. What could not be read counts first and silences other faults
 * of the same field. Fields are dropped and the rest is judged again until nothing is left to drop, so that rules about
 * the whole record look at what would be sent.
 */
export function createJudge<K extends ReadKind>(parts: {
  readonly pack: RulePack<K>;
  readonly shop: ShopHabits;
  /** Whether another record of the kind has this value of a unique field, as the destination compares it: nothing taken is ever suggested. */
  readonly isTaken: (field: string, value: string) => boolean;
}): Judge<K> {
  const { pack } = parts;
  const suggest = createSuggest(parts);
  const ruleOf = createRuleBook(pack);

  return function judge(reading, context, circumstances = {}) {
    const faults = pack.judge(reading.record, context);
    const known = knownFaults(pack, reading, circumstances);
    if (faults.length === 0 && known.length === 0) return { send: reading.record, findings: noFindings };

    const found = new Map<string, Finding>();
    const unreadable = new Set(reading.faults.map(({ field }) => field));
    const note = ({ field, code }: Fault, { severity, dependsOn }: Pick<Finding, 'severity' | 'dependsOn'>): void => {
      const finding = { field, code, severity, value: reading.raw(field), dependsOn };
      const suggestion = suggest(reading, finding, context);
      found.set(`${field} ${code}`, suggestion ? { ...finding, suggestion } : finding);
    };

    let record = reading.record;
    for (const fault of known) {
      const rule = ruleOf(fault);
      const severity = fault.isHolder ? 'warn' : rule.severity;
      note(fault, { severity, dependsOn: fault.dependsOn ?? (rule.timed ? 'time' : 'content') });
      if (severity === 'drop-field') record = without(record, rule.drops ?? [fault.field]);
    }
    for (let isDropping = true; isDropping;) {
      isDropping = false;
      for (const fault of pack.judge(record, context)) {
        if (unreadable.has(fault.field) || found.has(`${fault.field} ${fault.code}`)) continue;
        const rule = ruleOf(fault);
        note(fault, { severity: rule.severity, dependsOn: rule.timed ? 'time' : 'content' });
        if (rule.severity !== 'drop-field') continue;
        record = without(record, rule.drops ?? [fault.field]);
        isDropping = true;
      }
    }
    const findings = [...found.values()];
    return { send: findings.some(({ severity }) => severity === 'block') ? null : record, findings };
  };
}

interface KnownFault extends Fault {
  readonly isHolder?: boolean;
  readonly dependsOn?: DependsOn;
}

const nothingKnown: readonly KnownFault[] = [];

/** What stands against a record before its rules are asked: what could not be read, contests, a missing reference. */
function knownFaults<K extends ReadKind>(
  pack: RulePack<K>,
  { faults }: Reading<K>,
  { contested = [], unknownReference = false }: Circumstances,
): readonly KnownFault[] {
  if (faults.length === 0 && contested.length === 0 && !unknownReference) return nothingKnown;
  const known: KnownFault[] = [...faults];
  for (const { field, code, role } of contested) {
    known.push({ field, code, isHolder: role === 'holder', dependsOn: 'uniqueness' });
  }
  const { reference } = pack;
  if (unknownReference && reference)
    known.push({ field: reference.field, code: reference.code, dependsOn: 'reference' });
  return known;
}

function without<Kept extends object>(record: Kept, fields: readonly string[]): Kept {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field))) as Kept;
}
