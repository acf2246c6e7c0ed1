import type { RecordKind, RowKind } from '../../model/record.ts';
import { manyOf, oneOf } from '../../support/kind-words.ts';
import type { GuardStop } from '../agent-contract.ts';
import type { GuardName } from './guard-names.ts';

/** How many examples a stopped run shows. */
export const examplesShown = 5;

/** `3,912 customers`. */
export function countOf(count: number, kind: RecordKind | RowKind): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? oneOf(kind) : manyOf(kind)}`;
}

/** A guard's objection, with the one command that lets it through once. */
export function stopBy(guard: GuardName, details: Omit<GuardStop, 'guard' | 'command'>): GuardStop {
  return { guard, ...details, command: `tillbridge sync --allow ${guard}` };
}

/** The same objection in a run that was told to let others through: its commands let those through again, else they would ask anew. */
export function alsoAllowing(stop: GuardStop, allowed: readonly GuardName[]): GuardStop {
  if (allowed.length === 0) return stop;
  const again = (command: string): string =>
    command.replace('tillbridge sync', `tillbridge sync --allow ${allowed.join(' ')}`);
  const { command, hold } = stop;
  return {
    ...stop,
    allowed,
    command: again(command),
    ...(hold ? { hold: { ...hold, command: again(hold.command) } } : {}),
  };
}

/** Whether a guard's limit is passed: by its count and by its share of all. */
export function passes(
  count: number,
  of: number,
  limit: { readonly count: number; readonly percent: number },
): boolean {
  return count > limit.count && count * 100 > limit.percent * of;
}
