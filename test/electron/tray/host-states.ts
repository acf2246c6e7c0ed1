import type { Preferences } from '../../../electron/preferences.ts';
import type { Status } from '../../../src/sync/agent-contract.ts';
import type { HostState } from '../../../src/sync/host/host-contract.ts';

/** A run that completed at 14:28 and did nothing. */
export const nothingDone: NonNullable<Status['lastRun']> = {
  id: 1,
  startedAt: '2026-11-20T14:27:00Z',
  finishedAt: '2026-11-20T14:28:00Z',
  outcome: 'completed',
} as NonNullable<Status['lastRun']>;

/** Preferences of somebody who changed none. */
export const preferences: Preferences = { startsAtLogIn: true, looksForUpdates: true };

/** How a shop stands with nothing to do, and what is to be other than that. */
export function hostState(
  more: Partial<HostState> = {},
  status: Partial<Status> = {},
  lastAcceptedAt: string | null = null,
): HostState {
  return {
    isSetUp: true,
    trouble: null,
    underway: null,
    pausedUntil: null,
    revision: 1,
    reports: null,
    notices: { quiet: true, quietFrom: '20:00', quietUntil: '08:00' },
    status: {
      state: 'up-to-date',
      sentence: 'Everything is up to date.',
      toMend: 0,
      lastRun: nothingDone,
      destinations: { genieai: { lastAcceptedAt } },
      ...status,
    } as unknown as Status,
    ...more,
  };
}
