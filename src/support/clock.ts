import { setTimeout as delay } from 'node:timers/promises';

/** Epoch milliseconds. The only place that asks the machine for the time; everything else is handed a `Clock`. */
export type Clock = () => number;

/** The machine's own clock. */
export const systemClock: Clock = () => Date.now();

/** Resolves after the time, or rejects with the signal's reason as soon as it is aborted. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal });
}

/** 0 ≤ x < 1. */
export type Chance = () => number;

/** The machine's own chance. The only place that asks for it; everything else is handed a `Chance`. */
export const systemChance: Chance = () => Math.random();

/** Milliseconds since the process began, for telling how long something took: never set back, as the machine's clock may be. */
export const systemTicks: Clock = () => performance.now();
