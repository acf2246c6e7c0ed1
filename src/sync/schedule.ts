import type { Settings } from '../settings/settings.ts';
import type { Staging } from '../staging/staging.ts';

/** Whether the till must be read whole: at least once in the time that the settings say, and before anything else. */
export function isWholeDue(
  staging: Pick<Staging, 'lastPull'>,
  { fullEveryHours }: Settings['schedule'],
  now: number,
): boolean {
  const last = staging.lastPull({ whole: true });
  return last === undefined || now - Date.parse(last.finishedAt) >= fullEveryHours * 3_600_000;
}

/** When the next run is due, in epoch milliseconds: at once where there was none. */
export function nextRunAt(lastStartedAt: string | undefined, { everyMinutes }: Settings['schedule'], now: number): number {
  return lastStartedAt === undefined ? now : Math.max(now, Date.parse(lastStartedAt) + everyMinutes * 60_000);
}
