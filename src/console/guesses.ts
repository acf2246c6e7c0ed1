import type { Clock } from '../support/clock.ts';

/** So many wrong tries are a person who mistypes; after them waiting begins. */
const freeTries = 5;
/** All places together have so many times the patience: many may guess together. */
const placesTogether = 10;
const firstWait = 30_000;
const longestWait = 3_600_000;
/** A place that has been quiet for so long begins anew. */
const forgottenAfter = 24 * 3_600_000;
/** Of all places together one wrong try is forgiven in so long: a shop that mistypes now and then is never held up. */
const forgivenEvery = 3_600_000;
/** Enough for every device of a shop; whoever comes with more addresses than this shares one count with the others. */
const mostPlaces = 1000;

/** One try, counted as a wrong one. */
export interface Try {
  /** It was right after all: its place begins anew, and nobody else waits for it. */
  wasRight(): void;
}

/** Slows down whoever guesses. */
export interface Guesses {
  /** How long this place has to wait before it may try again, in milliseconds; 0 where it may. */
  waitOf(place: string): number;
  /** Counts a try as wrong at once, before anybody has looked at it: many at once are many. */
  tries(place: string): Try;
}

interface Count {
  failures: number;
  last: number;
  /** Somebody came in from there: what is guessed elsewhere does not hold this place up. */
  isKnown: boolean;
}

/** Counts wrong tries by place, and over all places together. */
export function createGuesses(now: Clock): Guesses {
  const places = new Map<string, Count>();
  const newCount = (): Count => ({ failures: 0, last: now(), isKnown: false });
  /** Those for whom there is no room. */
  const others = newCount();
  const everybody = newCount();

  function countOf(place: string): Count {
    const known = places.get(place);
    if (known && now() - known.last < forgottenAfter) return known;
    if (!known && places.size >= mostPlaces) forget();
    if (!known && places.size >= mostPlaces) return others;
    const fresh = newCount();
    places.set(place, fresh);
    return fresh;
  }

  function forget(): void {
    for (const [place, { last }] of places) if (now() - last >= forgottenAfter) places.delete(place);
  }

  function forgive(): void {
    const forgiven = Math.floor((now() - everybody.last) / forgivenEvery);
    if (forgiven < 1) return;
    everybody.failures = Math.max(0, everybody.failures - forgiven);
    everybody.last += forgiven * forgivenEvery;
  }

  function waitFor({ failures, last }: Count, free: number): number {
    if (failures < free) return 0;
    const wait = Math.min(longestWait, firstWait * 2 ** Math.min(20, failures - free));
    return Math.max(0, last + wait - now());
  }

  return {
    waitOf(place) {
      forgive();
      const own = countOf(place);
      const alone = waitFor(own, freeTries);
      return own.isKnown ? alone : Math.max(alone, waitFor(everybody, freeTries * placesTogether));
    },
    tries(place) {
      forgive();
      const own = countOf(place);
      for (const count of [own, everybody]) {
        count.failures += 1;
        count.last = now();
      }
      return {
        wasRight() {
          own.failures = 0;
          // Of those who share a count nobody is known by it.
          own.isKnown = own !== others;
          everybody.failures = Math.max(0, everybody.failures - 1);
        },
      };
    },
  };
}
