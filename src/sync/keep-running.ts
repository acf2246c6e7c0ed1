import { instantOf } from '../model/ids.ts';
import { messageOf } from '../support/errors.ts';
import type { RunReport } from './agent-contract.ts';
import type { Engine } from './engine.ts';
import { runOnce } from './run.ts';
import { nextRunAt } from './schedule.ts';

/** A computer that slept past its time is noticed within so many milliseconds of waking. */
const longestNap = 60_000;

/** Syncs on the schedule until the signal is aborted. A run that fails is no reason to stop: the next one goes on. */
export async function keepRunning(
  engine: Engine,
  { signal, onRun }: { readonly signal: AbortSignal; readonly onRun?: (report: RunReport) => void },
): Promise<void> {
  const { schedule } = engine.settings;
  let begun: string | undefined;
  while (!signal.aborted) {
    const wait = nextRunAt(begun, schedule, engine.clock()) - engine.clock();
    if (wait > 0) {
      // Being told to stop while asleep ends the loop, not the process.
      await engine.sleep(Math.min(wait, longestNap), signal).catch(() => undefined);
      continue;
    }
    begun = instantOf(engine.clock());
    try {
      onRun?.(await runOnce(engine, { signal }));
    } catch (error) {
      engine.log.warn('a run could not begin', { what: messageOf(error) });
    }
  }
}
