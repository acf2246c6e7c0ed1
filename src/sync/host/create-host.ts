import type { Instant } from '../../model/ids.ts';
import { sleep } from '../../support/clock.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { setPause } from '../pause.ts';
import { followReports } from '../reports/follow-reports.ts';
import { createDesk } from './desk.ts';
import type { Host } from './host-contract.ts';
import type { HostParts } from './host-parts.ts';
import { createHostState } from './host-state.ts';
import { createHomeKeeper, type OpenedHome } from './opened-home.ts';
import { createRunner } from './runner.ts';
import { followSchedule } from './follow-schedule.ts';
import { noStaffDoor } from './staff-door.ts';
import { createUnderway } from './under-way.ts';

/**
 * Opens one home folder for its windows: the agent where the shop is set up, its schedule, and what stands before it is.
 * A home that cannot be opened is a host with trouble, never an error here. One process owns one home.
 */
export async function createHost(parts: HostParts): Promise<Host> {
  const { home, now } = parts;
  const keeper = createHomeKeeper(parts);
  const underway = createUnderway({ now, tell: () => state.tell() });
  const state = createHostState({ home, now, keeper, underway });
  const runner = createRunner({ keeper, underway, state });

  function opened(): OpenedHome {
    const found = keeper.opened();
    if (found) return found;
    const trouble = keeper.trouble();
    if (trouble) throw new TillbridgeError('defect', trouble.what, { hint: trouble.hint });
    throw new TillbridgeError('settings', 'asking: the shop is not set up yet', { hint: 'Set it up first.' });
  }

  await keeper.reopen();
  const schedule = followSchedule({
    home,
    now,
    sleep: parts.sleep ?? sleep,
    keeper,
    underway,
    runner,
    tryAgain: refresh,
  });

  const ending = new AbortController();
  let waking = new AbortController();
  const reporting = followReports({
    clock: now,
    sleep: parts.sleep ?? sleep,
    signal: ending.signal,
    reports: () => keeper.opened()?.agent.reports,
    wake: () => (waking = new AbortController()).signal,
    onSent: state.revise,
  });

  async function refresh(): Promise<void> {
    await runner.whenIdle(() => keeper.reopen());
    state.revise();
    schedule.wake();
    waking.abort();
  }

  /** Somebody changed something: also what could not be sent has another chance. */
  async function changed(): Promise<void> {
    await refresh();
    keeper.opened()?.agent.reports.tryAgain();
    waking.abort();
  }

  function pauseUntil(until: Instant | null): void {
    setPause(home, until);
    state.revise();
    schedule.wake();
  }

  return {
    state: state.now,
    place: () => keeper.opened()?.settings.shop ?? null,
    watch: state.watch,
    agent: () => opened().agent,
    sync(options) {
      opened();
      runner.sync(options);
    },
    preview(signal) {
      opened();
      return runner.preview(signal);
    },
    cancel: () => underway.cancel(),
    pause: pauseUntil,
    resume: () => pauseUntil(null),
    async sendReport(signal) {
      try {
        return await opened().agent.reports.sendNow(signal);
      } finally {
        state.revise();
      }
    },
    staffDoor: parts.staffDoor ?? noStaffDoor,
    problems: {
      page: (query) => opened().desks.problems.page(query),
      groups: (query) => opened().desks.problems.groups(query),
      card: (id) => opened().desks.problems.card(id),
      assign: (ids, assignee) => opened().desks.problems.assign(ids, assignee),
      assignees: () => opened().desks.problems.assignees(),
      document: (query, format) => opened().desks.problems.document(query, format),
    },
    desk: createDesk({ home, now, keeper, refresh: changed, revise: state.revise }),
    runs: (before, limit) => opened().desks.runs(before, limit),
    activity: (days) => opened().desks.activity(days),
    calls: (limit) => opened().desks.calls(limit),
    explain: (thrown) => {
      if (thrown instanceof TillbridgeError) {
        return { what: thrown.message, hint: thrown.hint, reason: thrown.reason };
      }
      if (!isGivenUp(thrown)) keeper.opened()?.engine.log.error('something that was asked for failed', thrown);
      return undefined;
    },
    async close() {
      ending.abort();
      await schedule.close();
      await reporting;
      underway.cancel();
      await underway.idle();
      state.close();
      await keeper.close();
    },
  };
}

/** Whoever asked has gone, or a door said no in its own words: nothing that support would want to read of. */
function isGivenUp(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.name === 'AbortError' || thrown.constructor.name === 'ORPCError');
}
