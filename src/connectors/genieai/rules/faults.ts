import type { z } from 'zod';
import type { Fault } from '../../../model/rule-pack.ts';

const none: readonly Fault[] = [];

/** What a schema finds wrong, one fault a field: the code that a check of ours wrote, a list that is too long, else a wrong type. */
export function faultsBy(schema: z.ZodType, record: unknown): readonly Fault[] {
  const result = schema.safeParse(record);
  if (result.success) return none;
  return result.error.issues.map((issue) => ({
    field: fieldAt(issue.path),
    code: codeOf(issue),
  }));
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  return issue.code === 'too_big' ? 'too_long' : 'wrong_type';
}

/** `['lines', 2, 'quantity']` → `lines[2].quantity`; tags and prices are fields as a whole. */
function fieldAt(path: readonly PropertyKey[]): string {
  const [field = '', index, part] = path;
  return (field === 'lines' || field === 'payments') && typeof index === 'number'
    ? `${field}[${index}].${String(part)}`
    : String(field);
}

/** Both lists, without a second fault for a field that has one already. */
export function together(faults: readonly Fault[], more: readonly Fault[]): readonly Fault[] {
  if (more.length === 0) return faults;
  if (faults.length === 0) return more;
  return [...faults, ...more.filter(({ field }) => !faults.some((fault) => fault.field === field))];
}
