import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './open-app.ts';

const pathOf = (page: Page) => new URL(page.url()).pathname;
const focused = (page: Page) => page.evaluate<string>('document.activeElement.id || document.activeElement.tagName');
const isWide = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

test('keys lead everywhere: to screens, to the search, to the list of keys, and back', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page();
  await page.getByRole('heading', { level: 2, name: 'Today' }).waitFor();
  for (const [key, path] of [
    ['p', '/problems'],
    ['a', '/activity'],
    ['s', '/settings'],
    ['f', '/find'],
    ['t', '/'],
  ] as const) {
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect.poll(() => pathOf(page)).toBe(path);
  }
  await page.getByRole('heading', { level: 2, name: 'Today' }).waitFor();
  await page.keyboard.press('Shift+?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await keys.waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await expect.poll(() => pathOf(page)).toBe('/find');
  await page.locator('[data-search]').first().waitFor();
  expect(app.complaints).toEqual([]);
}, 120_000);

test('a slash that is made with Shift searches as well', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page({ path: '/problems' });
  await page.locator('[data-search]').first().waitFor();
  await page.evaluate('document.activeElement.blur()');
  await page.evaluate(
    `document.documentElement.dispatchEvent(new KeyboardEvent('keydown', { key: '/', code: 'Digit7', shiftKey: true, bubbles: true }))`,
  );
  await expect.poll(() => page.evaluate('document.activeElement.hasAttribute("data-search")')).toBe(true);
}, 60_000);

test('whoever skips to the content is there, and whoever goes to another screen begins at its top', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page();
  await page.getByRole('heading', { level: 2, name: 'Today' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('content');
  await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).press('Enter');
  await expect.poll(() => pathOf(page)).toBe('/activity');
  await expect.poll(() => focused(page)).toBe('content');
  expect(await page.locator('[aria-current="page"]').allTextContents()).toEqual(['Activity']);
}, 60_000);

test('every screen says in its title which it is', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page();
  const titles: string[] = [];
  for (const name of ['Problems', 'Find', 'Activity', 'Settings', 'Today']) {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await expect.poll(() => page.title()).toMatch(new RegExp(`${name} · Tillbridge$`));
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(5);
}, 60_000);

test('who chooses German reads German from then on, and so does what reads the page out', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page();
  await page.getByRole('button', { name: 'Look and language' }).click();
  await page.getByText('You are here as the owner').waitFor();
  await page.getByRole('radio', { name: 'English', checked: true }).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await page.getByRole('button', { name: 'Jetzt abgleichen' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Jetzt abgleichen' }).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('de');
  await expect.poll(() => page.title()).toContain('Heute · Tillbridge');
}, 60_000);

test('whose computer speaks German is spoken to in German', async () => {
  const app = await openApp();
  const page = await app.page({ language: 'de' });
  await expect.poll(() => page.getByRole('button', { name: 'Jetzt abgleichen' }).count()).toBe(1);
}, 60_000);

test('light or dark as the computer is, until somebody says otherwise', async () => {
  const app = await openApp();
  const page = await app.page({ scheme: 'dark' });
  const scheme = () => page.evaluate('document.documentElement.dataset.mantineColorScheme');
  await expect.poll(scheme).toBe('dark');
  await page.getByRole('button', { name: 'Look and language' }).click();
  await page.getByRole('radio', { name: 'Light' }).click();
  await expect.poll(scheme).toBe('light');
  await page.reload();
  await page.locator('#content').waitFor();
  await expect.poll(scheme).toBe('light');
}, 60_000);

test('a telephone has the screens behind a button, and nothing scrolls sideways', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page({ width: 390, height: 800 });
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.waitFor();
  expect(await menu.getAttribute('aria-expanded')).toBe('false');
  expect(await isWide(page)).toBe(false);
  // What is put away is put away for the keyboard, too.
  await page.evaluate('document.activeElement.blur()');
  const reached: string[] = [];
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate<string>('document.activeElement.textContent'));
  }
  expect(reached).not.toContain('Activity');
  await menu.click();
  await page.getByRole('navigation').getByRole('link', { name: 'Problems' }).click();
  await expect.poll(() => pathOf(page)).toBe('/problems');
  expect(await menu.getAttribute('aria-expanded')).toBe('false');
  expect(await isWide(page)).toBe(false);
}, 60_000);

test('a window at twice its size shows everything without scrolling sideways', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page({ width: 640, height: 450 });
  for (const path of ['/', '/problems', '/find', '/activity', '/settings']) {
    await page.goto(new URL(path, app.console.address).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(300);
    expect([path, await isWide(page)]).toEqual([path, false]);
  }
}, 60_000);

test('a window that has lost touch says so, and stays', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page();
  await page.getByRole('heading', { level: 2, name: 'Today' }).waitFor();
  await app.console.close();
  await page.getByText('This window has lost touch with Tillbridge.').waitFor();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).count()).toBe(1);
}, 60_000);

test('without the internet the screens go on: the engine is on this computer', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page();
  await page.getByRole('heading', { level: 2, name: 'Today' }).waitFor();
  // As browsers say when the line to the world is down.
  await page.evaluate(
    `Object.defineProperty(navigator, 'onLine', { get: () => false }); window.dispatchEvent(new Event('offline'))`,
  );
  await page.getByRole('navigation').getByRole('link', { name: 'Problems' }).click();
  await page.locator('[data-problem]').first().getByRole('link').click();
  await page.getByRole('button', { name: 'Recheck now' }).click();
  await page.getByText('The till still says the same.').waitFor();
  expect(app.complaints).toEqual([]);
}, 60_000);
