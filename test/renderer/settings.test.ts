import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Settings } from '../../src/settings/settings.ts';
import { openApp } from './open-app.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

test('what is wrong is said at its field, nothing is saved until it is right, and then it is used', async () => {
  const app = await openApp();
  const page = await app.page({ path: '/settings/schedule' });
  const minutes = page.getByLabel('Minutes between two runs');
  await minutes.fill('0');
  await page.getByText('At least 1.').waitFor();
  await press(page, 'Save the settings');
  await page.getByText('Nothing was saved.').waitFor();
  expect(app.host.desk.settings()?.schedule.everyMinutes).toBe(15);
  await minutes.fill('20');
  await press(page, 'Save the settings');
  await page.getByText('Saved. The next run goes by it.').waitFor();
  expect(app.host.desk.settings()?.schedule.everyMinutes).toBe(20);
  await page.reload();
  await expect.poll(() => minutes.inputValue()).toBe('20');
  await expect.poll(() => page.getByText('There are changes that are not saved.').count()).toBe(0);
}, 90_000);

test('leaving with changes that are not saved asks, by link, key and word alike', async () => {
  const app = await openApp();
  const page = await app.page({ path: '/settings/shop' });
  await page.getByLabel('Name of the shop').fill('Another name');
  // The other parts of the settings are the same screen.
  await page.getByRole('link', { name: 'Guards', exact: true }).click();
  await page.getByRole('heading', { name: 'Guards' }).waitFor();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await press(page, 'Stay here');
  expect(new URL(page.url()).pathname).toBe('/settings/guards');
  await page.locator('h3').first().click();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await press(page, 'Leave without saving');
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  expect(app.host.desk.settings()?.shop.name).not.toBe('Another name');
  expect(app.complaints).toEqual([]);
}, 90_000);

test('a destination is added, its key goes in and never comes out, and its test says what is wrong', async () => {
  const app = await openApp();
  const page = await app.page({ path: '/settings/destinations' });
  await press(page, 'Add GenieAI');
  const added = page.getByRole('region', { name: 'GenieAI (genieai-2)' });
  await added.getByLabel('Address', { exact: true }).fill(app.shop.sandbox.url);
  await added.getByLabel('Key for GenieAI').fill('not-the-key-8417');
  await added.getByRole('button', { name: 'Keep it on this computer' }).click();
  await added.getByText('One is kept on this computer.').waitFor();
  await added.getByRole('button', { name: 'Test this connection' }).click();
  await added.getByText('It does not work yet.').waitFor();
  expect(await page.content()).not.toContain('not-the-key-8417');
  await press(page, 'Save the settings');
  await page.getByText('Saved. The next run goes by it.').waitFor();
  const file = readFileSync(join(app.home, 'settings.json'), 'utf8');
  expect((JSON.parse(file) as Settings).destinations.map(({ id }) => id)).toEqual([
    'genieai',
    'squarespace',
    'genieai-2',
  ]);
  expect(file).not.toContain('not-the-key-8417');
}, 90_000);

test('a field is fed from another column: what stands there shows at once, and the next run reads it', async () => {
  const app = await openApp();
  const page = await app.page({ path: '/settings/till' });
  const table = page.getByRole('table', { name: 'Customers' });
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Town' }) });
  const counties = new Set(app.tillRows('SELECT COUNTY FROM CUST').map(({ COUNTY }) => String(COUNTY).trim()));
  const stands = async () => (await row.getByRole('cell').nth(1).innerText()).split(' · ');
  await expect.poll(stands).not.toEqual(['']);
  expect((await stands()).every((each) => counties.has(each))).toBe(false);
  await row.getByRole('combobox').click();
  await page.getByRole('option', { name: /^COUNTY/ }).click();
  const areCounties = async () => (await stands()).every((each) => counties.has(each));
  await expect.poll(areCounties).toBe(true);
  await press(page, 'Save the settings');
  await page.getByText('Saved. The next run goes by it.').waitFor();
  expect((await app.host.desk.profile())?.customer?.select).toContain('C.COUNTY AS "town"');
}, 90_000);

test('every part can be used by everybody, light and dark, wide and narrow', async () => {
  const app = await openApp();
  const parts = [
    'shop',
    'till',
    'destinations',
    'people',
    'website',
    'schedule',
    'guards',
    'reports',
    'notices',
    'privacy',
    'console',
  ];
  const found: string[] = [];
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 390],
  ] as const) {
    const page = await app.page({ scheme, width });
    for (const part of parts) {
      await page.goto(new URL(`/settings/${part}`, app.console.address).href);
      await page.getByRole('heading', { level: 3 }).first().waitFor();
      await page.waitForTimeout(400);
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, nodes: [node] }) => `${part} ${scheme}: ${id} ${node?.target.join(' ')}`));
      if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
        found.push(`${part} ${width}: scrolls sideways`);
    }
  }
  expect(found).toEqual([]);
  expect(app.complaints).toEqual([]);
}, 180_000);
