import type { RecordKind, RowKind } from '../../model/record.ts';
import type { GuardName, GuardStop } from '../agent-contract.ts';

/** What people call a kind of row, one and many. */
export const nameOf: Readonly<Record<RowKind, { readonly one: string; readonly many: string }>> = {
  customer: { one: 'customer', many: 'customers' },
  product: { one: 'article', many: 'articles' },
  sale: { one: 'sale', many: 'sales' },
  saleLine: { one: 'line of a sale', many: 'lines of sales' },
  payment: { one: 'payment', many: 'payments' },
};

/** How many examples a stopped run shows. */
export const examplesShown = 5;

/** `3,912 customers`. */
export function countOf(count: number, kind: RecordKind | RowKind): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? nameOf[kind].one : nameOf[kind].many}`;
}

/** A guard's objection, with the one command that lets it through once. */
export function stopBy(guard: GuardName, details: Omit<GuardStop, 'guard' | 'command'>): GuardStop {
  return { guard, ...details, command: `tillbridge sync --allow ${guard}` };
}

/** Whether a guard's limit is passed: by its count and by its share of all. */
export function passes(
  count: number,
  of: number,
  limit: { readonly count: number; readonly percent: number },
): boolean {
  return count > limit.count && count * 100 > limit.percent * of;
}
