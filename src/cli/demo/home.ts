import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { sampleShopProfile } from '../../sandbox/shop/profile.ts';
import type { DestinationSettings, Settings, TillSettings } from '../../settings/settings.ts';
import { parseSettings, saveSettings } from '../../settings/store.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { writeFileWhole } from '../../support/write-file.ts';

/** Where the sample shop's profile stands in its home folder. */
export const sampleProfile = 'profile.json';

// By this file, and by nothing else, a folder is known as one of ours that may be thrown away.
const marker = 'this-is-the-demo.txt';

/** An empty folder for a demonstration. One of an earlier demonstration is emptied; any other folder with something in it is refused. */
export async function emptyDemoFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  if (names.length > 0 && !names.includes(marker)) {
    throw new TillbridgeError('settings', `making room for the demonstration: there is something in ${folder}`, {
      hint: 'Name an empty folder with --home.',
    });
  }
  await Promise.all(names.map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
  await writeFileWhole(
    path.join(folder, marker),
    'Made by `tillbridge demo`, which empties this folder at its next start.\n',
  );
}

/** What a home folder of the sample shop is made from. Each destination goes by the name of its kind. */
export interface SampleHomeParts {
  readonly name: string;
  readonly till: TillSettings;
  readonly destination: Omit<DestinationSettings, 'id'>;
  readonly website?: Omit<DestinationSettings, 'id'>;
}

/** Makes a home folder of the sample shop: its settings and its profile. */
export async function makeSampleHome(
  home: string,
  { name, till, destination, website }: SampleHomeParts,
): Promise<Settings> {
  const destinations = website ? [destination, website] : [destination];
  const settings = parseSettings(
    {
      shop: { name, country: 'GB', timeZone: 'Europe/London', currency: 'GBP' },
      till,
      destinations: destinations.map((each) => ({ id: each.kind, ...each })),
    },
    'the sample shop',
  );
  await writeFileWhole(path.join(home, sampleProfile), `${JSON.stringify(sampleShopProfile, undefined, 2)}\n`);
  await saveSettings(home, settings);
  return settings;
}
