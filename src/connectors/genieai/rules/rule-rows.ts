import { createHash } from 'node:crypto';
import type { ReadKind } from '../../../model/record.ts';
import type { Rule, Severity } from '../../../model/rule-pack.ts';

/** How the contract page calls each kind of record. */
const names = { customer: 'contact', product: 'product', sale: 'sale' } as const satisfies Record<ReadKind, string>;

/** A rule without its source, which follows from the record and the field. */
export type RuleRow = Omit<Rule, 'source'> & { readonly ours?: true };

/** The rows with where each comes from. */
export function rulesOf(kind: ReadKind, rows: readonly RuleRow[]): readonly Rule[] {
  return rows.map(({ ours, ...row }) => ({
    ...row,
    source: ours ? 'Tillbridge' : `GenieAI contract: ${names[kind]}${row.field === '' ? '' : `.${row.field}`}`,
  }));
}

/** A version that moves when a rule does. `revision` is raised by hand where a check changes and its row does not. */
export function versionOf(rules: readonly Rule[], revision: number): string {
  return createHash('sha256').update(JSON.stringify({ rules, revision })).digest('hex').slice(0, 16);
}

/** A text field: how people call it, how long it may be, what a fault in it costs. */
export interface TextField {
  readonly field: string;
  readonly label: string;
  readonly limit: number;
  readonly severity: Severity;
  readonly drops?: readonly string[];
}

/** The four rules that hold for every text. The last two never meet a cleaned record; they stand for answers of the far side. */
export function textRules({ label, limit, ...rest }: TextField): readonly RuleRow[] {
  return [
    {
      ...rest,
      code: 'too_long',
      says: `The ${label} is longer than the ${limit} characters that fit.`,
      advice: `Shorten it to ${limit} characters.`,
    },
    {
      ...rest,
      code: 'bad_character',
      says: `A character in the ${label} was lost when it was stored.`,
      advice: `Type the ${label} again.`,
    },
    {
      ...rest,
      code: 'control_character',
      says: `The ${label} holds a character that cannot be printed.`,
      advice: `Type the ${label} again.`,
    },
    { ...rest, code: 'untrimmed', says: `The ${label} begins or ends with a blank.`, advice: 'Take the blank away.' },
  ];
}

/** The rules about the till's own key, the same for every kind. */
export function keyRules(label: string): readonly RuleRow[] {
  return [
    {
      field: 'key',
      code: 'bad_id',
      severity: 'block',
      says: `The number of this ${label} holds characters that cannot be sent.`,
      advice: 'A number has 1 to 64 letters without accents, digits, points, hyphens or underscores.',
    },
    {
      field: 'key',
      code: 'duplicate_key',
      severity: 'block',
      ours: true,
      says: `The till has more than one ${label} under this number.`,
      advice: `Give each ${label} a number of its own.`,
    },
  ];
}
