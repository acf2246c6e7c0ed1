import type { Problem } from '../../../src/validation/problem.ts';
import type { Status } from '../../../src/sync/agent-contract.ts';

/** Where a fault is mended: at the till, in a table's field; or at the website, in a place that it names. */
export type WhereToMend =
  | { readonly at: 'till'; readonly table: string | null; readonly field: string; readonly number: string }
  | { readonly at: 'website'; readonly place: string };

/**
 * Reads where a problem is to be mended out of its origin: `CUST.EMAIL` is a field of the till, `CUST.EMAIL (10871)` that of
 * another of its rows, `Website, Orders: Customer email` begins with the label of a shop front.
 */
export function whereToMend(
  { origin, kind, key }: Pick<Problem, 'origin' | 'kind' | 'key'>,
  shopFronts: Status['shopFronts'],
): WhereToMend {
  const isWebsite = Object.values(shopFronts).some(({ label }) => origin.startsWith(`${label}, `));
  const isItsOwn = (kind === 'stock' || kind === 'price') && origin === '';
  if (isWebsite || isItsOwn) return { at: 'website', place: origin };
  const [, named = '', number = key] = /^(.*?)(?: \(([^)]+)\))?$/u.exec(origin) ?? [];
  const [, table, field] = /^([^\s.,]+)\.([^\s,]+)$/u.exec(named) ?? [];
  return table === undefined || field === undefined
    ? { at: 'till', table: null, field: named, number }
    : { at: 'till', table, field, number };
}
