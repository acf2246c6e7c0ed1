import type { Instant } from '../../model/ids.ts';
import type { Clock } from '../../support/clock.ts';
import { createWords } from '../../support/words.ts';
import type { Status } from '../agent-contract.ts';
import { pausedUntil } from '../pause.ts';
import { troubleOf } from '../trouble.ts';
import { createDatabasePulse } from './database-pulse.ts';
import type { HostState } from './host-contract.ts';
import type { HomeKeeper, OpenedHome } from './opened-home.ts';
import { underwaySentence } from './progress-words.ts';
import type { UnderwayKeeper } from './under-way.ts';
import { createWatchers } from './watchers.ts';

/** How the home stands, for everybody who wants to know. */
export interface HostStateKeeper {
  /** Never throws: what cannot be found out is trouble. */
  now(): HostState;
  watch(signal: AbortSignal): AsyncIterable<HostState>;
  /** What is under way has come further. */
  tell(): void;
  /** Problems, queue, runs, settings or pause may have changed. */
  revise(): void;
  /** A run could not even begin; undefined takes it back. */
  failed(thrown: unknown): void;
  close(): void;
}

/** What the state is made of. */
export interface HostStateParts {
  readonly home: string;
  readonly now: Clock;
  readonly keeper: HomeKeeper;
  readonly underway: UnderwayKeeper;
}

/** Nobody hears of changes more often than this, in milliseconds. */
const pace = 200;
/** So often the database is looked at for changes of others, while somebody watches. */
const lookEvery = 250;
/** So often what a run has changed is gathered anew: lists are asked for again each time. */
const reviseEvery = 10_000;
/** Words such as "tomorrow" and ages become untrue by themselves. */
const statusLasts = 60_000;
/** Somebody else's run ends without a word to us. */
const elsewhereLasts = 1000;

/** The state of one home, kept as fresh as its watchers need it. */
export function createHostState({ home, now, keeper, underway }: HostStateParts): HostStateKeeper {
  const pulse = createDatabasePulse();
  const ticks = () => performance.now();
  let revision = 1;
  let revisedAt = ticks();
  let lastPause: Instant | null = null;
  let runTrouble: HostState['trouble'] = null;
  let known: { readonly of: OpenedHome; readonly status: Status; readonly at: number } | undefined;
  let looking: NodeJS.Timeout | undefined;

  const watchers = createWatchers({
    word: state,
    pace,
    ticks,
    onCount(count) {
      if (count > 0) looking ??= setInterval(look, lookEvery).unref();
      else {
        clearInterval(looking);
        looking = undefined;
      }
    },
  });

  function revise(): void {
    revision += 1;
    revisedAt = ticks();
    known = undefined;
    watchers.tell();
  }

  /** Notices what changed without anybody having said so: another process, a pause that is over, the clock. */
  function look(): void {
    const opened = keeper.opened();
    if (underway.now() !== null || !opened) return;
    const paused = pausedUntil(home, now());
    if (pulse.changed(opened.engine.database) || paused !== lastPause) {
      lastPause = paused;
      revise();
    } else if (known && ticks() - known.at > (isElsewhere(known.status) ? elsewhereLasts : statusLasts)) {
      known = undefined;
      watchers.tell();
    }
  }

  function statusOfNow(opened: OpenedHome): Status {
    if (known?.of !== opened) known = { of: opened, status: opened.agent.status(), at: ticks() };
    return known.status;
  }

  function status(opened: OpenedHome): Status {
    const settled = statusOfNow(opened);
    const work = underway.now();
    if (work) {
      const labelOf = (id: string): string =>
        Object.entries(settled.destinations).find(([each]) => each === id)?.[1].label ?? id;
      const wording = { words: createWords(opened.settings.shop), labelOf, latest: underway.latest() };
      return {
        ...settled,
        state: 'working',
        sentence: underwaySentence(work, wording),
        since: work.since,
        nextRunAt: null,
      };
    }
    if (!runTrouble) return settled;
    return { ...settled, state: 'stopped', sentence: `${runTrouble.what} ${runTrouble.hint}`, since: null };
  }

  function state(): HostState {
    const opened = keeper.opened();
    const rest = {
      isSetUp: keeper.isSetUp(),
      underway: underway.now(),
      pausedUntil: pausedUntil(home, now()),
      notices: keeper.settings()?.notices ?? null,
      revision,
    };
    try {
      return {
        ...rest,
        status: opened ? status(opened) : null,
        reports: opened?.agent.reports.standing() ?? null,
        trouble: keeper.trouble() ?? runTrouble,
      };
    } catch (error) {
      const { reason, hint } = troubleOf(error);
      return { ...rest, status: null, reports: null, trouble: { what: reason, hint } };
    }
  }

  return {
    now() {
      look();
      return state();
    },
    watch: watchers.watch,
    tell() {
      if (underway.now() === null) look();
      else if (ticks() - revisedAt > reviseEvery) revise();
      watchers.tell();
    },
    revise,
    failed(thrown) {
      const { reason, hint } = troubleOf(thrown);
      runTrouble = thrown === undefined ? null : { what: reason, hint };
      revise();
    },
    close: watchers.close,
  };
}

/** Working, although nothing of ours is under way. */
function isElsewhere({ state }: Status): boolean {
  return state === 'working';
}
