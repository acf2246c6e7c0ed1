import { isLocked } from '../../database/lock.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Preview } from '../agent-contract.ts';
import { lockFile } from '../run.ts';
import type { Host } from './host-contract.ts';
import type { HostStateKeeper } from './host-state.ts';
import type { HomeKeeper, OpenedHome } from './opened-home.ts';
import type { UnderwayKeeper } from './under-way.ts';

/** Begins what a home may do, one at a time. */
export interface Runner {
  /** Begins a run and answers at once. Throws `busy` where one is under way, here or in another process. */
  sync(options: Parameters<Host['sync']>[0]): void;
  /** A run of the schedule's; resolves at its end, and never throws. */
  byItself(): Promise<void>;
  preview(signal: AbortSignal): Promise<Preview>;
  /** Does it now, or, where a run is under way, as soon as that has ended; answers in either case. */
  whenIdle(work: () => Promise<void>): Promise<void>;
}

/** What a runner works with. */
export interface RunnerParts {
  readonly keeper: HomeKeeper;
  readonly underway: UnderwayKeeper;
  readonly state: Pick<HostStateKeeper, 'failed' | 'revise'>;
}

/** The runner of one home. */
export function createRunner({ keeper, underway, state }: RunnerParts): Runner {
  let afterwards: (() => Promise<void>) | undefined;

  function opened(): OpenedHome {
    const found = keeper.opened();
    if (!found)
      throw new TillbridgeError('settings', 'starting a run: the shop is not set up', { hint: 'Set it up first.' });
    if (underway.now() === null && isLocked(lockFile(found.engine))) {
      state.revise();
      throw new TillbridgeError('busy', 'starting a run: another program of Tillbridge is at work for this shop', {
        hint: 'Wait for its end; this page shows when it is done.',
      });
    }
    return found;
  }

  /** Whatever waited for the end of a run comes now. */
  async function settle(): Promise<void> {
    const work = afterwards;
    afterwards = undefined;
    await work?.();
    state.revise();
  }

  async function concluded(running: Promise<unknown>): Promise<void> {
    try {
      await running;
      state.failed(undefined);
    } catch (error) {
      keeper.opened()?.engine.log.error('a run could not begin', error);
      // Somebody else's run is no trouble of ours.
      const isBusy = error instanceof TillbridgeError && error.reason === 'busy';
      if (!isBusy) state.failed(error);
    }
    await settle();
  }

  function begin(options: Parameters<Host['sync']>[0]): Promise<void> {
    opened();
    // The agent is taken only as the work begins: in between the home may be opened anew, and the one of before closed.
    return concluded(underway.begin('sync', (tools) => opened().agent.sync({ ...options, ...tools })));
  }

  return {
    sync: (options) => void begin(options),
    async byItself() {
      try {
        await begin({});
      } catch (error) {
        keeper.opened()?.engine.log.warn('a run could not begin', { what: troubleText(error) });
      }
    },
    async preview(signal) {
      opened();
      const rehearsing = underway.begin('preview', (tools) => {
        const ending = AbortSignal.any([tools.signal, signal]);
        return opened()
          .agent.preview({ ...tools, signal: ending })
          .catch((error: unknown) => {
            if (!ending.aborted) throw error;
            throw new TillbridgeError('busy', 'rehearsing: it was ended before it was done', {
              hint: 'Nothing was sent. Rehearse again whenever you like.',
              cause: error,
            });
          });
      });
      try {
        return await rehearsing;
      } finally {
        await settle();
      }
    },
    async whenIdle(work) {
      if (underway.now() === null) await work();
      else afterwards = work;
    },
  };
}

function troubleText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
