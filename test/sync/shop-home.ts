import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createBulkWriter } from '../../src/database/bulk-writer.ts';
import { startGenieaiSandbox, type GenieaiSandbox } from '../../src/sandbox/genieai/start-genieai-sandbox.ts';
import { sampleShopProfile } from '../../src/sandbox/shop/profile.ts';
import { createSampleShop, type SampleShop } from '../../src/sandbox/shop/shop.ts';
import { createSampleWebsite, type SampleWebsite } from '../../src/sandbox/shop/website/website.ts';
import { writeShop } from '../../src/sandbox/shop/write-shop.ts';
import {
  startSquarespaceSandbox,
  type SquarespaceOptions,
  type SquarespaceSandbox,
} from '../../src/sandbox/squarespace/start-squarespace-sandbox.ts';
import { parseSettings, saveSettings } from '../../src/settings/store.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { systemClock } from '../../src/support/clock.ts';
import { createAgent } from '../../src/sync/agent.ts';
import type { Agent, RunOptions, RunReport } from '../../src/sync/agent-contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The sample shop's website, with what is to be found out about it. */
export interface ShopWebsite {
  readonly sandbox: SquarespaceSandbox;
  readonly sample: SampleWebsite;
}

/** A home folder with the sample shop as its till and a GenieAI sandbox as its destination, and whatever a test does to them. */
export interface ShopHome {
  readonly home: string;
  readonly tillFile: string;
  readonly shop: SampleShop;
  readonly sandbox: GenieaiSandbox;
  /** Throws where none was asked for. */
  readonly website: ShopWebsite;
  readonly settings: Settings;
  /** What the clock shows, in epoch milliseconds; a test may move it. */
  readonly clock: { now: number };
  /** Opens the agent, for one piece of work; by other destinations than its own, where some are given. */
  with<T>(work: (agent: Agent) => Promise<T>, destinations?: Settings['destinations']): Promise<T>;
  sync(options?: Partial<RunOptions>): Promise<RunReport>;
  /** Statements in the till's own database, as its program would run them. */
  till(...statements: readonly string[]): void;
}

/** How to make one. */
export interface ShopHomeParts {
  readonly size?: number;
  readonly settings?: Record<string, unknown>;
  /** A Squarespace site with the shop's website, and whatever is to be other than usual about it. */
  readonly website?: true | Partial<SquarespaceOptions>;
  /** The machine's own clock, for tests with processes of their own; else one that stands until it is moved. */
  readonly realTime?: boolean;
}

/** The key that the sandbox wants. */
export const apiKey = 'sandbox-key';

/** The key that the website wants. */
export const websiteKey = 'website-key';

/** Makes a home folder; everything of it ends with the test. */
export async function shopHome({
  size = 300,
  settings: extra = {},
  website: wanted,
  realTime = false,
}: ShopHomeParts = {}): Promise<ShopHome> {
  const home = temporaryFolder();
  const plainShop = createSampleShop({ size, asOf: '2026-11-20' });
  const sample = wanted && createSampleWebsite(plainShop);
  const shop = sample?.till ?? plainShop;
  const tillFile = join(home, 'till.sqlite');
  const writer = createBulkWriter(tillFile);
  writeShop(shop, 'sqlite', writer);
  writer.finish();
  writeFileSync(join(home, 'profile.json'), JSON.stringify(sampleShopProfile));
  const clock = { now: Date.parse('2026-11-20T18:00:00Z') };
  const now = realTime ? systemClock : () => clock.now;
  const sandbox = await startGenieaiSandbox({
    apiKey,
    now,
    limits: { requestsPerMinute: null },
  });
  onTestFinished(() => sandbox.close());
  const site =
    sample &&
    (await startSquarespaceSandbox({
      apiKey: websiteKey,
      now,
      content: sample.content(),
      limits: { requestsPerMinute: null },
      ...(wanted === true ? {} : wanted),
    }));
  if (site) onTestFinished(() => site.close());
  const destinations = [
    { id: 'genieai', kind: 'genieai', baseUrl: sandbox.url, requestsPerMinute: null },
    ...(site ? [{ id: 'squarespace', kind: 'squarespace', baseUrl: site.url, requestsPerMinute: null }] : []),
  ];
  const settings = parseSettings(
    {
      shop: { name: shop.name, country: 'GB', timeZone: 'Europe/London', currency: 'GBP' },
      till: { kind: 'sqlite', file: 'till.sqlite', profile: 'profile.json' },
      destinations,
      ...extra,
    },
    'the test',
  );
  await saveSettings(home, settings);
  const environment = { TILLBRIDGE_SECRET_GENIEAI: apiKey, TILLBRIDGE_SECRET_SQUARESPACE: websiteKey };

  /** Waiting is only a matter of moving the clock on. */
  async function moveOn(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    clock.now += milliseconds;
  }

  async function withAgent<T>(
    work: (agent: Agent) => Promise<T>,
    to: Settings['destinations'] = settings.destinations,
  ): Promise<T> {
    const agent = await createAgent({
      home,
      settings: { ...settings, destinations: to },
      environment,
      now,
      ...(realTime ? {} : { sleep: moveOn }),
      random: () => 0.5,
    });
    try {
      return await work(agent);
    } finally {
      await agent.close();
    }
  }

  return {
    home,
    tillFile,
    shop,
    sandbox,
    get website() {
      if (!site || !sample) throw new Error('this home has no website');
      return { sandbox: site, sample };
    },
    settings,
    clock,
    with: withAgent,
    sync(options = {}) {
      clock.now += 1000;
      return withAgent((agent) => agent.sync({ signal: new AbortController().signal, ...options }));
    },
    till(...statements) {
      const edit = createBulkWriter(tillFile);
      for (const statement of statements) edit.run(statement);
      edit.finish();
    },
  };
}
