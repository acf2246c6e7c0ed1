import type { Capabilities } from '../contract.ts';

/** What a pace is kept with. */
export interface PacingParts {
  readonly rate: Capabilities['rate'];
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** When requests were made before this process; undefined where nobody knows. */
  readonly recent?: readonly number[] | undefined;
}

/** Lets requests through no faster than the far side allows; without a rate, as they come. */
export interface Pacing {
  /** Waits for a turn, makes the request, and gives the turn back a whole window after its answer. */
  turn<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Nobody has a turn before this moment, in epoch milliseconds: the far side asked for quiet. */
  pause(until: number): void;
}

/**
 * What is kept back of the allowance, so that a connection test by hand does not make the far side refuse: 2 in 100,
 * which leaves 98 % in use.
 */
const kept = 0.02;

/** Timers and clocks of two machines differ by a few milliseconds in a minute. */
const margin = 25;

/**
 * Keeps to a number of requests in any sliding window, without ever being told off.
 *
 * A far side counts a request when it arrives, which is some time between our sending it and having its answer. So a turn
 * is free again one window after the *answer*: whatever the line does, never more than the allowance can arrive within
 * one window. After a restart the requests that are remembered count; where nobody remembers any, the first window is
 * spread evenly instead of sent at once, so that it adds as little as possible to what may have gone before.
 */
export function createPacing({ rate, now, sleep, recent }: PacingParts): Pacing {
  const allowance = rate === null ? Infinity : Math.max(1, Math.floor(rate.requests * (1 - kept)));
  const window = rate === null ? 0 : rate.perMilliseconds + margin;
  /** When each turn that was taken is free again; those under way are not in it, but in `underWay`. */
  const free: number[] = (recent ?? []).map((at) => at + window).slice(-allowance);
  let underWay = 0;
  let next = now();
  let quietUntil = -Infinity;
  const spacing = rate !== null && recent === undefined ? rate.perMilliseconds / allowance : 0;
  const spreadUntil = next + (rate?.perMilliseconds ?? 0);

  /** Milliseconds until a turn is free. */
  function wait(at: number): number {
    if (quietUntil > at) return quietUntil - at;
    while (free.length > 0 && (free[0] ?? 0) <= at) free.shift();
    if (free.length + underWay >= allowance) return free.length > 0 ? (free[0] ?? at) - at : margin;
    return at < spreadUntil ? Math.max(0, next - at) : 0;
  }

  return {
    pause(until) {
      quietUntil = Math.max(quietUntil, until);
    },
    async turn(request, signal) {
      for (let left = wait(now()); left > 0; left = wait(now())) await sleep(Math.ceil(left), signal);
      next = Math.max(next, now()) + spacing;
      underWay += 1;
      try {
        return await request();
      } finally {
        underWay -= 1;
        free.push(now() + window);
      }
    },
  };
}
