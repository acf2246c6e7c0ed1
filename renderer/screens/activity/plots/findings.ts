import type { ActivityDay, MendingTime } from '../../../../src/sync/host/host-contract.ts';
import type { ProblemGroup } from '../../../../src/validation/problem-groups.ts';

/** The part of a day's work that took the time. */
export type Stage = keyof ActivityDay['seconds'];

/** Where problems come from: one field at its source. */
export interface Cause {
  readonly kind: ProblemGroup['kind'];
  /** As its source calls it; '' for a record as a whole. */
  readonly origin: string;
  readonly count: number;
}

/** The fields that problems come from, the worst first. */
export function causesOf(groups: readonly ProblemGroup[]): readonly Cause[] {
  const causes = Map.groupBy(groups, ({ kind, example }) => `${kind} ${example.origin}`);
  return [...causes.values()]
    .flatMap(([first, ...rest]) => {
      if (!first) return [];
      const count = rest.reduce((sum, group) => sum + group.count, first.count);
      return [{ kind: first.kind, origin: first.example.origin, count }];
    })
    .sort((one, other) => other.count - one.count);
}

/** The worst field and its share of everything, 0 to 1; null where nothing is to mend. */
export function worstCause(causes: readonly Cause[]): (Cause & { readonly share: number }) | null {
  const all = causes.reduce((sum, { count }) => sum + count, 0);
  const [worst] = causes;
  return worst && all > 0 ? { ...worst, share: worst.count / all } : null;
}

/** The days from the first on which anything was done: before that there was nobody to do it. */
export function sinceFirst(days: readonly ActivityDay[]): readonly ActivityDay[] {
  const first = days.findIndex(({ read, sent, problemsOpen }) => read + sent + problemsOpen > 0);
  return first < 0 ? [] : days.slice(first);
}

/** A first day with more than so many times what any other had was the first load. */
const dwarfing = 10;

/** The days after a first load beside which nothing else would be seen; null where the first of them was a day as any other. */
export function sinceFirstLoad(
  days: readonly ActivityDay[],
): { readonly first: ActivityDay; readonly rest: readonly ActivityDay[] } | null {
  const [first, ...rest] = days;
  const most = Math.max(0, ...rest.map(({ sent }) => sent));
  return first && most > 0 && first.sent > dwarfing * most ? { first, rest } : null;
}

/** How much was sent: an average day, and the greatest; null where nothing was. */
export function volumeOf(
  days: readonly ActivityDay[],
): { readonly average: number; readonly most: number; readonly day: string } | null {
  const all = days.reduce((sum, { sent }) => sum + sent, 0);
  const greatest = days.reduce<ActivityDay | undefined>(
    (before, day) => (before && before.sent >= day.sent ? before : day),
    undefined,
  );
  if (!greatest || all === 0) return null;
  return { average: Math.round(all / days.length), most: greatest.sent, day: greatest.day };
}

/** So far back the newest day is compared; a shorter period from its beginning. */
const daysBack = 7;

/** How much is to mend now, and how much was a week before; null where nothing ever was. */
export function trendOf(days: readonly ActivityDay[]): {
  readonly trend: 'fewer' | 'more' | 'same' | 'first';
  readonly now: number;
  readonly before: number;
  readonly day: string;
} | null {
  const last = days.at(-1);
  const earlier = days.at(-1 - Math.min(daysBack, days.length - 1));
  if (!last || !earlier || days.every(({ problemsOpen }) => problemsOpen === 0)) return null;
  const [now, was] = [last.problemsOpen, earlier.problemsOpen];
  if (earlier === last) return { trend: 'first', now, before: now, day: last.day };
  return { trend: now < was ? 'fewer' : now > was ? 'more' : 'same', now, before: was, day: earlier.day };
}

/** The stages in the order in which they come. */
export const stages = ['read', 'check', 'send'] as const satisfies readonly Stage[];

/** The stage that takes most of the time, and its share, 0 to 1; null where none took any. */
export function slowestStage(days: readonly ActivityDay[]): { readonly stage: Stage; readonly share: number } | null {
  const sums = stages.map((stage) => ({ stage, sum: days.reduce((sum, { seconds }) => sum + seconds[stage], 0) }));
  const all = sums.reduce((sum, each) => sum + each.sum, 0);
  const [slowest] = sums.sort((one, other) => other.sum - one.sum);
  return slowest && all > 0 ? { stage: slowest.stage, share: slowest.sum / all } : null;
}

/** The rules that were mended, the slowest first. */
export function slowestFirst(mending: readonly MendingTime[]): readonly MendingTime[] {
  return mending.filter(({ mended }) => mended > 0).sort((one, other) => other.medianHours - one.medianHours);
}
