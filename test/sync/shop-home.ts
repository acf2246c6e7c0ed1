import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createBulkWriter } from '../../src/database/bulk-writer.ts';
import { startGenieaiSandbox, type GenieaiSandbox } from '../../src/sandbox/genieai/start-genieai-sandbox.ts';
import { sampleShopProfile } from '../../src/sandbox/shop/profile.ts';
import { createSampleShop, type SampleShop } from '../../src/sandbox/shop/shop.ts';
import { writeShop } from '../../src/sandbox/shop/write-shop.ts';
import { parseSettings, saveSettings } from '../../src/settings/store.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { systemClock } from '../../src/support/clock.ts';
import { createAgent } from '../../src/sync/agent.ts';
import type { Agent, RunOptions, RunReport } from '../../src/sync/agent-contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A home folder with the sample shop as its till and a GenieAI sandbox as its destination, and whatever a test does to them. */
export interface ShopHome {
  readonly home: string;
  readonly tillFile: string;
  readonly shop: SampleShop;
  readonly sandbox: GenieaiSandbox;
  readonly settings: Settings;
  /** What the clock shows, in epoch milliseconds; a test may move it. */
  readonly clock: { now: number };
  /** Opens the agent, for one piece of work. */
  with<T>(work: (agent: Agent) => Promise<T>): Promise<T>;
  sync(options?: Partial<RunOptions>): Promise<RunReport>;
  /** Statements in the till's own database, as its program would run them. */
  till(...statements: readonly string[]): void;
}

/** How to make one. */
export interface ShopHomeParts {
  readonly size?: number;
  readonly settings?: Record<string, unknown>;
  /** The machine's own clock, for tests with processes of their own; else one that stands until it is moved. */
  readonly realTime?: boolean;
}

/** The key that the sandbox wants. */
export const apiKey = 'sandbox-key';

/** Makes a home folder; everything of it ends with the test. */
export async function shopHome({
  size = 300,
  settings: extra = {},
  realTime = false,
}: ShopHomeParts = {}): Promise<ShopHome> {
  const home = temporaryFolder();
  const shop = createSampleShop({ size, asOf: '2026-11-20' });
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
  const settings = parseSettings(
    {
      shop: { name: shop.name, country: 'GB', timeZone: 'Europe/London', currency: 'GBP' },
      till: { kind: 'sqlite', file: 'till.sqlite', profile: 'profile.json' },
      destinations: [{ id: 'genieai', kind: 'genieai', baseUrl: sandbox.url, requestsPerMinute: null }],
      ...extra,
    },
    'the test',
  );
  await saveSettings(home, settings);
  const environment = { TILLBRIDGE_SECRET_GENIEAI: apiKey };

  /** Waiting is only a matter of moving the clock on. */
  async function moveOn(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    clock.now += milliseconds;
  }

  async function withAgent<T>(work: (agent: Agent) => Promise<T>): Promise<T> {
    const agent = await createAgent({
      home,
      settings,
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
