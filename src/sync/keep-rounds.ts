import type { Clock } from '../support/clock.ts';
import type { Engine } from './engine.ts';

/** A computer that slept past its time is noticed within so many milliseconds of waking. */
const longestNap = 60_000;

/** What is done in its time. */
export interface Rounds {
  readonly clock: Clock;
  readonly sleep: Engine['sleep'];
  readonly signal: AbortSignal;
  /** When the next is due, in epoch milliseconds; undefined where none is, for now. Asked anew after every nap. */
  readonly dueAt: () => number | undefined;
  /** Never throws. */
  readonly begin: () => Promise<void>;
  /** Aborted when something changed that the next nap should know of; a new one for every nap. */
  readonly wake?: () => AbortSignal;
}

/** Does what is due whenever it is due, until the signal is aborted. */
export async function keepRounds({ clock, sleep, signal, dueAt, begin, wake }: Rounds): Promise<void> {
  while (!signal.aborted) {
    const due = dueAt();
    const wait = due === undefined ? longestNap : due - clock();
    if (wait <= 0) {
      await begin();
      continue;
    }
    const waking = wake ? AbortSignal.any([signal, wake()]) : signal;
    // Being woken, or told to stop while asleep, ends the nap and nothing else.
    await sleep(Math.min(wait, longestNap), waking).catch(() => undefined);
  }
}
