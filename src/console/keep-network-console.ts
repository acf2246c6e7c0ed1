import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';
import { keptPinHash } from './kept-pin.ts';
import { openConsole, type Console, type ConsoleOptions } from './open-console.ts';
import { networkNames, ownNetwork } from './own-network.ts';

/** What the settings say of the console. */
export interface ConsoleWish {
  readonly network: boolean;
  readonly port: number;
  readonly names: readonly string[];
}

/** How the shop's other computers reach it: addresses, and the fingerprint to compare once. */
export interface Reach {
  readonly addresses: readonly string[];
  readonly fingerprint: string;
}

/** What is kept open, and for whom. */
export interface NetworkConsoleParts {
  readonly home: string;
  readonly renderer: string;
  readonly api: ConsoleOptions['api'];
  readonly now: Clock;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** What the settings say now; undefined before the shop is set up. */
  readonly wish: () => ConsoleWish | undefined;
  /** How often the settings are looked at, in milliseconds. */
  readonly lookEvery?: number;
}

/** The door for the shop's other tills, open as long as the owner wants it. */
export interface NetworkConsole {
  /** Null while it is closed. */
  reach(): Reach | null;
  close(): Promise<void>;
}

/** A port that was taken is tried again after so long. */
const tryAgainAfter = 60_000;

/**
 * Follows the settings, for whoever runs without a terminal: opens the console for the shop's network when the owner
 * wants it, closes it when not, and opens it anew where its port or this computer's addresses have changed. Where it
 * cannot be opened, the log says why, and it is tried again.
 */
export function keepNetworkConsole(parts: NetworkConsoleParts): NetworkConsole {
  const { home, now, log, lookEvery = 2000 } = parts;
  let opened: { readonly key: string; readonly console: Console; readonly reach: Reach } | undefined;
  let failed: { readonly key: string | undefined; readonly at: number } | undefined;
  let isEnding = false;
  let looking: Promise<void> | undefined;

  async function open(port: number, names: readonly string[], key: string): Promise<void> {
    const network = await ownNetwork(home, names, now);
    const { api, renderer } = parts;
    const console = await openConsole({ api, renderer, now, port, network, pinHash: () => keptPinHash(home), log });
    const taken = new URL(console.address).port;
    const addresses = names.map((name) => `https://${name}:${taken}/`);
    opened = { key, console, reach: { addresses, fingerprint: network.certificate.fingerprint } };
    log.info('the console is open for the shop’s network', { port: Number(taken) });
  }

  async function shut(): Promise<void> {
    const was = opened;
    opened = undefined;
    await was?.console.close();
  }

  async function look(): Promise<void> {
    const wish = isEnding ? undefined : parts.wish();
    const names = wish?.network ? networkNames(wish.names) : [];
    const key = wish?.network ? JSON.stringify([wish.port, names]) : undefined;
    if (opened && opened.key !== key) await shut();
    if (!wish || key === undefined || opened) return;
    if (failed?.key === key && now() - failed.at < tryAgainAfter) return;
    try {
      await open(wish.port, names, key);
      failed = undefined;
    } catch (thrown) {
      note(key, thrown);
    }
  }

  /** Once for each wish, however often it is tried. */
  function note(key: string | undefined, thrown: unknown): void {
    if (!failed || failed.key !== key) log.error('the console did not open for the shop’s network', thrown);
    failed = { key, at: now() };
  }

  const lookOnce = (): void => {
    // Also what asking this computer for its addresses throws is no reason to end the engine with it.
    looking ??= look()
      .catch((thrown: unknown) => note(undefined, thrown))
      .finally(() => (looking = undefined));
  };
  lookOnce();
  const timer = setInterval(lookOnce, lookEvery);

  return {
    reach: () => opened?.reach ?? null,
    async close() {
      clearInterval(timer);
      isEnding = true;
      await looking;
      await shut();
    },
  };
}
