import type { Instant } from '../../../src/model/ids.ts';

/** An hour from `now` (epoch milliseconds). */
export function inAnHour(now: number): Instant {
  return new Date(now + 3_600_000).toISOString() as Instant;
}

/** Eight o'clock of the next day, by this computer's clock. */
export function tomorrowMorning(now: Date): Instant {
  const morning = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 8);
  return morning.toISOString() as Instant;
}
