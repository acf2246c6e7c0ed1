import { access } from 'node:fs/promises';
import { createSecrets } from '../../settings/secrets.ts';
import type { Settings } from '../../settings/settings.ts';
import { loadSettings, settingsFile } from '../../settings/store.ts';
import { sleep, systemChance } from '../../support/clock.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Agent } from '../agent-contract.ts';
import { agentOf } from '../agent.ts';
import type { Engine } from '../engine.ts';
import { openEngine } from '../open-engine.ts';
import { troubleOf } from '../trouble.ts';
import { openDesks, type EngineDesks } from './engine-desks.ts';
import type { HostState } from './host-contract.ts';
import type { HostParts, SampleInUse } from './host-parts.ts';

/** A shop that is set up, with everything of it open. */
export interface OpenedHome {
  readonly settings: Settings;
  readonly engine: Engine;
  readonly agent: Agent;
  readonly desks: EngineDesks;
}

/** Keeps one home folder open, whatever becomes of its settings. */
export interface HomeKeeper {
  /** Undefined before the shop is set up, and where it cannot be opened. */
  opened(): OpenedHome | undefined;
  /** As they stand in the file, also where what is open goes by older ones; null where there are none, or bad ones. */
  settings(): Settings | null;
  /** Says that the file holds these now. */
  noteSaved(settings: Settings): void;
  /** Whether there are settings, good or bad. */
  isSetUp(): boolean;
  /** Why it cannot be opened. */
  trouble(): HostState['trouble'];
  environment(): HostParts['environment'];
  secrets(): ReturnType<typeof createSecrets>;
  /** Opens it as its files are now, and closes what was open before once nobody works with it. Never throws: trouble is kept. */
  reopen(): Promise<void>;
  /** Makes the invented shop's home. Throws a `TillbridgeError` where there is a shop, or no invented one to be had. */
  makeSample(): Promise<void>;
  close(): Promise<void>;
}

type Holding = OpenedHome & { readonly close: () => Promise<void> };

/** The keeper of one home folder; nothing is open before its first `reopen`. */
export function createHomeKeeper(parts: HostParts): HomeKeeper {
  const { home, now, sample, keychain } = parts;
  let holding: Holding | undefined;
  let saved: Settings | null = null;
  let isSetUp = false;
  let trouble: HostState['trouble'] = null;
  let inUse: SampleInUse | undefined;
  let turn: Promise<void> = Promise.resolve();

  const environment = () => ({ ...parts.environment, ...inUse?.secrets });
  const chosenKeychain = keychain ? { keychain } : {};

  async function opening(): Promise<Holding> {
    saved = await loadSettings(home);
    inUse ??= await sample?.resume(home);
    // The sample's destinations may be at another address than before.
    const settings = (saved = inUse ? await loadSettings(home) : saved);
    const engine = await openEngine({
      home,
      settings,
      environment: environment(),
      now,
      sleep: parts.sleep ?? sleep,
      random: parts.random ?? systemChance,
      ...chosenKeychain,
      listAddress: () => listAddressOf(parts.staffDoor),
    });
    const held = holdWhileInUse(agentOf(engine));
    return { settings, engine, agent: held.agent, desks: openDesks(engine), close: held.close };
  }

  async function reopen(): Promise<void> {
    isSetUp = await access(settingsFile(home)).then(
      () => true,
      () => false,
    );
    const before = holding;
    saved = null;
    try {
      // What was open stays so until the next is: nobody finds the door shut in between.
      holding = isSetUp ? await opening() : undefined;
      trouble = null;
    } catch (error) {
      const { reason, hint } = troubleOf(error);
      holding = undefined;
      trouble = { what: reason, hint };
    }
    await before?.close();
  }

  /** One after the other: an opening is never met by another. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  return {
    opened: () => holding,
    settings: () => saved,
    noteSaved(settings) {
      saved = settings;
      isSetUp = true;
    },
    isSetUp: () => isSetUp,
    trouble: () => trouble,
    environment,
    secrets: () => createSecrets({ home, environment: environment(), ...chosenKeychain }),
    reopen: () => inTurn(reopen),
    makeSample: () =>
      inTurn(async () => {
        if (isSetUp) {
          throw new TillbridgeError('settings', 'making the sample shop: this folder holds a shop already', {
            hint: 'Open Tillbridge with another folder to try the sample shop there.',
          });
        }
        if (!sample) {
          throw new TillbridgeError('settings', 'making the sample shop: it does not come with this program', {
            hint: 'Set up your own shop, or try `npm run demo` from the source.',
          });
        }
        inUse = await sample.make(home);
        await reopen();
      }),
    close: () =>
      inTurn(async () => {
        const before = holding;
        holding = undefined;
        await before?.close();
        await inUse?.close();
      }),
  };
}

function listAddressOf(door: HostParts['staffDoor']): string | null {
  const [address] = door?.network()?.addresses ?? [];
  return address === undefined ? null : new URL('/problems', address).href;
}

/** An agent that is closed only when nobody waits for an answer of it any more. */
function holdWhileInUse(agent: Agent): { readonly agent: Agent; readonly close: () => Promise<void> } {
  const waiting = new Set<Promise<unknown>>();
  const held =
    <Given extends unknown[], Answer>(work: (...given: Given) => Promise<Answer>) =>
    (...given: Given): Promise<Answer> => {
      const answer = work(...given);
      const done = answer.catch(() => undefined).finally(() => waiting.delete(done));
      waiting.add(done);
      return answer;
    };
  return {
    agent: {
      ...agent,
      preview: held(agent.preview),
      sync: held(agent.sync),
      check: held(agent.check),
      recheck: held(agent.recheck),
      find: held(agent.find),
      stock: { ...agent.stock, mend: held(agent.stock.mend) },
      reports: {
        ...agent.reports,
        sendDue: held(agent.reports.sendDue),
        sendNow: held(agent.reports.sendNow),
      },
    },
    async close() {
      await Promise.all(waiting);
      await agent.close();
    },
  };
}
