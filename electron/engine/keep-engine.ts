import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { livedLongEnough, restartAfter } from './back-off.ts';
import type { ToEngine } from './messages.ts';

/** How the engine's process does. `down` has died by itself and is started again; `ending` was told to, and `ended` is gone. */
export type EngineLife = 'starting' | 'up' | 'down' | 'ending' | 'ended';

/** The engine's process, kept alive. */
export interface EngineKeeper {
  life(): EngineLife;
  /** A new line to the engine; what is said on it before the engine is up is heard when it is. */
  connect(): MessagePortMain;
  start(): void;
  /** Ends it at its next commit; resolves when the process is gone. `start` brings it back. */
  stop(): Promise<void>;
}

/** What the engine's process is started with. */
export interface EngineParts {
  /** The built `engine.js`. */
  readonly script: string;
  readonly home: string;
  /** Milliseconds of a clock that never goes back. */
  readonly ticks: () => number;
  readonly onLife: (life: EngineLife) => void;
}

/** A till's computer has other work to do: the engine gets the same bounds as on the command line. */
const modest = ['--max-semi-space-size=16', '--max-old-space-size=512'];

/** A run ends at its next commit, which is seconds away; whatever takes longer is not worth a computer that does not shut down. */
const closesWithin = 20_000;

/** Keeps one engine process for as long as the app wants it. */
export function keepEngine({ script, home, ticks, onLife }: EngineParts): EngineKeeper {
  let life: EngineLife = 'ended';
  let child: UtilityProcess | undefined;
  const waiting: MessagePortMain[] = [];
  let deaths = 0;
  let restart: NodeJS.Timeout | undefined;
  let ended = Promise.withResolvers<void>();

  function become(next: EngineLife): void {
    life = next;
    onLife(next);
  }

  function hand(port: MessagePortMain): void {
    child?.postMessage('port' satisfies ToEngine, [port]);
  }

  function start(): void {
    clearTimeout(restart);
    if (child) return;
    const startedAt = ticks();
    ended = Promise.withResolvers<void>();
    const mine = utilityProcess.fork(script, [home], { serviceName: 'Tillbridge engine', execArgv: modest });
    child = mine;
    mine.on('message', (said: unknown) => {
      if (said !== 'ready' || child !== mine) return;
      for (const port of waiting.splice(0)) hand(port);
      become('up');
    });
    mine.once('exit', () => {
      child = undefined;
      for (const port of waiting.splice(0)) port.close();
      ended.resolve();
      if (life === 'ending') {
        become('ended');
        return;
      }
      deaths = ticks() - startedAt > livedLongEnough ? 1 : deaths + 1;
      restart = setTimeout(start, restartAfter(deaths));
      become('down');
    });
    become('starting');
  }

  return {
    life: () => life,
    connect() {
      const { port1, port2 } = new MessageChannelMain();
      if (life === 'up') hand(port2);
      else if (life === 'starting') waiting.push(port2);
      else port2.close();
      return port1;
    },
    start,
    async stop() {
      clearTimeout(restart);
      const mine = child;
      if (!mine) {
        become('ended');
        return;
      }
      // Told once is enough: told again, it would be killed in the midst of closing.
      if (life === 'ending') return ended.promise;
      const wasUp = life === 'up';
      become('ending');
      // One that is not up yet has nothing under way, and may not hear us.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a process, which has no origin
      if (wasUp) mine.postMessage('close' satisfies ToEngine);
      else mine.kill();
      const late = setTimeout(() => mine.kill(), closesWithin);
      await ended.promise;
      clearTimeout(late);
    },
  };
}
