import type { RecordKind } from '../model/record.ts';
import type { Rule, RulePack } from '../model/rule-pack.ts';

/** The field as rules name it: `lines[2].quantity` → `lines[].quantity`. */
export function fieldOfRule(field: string): string {
  return field.includes('[') ? field.replace(/\[\d+\]/g, '[]') : field;
}

/**
 * Finds the rule behind a fault, also where the pack has none. What we found ourselves in reading a row is said in words of
 * ours; a far side may refuse for reasons that its own documents do not name, which is said plainly. Either withholds the
 * record.
 */
export type RuleBook = (fault: { readonly field: string; readonly code: string }) => Rule;

/** The rule book of one pack. */
export function createRuleBook<K extends RecordKind>({ rules }: Pick<RulePack<K>, 'rules'>): RuleBook {
  const byName = new Map(rules.map((rule) => [`${rule.field} ${rule.code}`, rule]));
  return ({ field, code }) => byName.get(`${fieldOfRule(field)} ${code}`) ?? unwritten(field, code);
}

function unwritten(field: string, code: string): Rule {
  const words = ownWords(code) ?? {
    says: 'The far side did not take this, for a reason that Tillbridge has no words for.',
    advice: 'Look at what stands there; ask support if it seems right.',
    source: 'answer of the far side',
  };
  return { field: fieldOfRule(field), code, severity: 'block', ...words };
}

/** What reading a row can find; undefined for every other code. */
function ownWords(code: string): Pick<Rule, 'says' | 'advice' | 'source'> | undefined {
  const source = 'reading the row';
  switch (code) {
    case 'wrong_type':
      return { says: 'This cannot be read.', advice: 'Type it again, as it stands elsewhere in the till.', source };
    case 'bad_date':
      return { says: 'This day cannot be read.', advice: 'A day looks like 21/03/2024.', source };
    case 'duplicate_key':
      return { says: 'The till has this number more than once.', advice: 'Give each a number of its own.', source };
    default:
      return undefined;
  }
}

/** What to do in the till about one record: what is suggested for it is the example. */
export function adviceFor(
  { advice, example }: Pick<Rule, 'advice' | 'example'>,
  suggested: string | undefined,
): string {
  return example === undefined || suggested === undefined ? advice : advice.replace(example, () => suggested);
}
