import { setImmediate as turn } from 'node:timers/promises';
import { instantOf } from '../../model/ids.ts';
import type { Clock } from '../../support/clock.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Progress } from '../agent-contract.ts';
import type { Underway } from './host-contract.ts';

/** What work that is under way is given. */
export interface WorkTools {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** The one thing that a home may have under way. */
export interface UnderwayKeeper {
  now(): Underway | null;
  /** What was heard last, of all that is said of the progress. */
  latest(): Progress | undefined;
  /** Begins the work in the next turn, so that whoever watches hears of it first. Throws `busy` at once where something is under way. */
  begin<T>(what: Underway['what'], work: (tools: WorkTools) => Promise<T>): Promise<T>;
  /** Ends what is under way at its next commit. False where nothing is. */
  cancel(): boolean;
  /** Resolves when nothing is under way, however it ended. */
  idle(): Promise<void>;
}

/** Which words replace each other. */
function partOf(progress: Progress): string {
  switch (progress.stage) {
    case 'read':
      return `read ${progress.source ?? ''} ${progress.kind}`;
    case 'join':
      return 'join';
    case 'check':
      return `check ${progress.kind}`;
    case 'send':
      return `send ${progress.destination}`;
    default:
      return progress satisfies never;
  }
}

/** Keeps what is under way, and tells of every change. */
export function createUnderway({ now, tell }: { readonly now: Clock; readonly tell: () => void }): UnderwayKeeper {
  let current: {
    readonly word: Underway;
    readonly ending: AbortController;
    readonly parts: Map<string, Progress>;
    latest?: Progress;
  } | null = null;
  let ended: Promise<unknown> = Promise.resolve();

  async function run<T>(work: (tools: WorkTools) => Promise<T>, mine: NonNullable<typeof current>): Promise<T> {
    try {
      // Twice, because a message that is written in this turn leaves in the next.
      await turn();
      await turn();
      return await work({
        signal: mine.ending.signal,
        onProgress(progress) {
          mine.parts.set(partOf(progress), progress);
          mine.latest = progress;
          tell();
        },
      });
    } finally {
      current = null;
      tell();
    }
  }

  return {
    now() {
      if (!current) return null;
      const { word, parts, ending } = current;
      return { ...word, progress: [...parts.values()], ending: ending.signal.aborted };
    },
    latest: () => current?.latest,
    begin(what, work) {
      if (current) {
        throw new TillbridgeError(
          'busy',
          `starting a ${what === 'sync' ? 'run' : 'rehearsal'}: something is under way`,
          {
            hint: 'Wait for its end, or end it first.',
          },
        );
      }
      const word: Underway = { what, since: instantOf(now()), progress: [], ending: false };
      current = { word, ending: new AbortController(), parts: new Map() };
      tell();
      const running = run(work, current);
      ended = running.catch(() => undefined);
      return running;
    },
    cancel() {
      if (!current || current.ending.signal.aborted) return current !== null;
      current.ending.abort();
      tell();
      return true;
    },
    async idle() {
      await ended;
    },
  };
}
