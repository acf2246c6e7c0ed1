import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createBulkWriter } from '../../src/database/bulk-writer.ts';
import { sampleShopProfile } from '../../src/sandbox/shop/profile.ts';
import { createSampleShop } from '../../src/sandbox/shop/shop.ts';
import { createSampleWebsite } from '../../src/sandbox/shop/website/website.ts';
import { writeShop } from '../../src/sandbox/shop/write-shop.ts';
import { startSquarespaceSandbox } from '../../src/sandbox/squarespace/start-squarespace-sandbox.ts';
import { systemClock } from '../../src/support/clock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tillbridge, type Ran } from './run-command.ts';

const website = 'TILLBRIDGE_SECRET_SQUARESPACE';

/** A shop with a till and a website, and the options with which a person sets it up. */
async function shopWithWebsite() {
  const folder = temporaryFolder();
  const sample = createSampleWebsite(createSampleShop({ size: 300, asOf: '2026-11-20' }));
  const file = join(folder, 'till.sqlite');
  const writer = createBulkWriter(file);
  writeShop(sample.till, 'sqlite', writer);
  writer.finish();
  const sandbox = await startSquarespaceSandbox({ apiKey: 'right', now: systemClock, content: sample.content() });
  onTestFinished(() => sandbox.close());
  const home = join(folder, 'home');
  const shop = ['--shop-name', 'Harper', '--country', 'GB', '--time-zone', 'Europe/London', '--currency', 'GBP'];
  const profile = join(folder, 'sample.json');
  writeFileSync(profile, JSON.stringify(sampleShopProfile));
  const till = ['--till', 'sqlite', '--file', file, '--profile', profile];
  const crm = ['--destination', 'folder', '--directory', join(folder, 'out')];
  const site = ['--website', 'squarespace', '--website-url', sandbox.url];
  const run = (command: readonly string[], key = 'right'): Promise<Ran> =>
    tillbridge([...command, '--home', home], { environment: { [website]: key } });
  return { home, sandbox, run, set: (key?: string) => run(['init', ...till, ...shop, ...crm, ...site], key) };
}

test('a website is set up with its key tried at once, read with the till, and told of in words of its own', async () => {
  const { home, run, set } = await shopWithWebsite();
  const made = await set();
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toMatch(/ok +Squarespace +.*GBP/);
  expect(JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8'))).toMatchObject({
    destinations: [{ kind: 'folder' }, { id: 'squarespace', kind: 'squarespace' }],
  });
  const synced = await run(['sync']);
  expect(synced.code).toBe(0);
  expect(synced.stdout).toMatch(/Website +Squarespace +\d+ articles +\d+ orders +\d+ customers +read in \d/);
  expect((await run(['sync'])).stdout).toMatch(
    /Website +Squarespace +\d+ articles +\d+ customers +no new orders +read in \d/,
  );
  const preview = await run(['preview']);
  expect(preview.stdout).toMatch(/Squarespace\n.*\n +stock figures .*\n +website prices /);
  const status = await run(['status']);
  expect(status.stdout).toMatch(/Website +Squarespace · \d+ articles · \d+ orders · \d+ customers · read /);
}, 60_000);

test('a key that the website does not take is found out by the set-up, and status says what to do about it', async () => {
  const { run, set } = await shopWithWebsite();
  const made = await set('wrong');
  expect(made.code).toBe(0);
  expect(made.stdout).toMatch(/not ok +Squarespace +.*\n +What to do: .*key/);
  const synced = await run(['sync'], 'wrong');
  expect(synced.code).toBe(2);
  expect(synced.stdout).toMatch(/Website +Squarespace +not read/);
  const status = await run(['status'], 'wrong');
  expect(status.stdout).toMatch(/▲ .*Squarespace.*\n +What to do: .*key/);
}, 60_000);
