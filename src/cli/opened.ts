import type { Settings } from '../settings/settings.ts';
import { loadSettings } from '../settings/store.ts';
import { createWords, type Words } from '../support/words.ts';
import type { Agent } from '../sync/agent-contract.ts';
import { createAgent } from '../sync/agent.ts';
import type { Door } from './door.ts';

/** A home folder with its engine running. */
export interface Opened {
  readonly agent: Agent;
  readonly settings: Settings;
  readonly words: Words;
}

/** Opens the home folder's engine, hands it to the work, and closes it, whatever happens. Throws `TillbridgeError`. */
export async function withAgent<T>(door: Door, work: (opened: Opened) => Promise<T>): Promise<T> {
  const home = door.home();
  const settings = await loadSettings(home);
  const agent = await createAgent({ home, settings, environment: door.environment, now: door.now });
  try {
    return await work({ agent, settings, words: createWords(settings.shop) });
  } finally {
    await agent.close();
  }
}

/** Destinations as people call them, by id. */
export function labelsOf(agent: Agent): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(agent.status().destinations).map(([id, { label }]) => [id, label]));
}
