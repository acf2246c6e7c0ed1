import type { Clock } from '../support/clock.ts';

/** Seconds of a run by what they went into: reading the sources; joining and judging what was read; sending. */
export interface StageSeconds {
  readonly read: number;
  readonly check: number;
  readonly send: number;
}

/** Measures what a run spends its time with. */
export interface Stopwatch {
  /** Does the work, and counts its time to a stage, also where it throws. */
  time<T>(stage: keyof StageSeconds, work: () => T | Promise<T>): Promise<T>;
  seconds(): StageSeconds;
}

/** A stopwatch that has not run yet. */
export function createStopwatch(clock: Clock): Stopwatch {
  const spent = { read: 0, check: 0, send: 0 };
  return {
    async time(stage, work) {
      const begin = clock();
      try {
        return await work();
      } finally {
        // A clock that is set back meanwhile must not take away what other stages spent.
        spent[stage] += Math.max(0, clock() - begin);
      }
    },
    seconds: () => ({ read: spent.read / 1000, check: spent.check / 1000, send: spent.send / 1000 }),
  };
}
