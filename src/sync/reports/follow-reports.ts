import { once } from 'node:events';
import type { Clock } from '../../support/clock.ts';
import { keepRounds, type Rounds } from '../keep-rounds.ts';
import type { Reports } from './reports-contract.ts';

/** What the follower works with. */
export interface FollowReportsParts {
  readonly clock: Clock;
  readonly sleep: Rounds['sleep'];
  readonly signal: AbortSignal;
  /** Undefined where there is no shop to report of. Asked anew each time. */
  readonly reports: () => Reports | undefined;
  /** Aborted when somebody changed something; a new one for every nap. */
  readonly wake: () => AbortSignal;
  /** Something went out, or did not. */
  readonly onSent?: () => void;
}

/** Sends every report in its time, until the signal is aborted. Where there is nothing to wait for, it waits to be woken. */
export async function followReports({
  clock,
  sleep,
  signal,
  reports,
  wake,
  onSent,
}: FollowReportsParts): Promise<void> {
  const dueAt = () => reports()?.dueAt();
  await keepRounds({
    clock,
    signal,
    wake,
    dueAt,
    async sleep(milliseconds, waking) {
      if (dueAt() !== undefined) await sleep(milliseconds, waking);
      else if (!waking.aborted) await once(waking, 'abort');
    },
    async begin() {
      await reports()?.sendDue(signal);
      onSent?.();
    },
  });
}
