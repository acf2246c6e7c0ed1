import path from 'node:path';
import { createSampleShop } from '../../sandbox/shop/shop.ts';
import { makeSampleHome, sampleProfile } from '../demo/home.ts';
import { buildSqliteShop } from '../demo/sqlite-till.ts';
import type { Door } from '../door.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { InitOptions } from './answers.ts';
import { refuseOccupiedHome } from './set-up.ts';
import { mkdir, rm } from 'node:fs/promises';

/** Makes a home of the sample shop: a SQLite till of its own, and a folder that takes the records, so that every command can be tried. */
export async function setUpSample(door: Door, { force = false, baseUrl }: InitOptions): Promise<ExitCode> {
  const home = door.home();
  const { screen } = door;
  await refuseOccupiedHome(home, force);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const shop = createSampleShop();
  const file = path.join(home, 'till.db');
  await rm(file, { force: true });
  screen.say(`Building the till of ${shop.name} …`);
  await buildSqliteShop(file, shop, (rows) => screen.live([`  ${rows} rows`]));
  screen.live([]);
  await makeSampleHome(home, {
    name: shop.name,
    till: { kind: 'sqlite', file: 'till.db', profile: sampleProfile },
    // Only a destination with rules finds anything to mend; without one at hand, a folder shows the rest.
    destination:
      typeof baseUrl === 'string'
        ? { kind: 'genieai', baseUrl }
        : { kind: 'folder', directory: path.join(home, 'out') },
  });
  screen.say(
    `The sample shop stands in ${home}.`,
    'Next: tillbridge preview, then tillbridge sync, with the same --home.',
  );
  screen.answer({ home, sample: true });
  return exitCodes.completed;
}
