import type { Clock } from '../../support/clock.ts';
import { keepRounds, type Rounds } from '../keep-rounds.ts';
import { pausedUntil } from '../pause.ts';
import { nextRunAt } from '../schedule.ts';
import type { HomeKeeper } from './opened-home.ts';
import type { Runner } from './runner.ts';
import type { UnderwayKeeper } from './under-way.ts';

/** A home that cannot be opened, or is not set up, is tried again so often: somebody may have mended it with other hands. */
const tryAgainEvery = 60_000;

/** What the schedule works with. */
export interface ScheduleParts {
  readonly home: string;
  readonly now: Clock;
  readonly sleep: Rounds['sleep'];
  readonly keeper: HomeKeeper;
  readonly underway: UnderwayKeeper;
  readonly runner: Pick<Runner, 'byItself'>;
  /** A home that could not be opened is tried again. */
  readonly tryAgain: () => Promise<void>;
}

/**
 * Runs by itself what is due: on the schedule of the settings, never while paused, and never before a person has begun the
 * first run. A computer that slept past its time catches up within a minute of waking.
 */
export function followSchedule(parts: ScheduleParts): { wake(): void; close(): Promise<void> } {
  const { home, now, keeper, underway, runner } = parts;
  const ending = new AbortController();
  let waking = new AbortController();
  let triedAt = now();
  let begunAt = Number.NEGATIVE_INFINITY;

  function runDueAt(): number | undefined {
    const opened = keeper.opened();
    const last = opened?.engine.runs.last()?.run.startedAt;
    if (!opened || last === undefined || underway.now() !== null) return undefined;
    const { schedule } = opened.settings;
    const paused = pausedUntil(home, now());
    return Math.max(
      nextRunAt(last, schedule, now()),
      // A run that could not begin is not tried again before its time.
      begunAt + schedule.everyMinutes * 60_000,
      paused === null ? 0 : Date.parse(paused),
    );
  }

  const done = keepRounds({
    clock: now,
    sleep: parts.sleep,
    signal: ending.signal,
    wake: () => (waking = new AbortController()).signal,
    dueAt: () => (keeper.opened() ? runDueAt() : triedAt + tryAgainEvery),
    async begin() {
      if (keeper.opened()) {
        begunAt = now();
        await runner.byItself();
      } else {
        triedAt = now();
        await parts.tryAgain();
      }
    },
  });

  return {
    wake: () => waking.abort(),
    async close() {
      ending.abort();
      underway.cancel();
      await done;
    },
  };
}
