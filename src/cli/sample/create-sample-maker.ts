import { access, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createSampleShop } from '../../sandbox/shop/shop.ts';
import { createSampleWebsite } from '../../sandbox/shop/website/website.ts';
import { loadSettings, saveSettings } from '../../settings/store.ts';
import type { Clock } from '../../support/clock.ts';
import { writeFileWhole } from '../../support/write-file.ts';
import type { SampleMaker } from '../../sync/host/host-parts.ts';
import { makeSampleHome, sampleProfile } from '../demo/home.ts';
import { buildSqliteShop } from '../demo/sqlite-till.ts';
import { startSandboxes, websiteFile, type SampleSandboxes } from './start-sandboxes.ts';

// By this file, and by nothing else, a home is known as the invented shop's.
const marker = 'this-is-the-sample-shop.txt';

/** What the invented shop is made with. */
export interface SampleMakerParts {
  readonly now: Clock;
  /** Customers; absent: as many as a real shop has. */
  readonly size?: number;
  /** Starts the destinations; absent: each in a process of its own on this Node. */
  readonly start?: (home: string) => Promise<SampleSandboxes>;
}

/** Makes homes of the invented shop with its till, its website and its CRM, all of them on this computer. */
export function createSampleMaker({ now, size, start = startSandboxes }: SampleMakerParts): SampleMaker {
  return {
    async make(home) {
      await mkdir(home, { recursive: true, mode: 0o700 });
      const asOf = new Date(now()).toISOString().slice(0, 10);
      const sample = createSampleWebsite(createSampleShop({ asOf, ...(size !== undefined && { size }) }));
      const file = path.join(home, 'till.db');
      await rm(file, { force: true });
      await buildSqliteShop(file, sample.till, () => undefined);
      await writeFileWhole(websiteFile(home), JSON.stringify(sample.content()));
      const sandboxes = await start(home);
      const { genieai, squarespace } = sandboxes.urls;
      await writeFileWhole(path.join(home, marker), 'An invented shop, made by Tillbridge for trying things out.\n');
      await makeSampleHome(home, {
        name: sample.till.name,
        till: { kind: 'sqlite', file: 'till.db', profile: sampleProfile },
        destination: { kind: 'genieai', baseUrl: genieai, requestsPerMinute: null },
        website: { kind: 'squarespace', baseUrl: squarespace, requestsPerMinute: null },
      });
      return sandboxes;
    },
    async resume(home) {
      const isOurs = await access(path.join(home, marker)).then(
        () => true,
        () => false,
      );
      if (!isOurs) return undefined;
      const settings = await loadSettings(home);
      const sandboxes = await start(home);
      // They stand at another port every time.
      const urls: Readonly<Record<string, string>> = sandboxes.urls;
      const destinations = settings.destinations.map((each) =>
        urls[each.id] === undefined ? each : { ...each, baseUrl: urls[each.id] },
      );
      await saveSettings(home, { ...settings, destinations });
      return sandboxes;
    },
  };
}
