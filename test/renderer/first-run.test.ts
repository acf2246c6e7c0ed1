import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { apiKey, shopHome } from '../sync/shop-home.ts';
import { openNewApp } from './open-app.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** What a browser keeps of the wizard. */
const kept = (page: Page) => page.evaluate<string>('JSON.stringify({ ...sessionStorage, ...localStorage })');

test('a shop of one’s own: tried at every step, nothing lost by a reload, nothing sent before it was seen', async () => {
  const shop = await shopHome({ size: 1500, realTime: true });
  const app = await openNewApp({});
  const page = await app.page();
  await press(page, 'Set up my shop');
  await press(page, 'Continue');
  await page.getByText('This is needed.').waitFor();
  await page.getByLabel('Name of the shop').fill('Larkspur & Daughters');
  await press(page, 'Continue');

  await page.getByText('SQLite file').click();
  await page.getByLabel('Database file').fill('/nowhere/till.sqlite');
  await press(page, 'Test this connection');
  await page.getByText('It does not work yet.').waitFor();
  await press(page, 'Continue');
  await page.getByText('Test the connection first').waitFor();
  await page.getByLabel('Database file').fill(shop.tillFile);
  await press(page, 'Test this connection');
  await page.getByText('It works.').waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel('Database file').inputValue()).toBe(shop.tillFile);
  await press(page, 'Continue');

  await page.getByText('1,500 customers').waitFor();
  await page.getByText(/^Newest sale: .*£/).waitFor();
  await press(page, 'Yes, this is my shop');

  await page.getByLabel('GenieAI', { exact: true }).check();
  await page.getByLabel('Address').fill(shop.sandbox.url);
  await page.getByLabel('Key for GenieAI').fill(apiKey);
  await press(page, 'Keep it on this computer');
  await page.getByText('One is kept on this computer.').waitFor();
  await press(page, 'Test this connection');
  await page.getByText('It works.').waitFor();
  expect(await kept(page)).not.toContain(apiKey);
  await press(page, 'Back');
  await page.getByText('1,500 customers').waitFor();
  await press(page, 'Yes, this is my shop');
  await press(page, 'Continue');
  await press(page, 'Continue without a website');

  expect(app.host.state().isSetUp).toBe(false);
  await press(page, /^Save and rehearse/);
  await page.getByText(/[\d,]+ customers would be created/).waitFor({ timeout: 60_000 });
  await page.getByText('It would take less than a minute.').waitFor();
  expect(shop.sandbox.state.contents().contacts).toHaveLength(0);
  expect(readFileSync(join(app.home, 'settings.json'), 'utf8')).not.toContain(apiKey);
  await press(page, /^Send [\d,]+ records now$/);
  await page.getByText('Done. Your shop is connected.').waitFor({ timeout: 60_000 });
  expect(app.host.state().status?.lastRun?.outcome).toBe('completed');
  await press(page, 'Go to Today');
  await page.getByRole('heading', { name: 'Last runs' }).waitFor();
  expect(await kept(page)).not.toContain('tillbridge-first-run');
  expect(app.complaints).toEqual([]);
}, 180_000);
