import type { ReadyUpdate, UpdateSource } from './update-source.ts';
import { keepData } from './kept-data.ts';
import { readUpdateRecord, writeUpdateRecord } from './update-record.ts';

/** Keeps the app up to date. */
export interface Updates {
  /** A version that waits for a person's word. */
  waiting(): string | undefined;
  /** How it stands: installs what is ready where the agent has been idle for a while and nobody looks at a window. */
  consider(stands: { readonly isIdle: boolean; readonly isOpen: boolean }): void;
  /** A person's word: installs now, or not at all where the agent is at work. */
  installNow(): Promise<void>;
  close(): void;
}

/** What updates are kept with. */
export interface UpdateParts {
  readonly source: UpdateSource;
  readonly home: string;
  readonly version: string;
  readonly ticks: () => number;
  /** Whether versions are to be looked for: a person may say no. */
  readonly isWanted: () => boolean;
  /** Ends the engine, so that nobody has the database open. */
  readonly stopEngine: () => Promise<void>;
  readonly startEngine: () => void;
  /** A version lies ready. */
  readonly onReady: (update: ReadyUpdate) => void;
  /** Nothing was installed: the data could not be kept, or the installer did not start (nothing is thrown then). */
  readonly onFailed: (thrown: unknown) => void;
}

const firstLook = 3 * 60_000;
const lookEvery = 6 * 60 * 60_000;

/** Idle for so long, between two runs and with nothing of a person's under way. */
const idleFor = 2 * 60_000;

/** An installer that starts has ended the app long before. */
const installerStartsWithin = 3 * 60_000;

/** Looks for versions from time to time, and installs them at a good moment. */
export function keepUpdated(parts: UpdateParts): Updates {
  const { source, home, version, ticks } = parts;
  let ready: ReadyUpdate | undefined;
  let idleSince: number | undefined;
  let isInstalling = false;
  let timer = setTimeout(look, firstLook);
  /** When the installer was started. */
  let startedAt: number | undefined;

  function look(): void {
    timer = setTimeout(look, lookEvery);
    if (!parts.isWanted()) return;
    void (async () => {
      const found = await source.look();
      // One that was rolled back is not tried again.
      if (!found || found.version === ready?.version || readUpdateRecord(home)?.to === found.version) return;
      ready = found;
      parts.onReady(found);
    })();
  }

  async function install(update: ReadyUpdate): Promise<void> {
    if (isInstalling) return;
    isInstalling = true;
    await parts.stopEngine();
    try {
      await keepData(home);
      writeUpdateRecord(home, { from: version, to: update.version, starts: 0, isRolledBack: false });
      startedAt = ticks();
      source.install();
    } catch (thrown) {
      goOn(thrown);
    }
  }

  /** The old version goes on as if nothing had been; the next look, hours from now, finds the new one again. */
  function goOn(thrown: unknown): void {
    isInstalling = false;
    startedAt = undefined;
    ready = undefined;
    if (readUpdateRecord(home)) writeUpdateRecord(home, undefined);
    parts.startEngine();
    parts.onFailed(thrown);
  }

  return {
    waiting: () => ready?.version,
    consider({ isIdle, isOpen }) {
      if (startedAt !== undefined && ticks() - startedAt >= installerStartsWithin) goOn(undefined);
      idleSince = isIdle ? (idleSince ?? ticks()) : undefined;
      if (!ready || ready.asksSomebody || isOpen || idleSince === undefined) return;
      if (ticks() - idleSince >= idleFor) void install(ready);
    },
    async installNow() {
      if (ready && idleSince !== undefined) await install(ready);
    },
    close: () => clearTimeout(timer),
  };
}
