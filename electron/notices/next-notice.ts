import type { StateName } from '../../src/sync/agent-contract.ts';

/** What notices remember. */
export interface Told {
  /** The state that people know of: the one at the start, or the one they were told of last. */
  readonly known: StateName;
  /** The state that it has been in, without a break, since when (epoch milliseconds). */
  readonly standing: StateName;
  readonly since: number;
}

/** So long a state must last before it is anybody's concern: a line comes back, and an engine is started again. */
const lasts: Readonly<Partial<Record<StateName, number>>> = { waiting: 5 * 60_000, stopped: 30_000 };

/** States that somebody has to hear of. Working and pausing are what they wanted themselves. */
const worthTelling: readonly StateName[] = ['waiting', 'needs-you', 'stopped'];

/**
 * Whether people are to be told of the state now: once per change, of trouble, and of its end. Being at work changes nothing
 * of what they know. In quiet hours nothing is told, and afterwards only what still holds.
 */
export function nextNotice(
  before: Told,
  state: StateName,
  { now, isQuiet }: { readonly now: number; readonly isQuiet: boolean },
): { readonly told: Told; readonly tell: boolean } {
  if (state === 'working') return { told: before, tell: false };
  const since = state === before.standing ? before.since : now;
  const standing = { ...before, standing: state, since };
  if (state === before.known) return { told: standing, tell: false };
  const isOver = !worthTelling.includes(state);
  // Trouble that nobody heard of needs no word of its end either.
  if (isOver && !worthTelling.includes(before.known)) return { told: { ...standing, known: state }, tell: false };
  const isTooYoung = now - since < (lasts[state] ?? 0);
  if (isQuiet || isTooYoung) return { told: standing, tell: false };
  return { told: { ...standing, known: state }, tell: state !== 'paused' };
}
