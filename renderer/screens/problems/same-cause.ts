import type { ApiClient } from '../../../src/api/client.ts';
import type { Wishes } from './wishes.ts';

/** Problems with one cause and one cure. */
export type ProblemGroup = Awaited<ReturnType<ApiClient['problems']['groups']>>[number];

/** Whether a group is the cause that was asked for. */
export function sameCause(group: ProblemGroup, { kind, rule, field, destination }: Wishes): boolean {
  return (
    group.code === rule &&
    (field === undefined || group.field === field) &&
    (kind === undefined || group.kind === kind) &&
    (destination === undefined || group.destination === destination)
  );
}

/** What to ask for, to see all of a cause and nothing else. */
export function wishesOfCause({ kind, code, field }: ProblemGroup): Partial<Wishes> {
  return { view: 'list', kind, rule: code, field, state: 'open' };
}
