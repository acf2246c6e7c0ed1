import type { RecordKind } from '../model/record.ts';
import type { Rule, RulePack } from '../model/rule-pack.ts';

/** The field as rules name it: `lines[2].quantity` → `lines[].quantity`. */
export function fieldOfRule(field: string): string {
  return field.includes('[') ? field.replace(/\[\d+\]/g, '[]') : field;
}

/** Finds the rule behind a fault. A far side may refuse for reasons that its own documents do not name: such a fault gets a rule that withholds the record and says so plainly. */
export type RuleBook = (fault: { readonly field: string; readonly code: string }) => Rule;

/** The rule book of one pack. */
export function createRuleBook<K extends RecordKind>({ rules }: Pick<RulePack<K>, 'rules'>): RuleBook {
  const byName = new Map(rules.map((rule) => [`${rule.field} ${rule.code}`, rule]));
  return ({ field, code }) => byName.get(`${fieldOfRule(field)} ${code}`) ?? unwritten(field, code);
}

function unwritten(field: string, code: string): Rule {
  return {
    field: fieldOfRule(field),
    code,
    severity: 'block',
    says: 'The far side did not take this, for a reason that Tillbridge has no words for.',
    advice: 'Look at what stands there; ask support if it seems right.',
    source: 'answer of the far side',
  };
}

/** What to do in the till about one record: what is suggested for it is the example. */
export function adviceFor(
  { advice, example }: Pick<Rule, 'advice' | 'example'>,
  suggested: string | undefined,
): string {
  return example === undefined || suggested === undefined ? advice : advice.replace(example, () => suggested);
}
