import type { Clock } from '../../../support/clock.ts';

/** Counts requests over a sliding minute. */
export interface RateLimit {
  /** Counts a request and answers undefined, or answers after how many whole seconds there is room for one. */
  take(): number | undefined;
}

const window = 60_000;

/** A limit for one key; null is none. Requests that were refused by it do not count. */
export function createRateLimit({ perMinute, now }: { perMinute: number | null; now: Clock }): RateLimit {
  const taken: number[] = [];
  return {
    take() {
      if (perMinute === null) return undefined;
      const at = now();
      while (taken[0] !== undefined && taken[0] <= at - window) taken.shift();
      const oldest = taken[0];
      if (oldest !== undefined && taken.length >= perMinute)
        return Math.max(1, Math.ceil((oldest + window - at) / 1000));
      taken.push(at);
      return undefined;
    },
  };
}
