import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeSampleHome, sampleProfile } from '../../src/cli/demo/home.ts';
import { buildSqliteShop } from '../../src/cli/demo/sqlite-till.ts';
import { createSampleShop } from '../../src/sandbox/shop/shop.ts';

/** A home folder of a small sample shop on a SQLite till, which feeds a GenieAI at this address. Answers the till's file. */
export async function sampleHome(home: string, baseUrl: string): Promise<string> {
  mkdirSync(home, { recursive: true });
  const file = join(home, 'till.db');
  const shop = createSampleShop({ size: 300 });
  await buildSqliteShop(file, shop, () => undefined);
  const till = { kind: 'sqlite', file: 'till.db', profile: sampleProfile } as const;
  await makeSampleHome(home, {
    name: shop.name,
    till,
    destination: { kind: 'genieai', baseUrl, requestsPerMinute: null },
  });
  return file;
}
