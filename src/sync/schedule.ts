import type { Settings } from '../settings/settings.ts';
import type { Staging } from '../staging/staging.ts';

/**
 * Whether the till must be read whole: before anything else, at least once in the time that the settings say, and always
 * where that takes no time worth saving. A quick pass trusts the till's time stamps, and tills forget to move them.
 */
export function isWholeDue(
  staging: Pick<Staging, 'lastPull'>,
  { fullEveryHours, quickAboveSeconds }: Settings['schedule'],
  now: number,
): boolean {
  const last = staging.lastPull({ whole: true });
  if (last === undefined) return true;
  const finished = Date.parse(last.finishedAt);
  const isQuick = finished - Date.parse(last.startedAt) < quickAboveSeconds * 1000;
  return isQuick || now - finished >= fullEveryHours * 3_600_000;
}

/** When the next run is due, in epoch milliseconds: at once where there was none. */
export function nextRunAt(
  lastStartedAt: string | undefined,
  { everyMinutes }: Settings['schedule'],
  now: number,
): number {
  return lastStartedAt === undefined ? now : Math.max(now, Date.parse(lastStartedAt) + everyMinutes * 60_000);
}

/** Whether more than two runs of the schedule have not come since one ended. A long run, or a slow start of the computer, is no reason for alarm. */
export function isOverdue(lastFinishedAt: string, { everyMinutes }: Settings['schedule'], now: number): boolean {
  return now - Date.parse(lastFinishedAt) > (2 * everyMinutes + 10) * 60_000;
}
