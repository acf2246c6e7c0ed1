import type { Trail, TrailStep } from '../../../src/sync/trail-contract.ts';

/** How something stands as a whole: somebody is needed, it is still under way, or every destination has what it takes. */
export function standOf({ steps }: Pick<Trail, 'steps'>): TrailStep['state'] {
  for (const state of ['problem', 'not-yet'] as const) if (steps.some((step) => step.state === state)) return state;
  return 'done';
}
