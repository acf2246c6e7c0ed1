import type { Random } from './random.ts';

/** One of the ways in which an old till says "nothing" in a text column. */
export function nothing(random: Random): string | null {
  return random.pick([null, '', ' ', null]);
}
