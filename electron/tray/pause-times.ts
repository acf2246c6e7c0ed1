import type { Instant } from '../../src/model/ids.ts';

/** An hour from `now` (epoch milliseconds). */
export function inAnHour(now: number): Instant {
  return new Date(now + 3_600_000).toISOString() as Instant;
}

/** Eight o'clock of the next day, by this computer's clock. */
export function tomorrowMorning(now: number): Instant {
  const today = new Date(now);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1, 8).toISOString() as Instant;
}
