import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import type { Keychain } from '../../../src/settings/keychain.ts';
import { createHost } from '../../../src/sync/host/create-host.ts';
import type { Host, HostState } from '../../../src/sync/host/host-contract.ts';
import type { HostParts } from '../../../src/sync/host/host-parts.ts';
import { apiKey, websiteKey, type ShopHome } from '../shop-home.ts';

/** The environment in which the sandboxes' keys stand. */
export const withKeys = { TILLBRIDGE_SECRET_GENIEAI: apiKey, TILLBRIDGE_SECRET_SQUARESPACE: websiteKey };

/** A keychain that forgets everything with the test. */
export function memoryKeychain(): Keychain {
  const kept = new Map<string, string>();
  return {
    read: async (account) => kept.get(account),
    write: async (account, secret) => void kept.set(account, secret),
    remove: async (account) => kept.delete(account),
  };
}

/** Opens a host on a home; it is closed with the test. The clock is the machine's where nothing is said. */
export async function openHost(home: string, parts: Partial<HostParts> = {}): Promise<Host> {
  const host = await createHost({
    home,
    environment: withKeys,
    now: () => Date.now(),
    keychain: memoryKeychain(),
    ...parts,
  });
  onTestFinished(() => host.close());
  return host;
}

/** The same on a shop's home, by the shop's clock. */
export function openShop(shop: Pick<ShopHome, 'home' | 'clock'>, parts: Partial<HostParts> = {}): Promise<Host> {
  return openHost(shop.home, { now: () => shop.clock.now, ...parts });
}

/** Waits until the state is as it should be, and answers it; fails after so many milliseconds. */
export async function stateWhere(host: Host, is: (state: HostState) => boolean, within = 30_000): Promise<HostState> {
  const patience = AbortSignal.timeout(within);
  for await (const state of host.watch(patience)) if (is(state)) return state;
  return expect.fail(`it did not come to that: ${JSON.stringify(host.state())}`);
}

/** Runs once to its end. */
export async function syncOnce(host: Host, options: Parameters<Host['sync']>[0] = {}): Promise<HostState> {
  host.sync(options);
  return stateWhere(host, ({ underway }) => underway === null);
}

/** A sleep that ends when the test says so; it tells how long each was to be. */
export function handSleep() {
  const naps: number[] = [];
  let wakeUp: (() => void) | undefined;
  return {
    naps,
    sleep: (milliseconds: number, signal: AbortSignal) => {
      naps.push(milliseconds);
      return new Promise<void>((resolve, reject) => {
        wakeUp = resolve;
        signal.addEventListener('abort', () => reject(new Error('woken')), { once: true });
      });
    },
    /** Ends the nap, and waits until whatever follows has begun. */
    async wakeUp() {
      wakeUp?.();
      await delay(20);
    },
  };
}
