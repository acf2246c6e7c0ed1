import type { Clock } from '../support/clock.ts';

/** So many wrong tries are a person who mistypes; after them waiting begins. */
const freeTries = 5;
const firstWait = 30_000;
const longestWait = 3_600_000;
/** A place that has been quiet for so long begins anew. */
const forgottenAfter = 24 * 3_600_000;
/** Enough for every device of a shop; whoever comes with more addresses than this shares one count with the others. */
const mostPlaces = 1000;

/** Slows down whoever guesses. */
export interface Guesses {
  /** How long this place has to wait before it may try again, in milliseconds; 0 where it may. */
  waitOf(place: string): number;
  failed(place: string): void;
  succeeded(place: string): void;
}

interface Count {
  failures: number;
  last: number;
}

/** Counts wrong tries by place, and over all places together at ten times the patience: many places may guess together. */
export function createGuesses(now: Clock): Guesses {
  const places = new Map<string, Count>();
  const everybody: Count = { failures: 0, last: 0 };

  function countOf(place: string): Count {
    const known = places.get(place);
    if (known && now() - known.last < forgottenAfter) return known;
    if (!known && places.size >= mostPlaces) return countOf('elsewhere');
    const fresh = { failures: 0, last: now() };
    places.set(place, fresh);
    return fresh;
  }

  function waitFor({ failures, last }: Count, free: number): number {
    if (failures < free) return 0;
    const wait = Math.min(longestWait, firstWait * 2 ** Math.min(20, failures - free));
    return Math.max(0, last + wait - now());
  }

  return {
    waitOf: (place) => Math.max(waitFor(countOf(place), freeTries), waitFor(everybody, freeTries * 10)),
    failed(place) {
      for (const count of [countOf(place), everybody]) {
        count.failures += 1;
        count.last = now();
      }
    },
    succeeded(place) {
      places.delete(place);
    },
  };
}
