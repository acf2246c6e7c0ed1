import { instantOf, type Instant } from '../model/ids.ts';
import { messageOf } from '../support/errors.ts';
import type { RunReport } from './agent-contract.ts';
import type { Engine } from './engine.ts';
import { keepRounds } from './keep-rounds.ts';
import { pausedUntil } from './pause.ts';
import { followReports } from './reports/follow-reports.ts';
import type { Reports } from './reports/reports-contract.ts';
import { runOnce } from './run.ts';
import { nextRunAt } from './schedule.ts';

/** Syncs on the schedule, and sends reports in their time, until the signal is aborted; while the home is paused, nothing is synced. A run that fails is no reason to stop: the next one goes on. */
export async function keepRunning(
  engine: Engine,
  {
    signal,
    onRun,
    reports,
  }: { readonly signal: AbortSignal; readonly onRun?: (report: RunReport) => void; readonly reports: Reports },
): Promise<void> {
  const { home, settings, clock, sleep } = engine;
  let begun: Instant | undefined;
  const reporting = followReports({ clock, sleep, signal, reports: () => reports, wake: () => signal });
  await keepRounds({
    clock,
    sleep,
    signal,
    dueAt() {
      const paused = pausedUntil(home, clock());
      return Math.max(nextRunAt(begun, settings.schedule, clock()), paused === null ? 0 : Date.parse(paused));
    },
    async begin() {
      begun = instantOf(clock());
      try {
        onRun?.(await runOnce(engine, { signal }));
      } catch (error) {
        engine.log.warn('a run could not begin', { what: messageOf(error) });
      }
    },
  });
  await reporting;
}
