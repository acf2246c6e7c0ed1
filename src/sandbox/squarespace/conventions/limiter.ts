import type { Clock } from '../../../support/clock.ts';
import type { Habits } from '../habits.ts';
import { Refusal } from './refusal.ts';

const minute = 60_000;

/** How many calls are taken; null is no limit. */
export interface Limits {
  readonly requestsPerMinute: number | null;
  /** For callers that do not say who they are: `node`, `curl/8.5.0`, `python-requests/2.32`. */
  readonly genericRequestsPerMinute: number | null;
  /** Orders imported with an API key. */
  readonly ordersPerHour: number | null;
}

/** What a site allows where nobody says otherwise. */
export const defaultLimits: Limits = {
  requestsPerMinute: 300,
  genericRequestsPerMinute: 120,
  ordersPerHour: 100,
};

/** Counts calls over a sliding window. */
export interface Limiter {
  /** Counts a call, or throws 429 where there is no room for it. */
  take(): void;
}

/** So many calls in so many milliseconds; the one too many closes the door for `coolDown`. */
export interface LimiterParts {
  readonly most: number | null;
  readonly window: number;
  readonly coolDown: number;
  readonly now: Clock;
  readonly habits: Pick<Habits, 'saysRetryAfter' | 'coolDownGrows'>;
}

/** A limiter that has not counted anything yet. */
function createLimiter({ most, window, coolDown, now, habits }: LimiterParts): Limiter {
  const taken: number[] = [];
  let closedUntil = -Infinity;

  function tooMany(): Refusal {
    const seconds = Math.max(1, Math.ceil((closedUntil - now()) / 1000));
    return new Refusal(429, 'Too many requests.', habits.saysRetryAfter ? { retryAfter: seconds } : {});
  }

  return {
    take() {
      if (most === null) return;
      const at = now();
      if (at < closedUntil) {
        if (habits.coolDownGrows) closedUntil = at + coolDown;
        throw tooMany();
      }
      while (taken[0] !== undefined && taken[0] <= at - window) taken.shift();
      if (taken.length >= most) {
        closedUntil = at + coolDown;
        throw tooMany();
      }
      taken.push(at);
    },
  };
}

/** The limiter of all calls together. */
export function createDoorLimiter(parts: Pick<LimiterParts, 'most' | 'now' | 'habits'>): Limiter {
  return createLimiter({ ...parts, window: minute, coolDown: minute });
}

/** The limiter of a kind of call that is counted by the hour. */
export function createHourlyLimiter(parts: Pick<LimiterParts, 'most' | 'now' | 'habits'>): Limiter {
  return createLimiter({ ...parts, window: 60 * minute, coolDown: minute });
}

const genericNames =
  /^(?:node|undici|axios|node-fetch|got|curl|wget|python-requests|python-urllib|java|okhttp|go-http-client|postmanruntime)\b/i;

/** Whether a User-Agent names a library instead of whoever uses it. */
export function isGeneric(userAgent: string): boolean {
  return genericNames.test(userAgent);
}
