import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openApp, openNewApp } from './open-app.ts';

const schemes = ['light', 'dark'] as const;
const widths = [1280, 390] as const;

/** What axe has against a page: a line for each rule, with the first place where it is broken. */
async function complaintsAbout(page: Page, name: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes: [first, ...others] }) =>
    [name, id, first?.target.join(' '), `and ${others.length} more`, first?.failureSummary].join(' · '),
  );
}

/** Whether a page is wider than its window. */
const isWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

test.for(schemes.flatMap((scheme) => widths.map((width) => [scheme, width] as const)))(
  'every screen can be used by everybody: %s, %d wide',
  { timeout: 180_000 },
  async ([scheme, width]) => {
    const app = await openApp();
    await app.sync();
    const first = app.host.problems.page({ sort: 'money', offset: 0, limit: 1 }).problems[0];
    const paths = ['/', '/problems', `/problems/${first?.id}`, '/find', '/find?text=a', '/activity', '/settings'];
    const found: string[] = [];
    const page = await app.page({ scheme, width });
    for (const path of paths) {
      await page.goto(new URL(path, app.console.address).href);
      await page.locator('#content :is(h2, [role="search"], [data-search])').first().waitFor();
      await page.waitForTimeout(500);
      found.push(...(await complaintsAbout(page, path)));
      if (await isWide(page)) found.push(`${path}: scrolls sideways`);
    }
    expect(found).toEqual([]);
  },
);

test.for(schemes.flatMap((scheme) => widths.map((width) => [scheme, width] as const)))(
  'and every dialog and menu: %s, %d wide',
  { timeout: 180_000 },
  async ([scheme, width]) => {
    const app = await openApp();
    await app.sync();
    const first = app.host.problems.page({ kind: 'customer', sort: 'money', offset: 0, limit: 1 }).problems[0];
    const page = await app.page({ scheme, width });
    const found: string[] = [];
    for (const [path, opener, role] of [
      ['/', 'Pause', 'menu'],
      ['/activity/calls', 'Details', 'dialog'],
      [`/problems/${first?.id}`, 'Assign…', 'dialog'],
      [`/problems/${first?.id}`, 'Dismiss…', 'dialog'],
      [`/find?text=${first?.key}`, 'Join with another customer…', 'dialog'],
    ] as const) {
      await page.goto(new URL(path, app.console.address).href);
      await page.getByRole('button', { name: opener }).first().click();
      await page.getByRole(role).waitFor();
      await page.waitForTimeout(300);
      found.push(...(await complaintsAbout(page, opener)));
      if (await isWide(page)) found.push(`${opener}: scrolls sideways`);
      // Escape leads out of it, and the keyboard is where it was.
      await page.keyboard.press('Escape');
      await page.getByRole(role).waitFor({ state: 'detached' });
      await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(opener);
    }
    expect(found).toEqual([]);
  },
);

test.for(schemes.flatMap((scheme) => widths.map((width) => [scheme, width] as const)))(
  'and the page where staff log in: %s, %d wide',
  { timeout: 60_000 },
  async ([colorScheme, width]) => {
    const app = await openNewApp();
    const context = await app.browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(app.console.address);
    await page.getByLabel('Staff PIN').waitFor();
    expect(await complaintsAbout(page, 'log in')).toEqual([]);
    expect(await isWide(page)).toBe(false);
  },
);

test('so can the first run', async () => {
  const app = await openNewApp();
  const found: string[] = [];
  for (const scheme of schemes) {
    for (const width of widths) {
      const page = await app.page({ scheme, width });
      await page.getByRole('button', { name: /Set up my shop/ }).waitFor();
      found.push(...(await complaintsAbout(page, `welcome ${scheme} ${width}`)));
      await page.getByRole('button', { name: /Set up my shop/ }).click();
      await page.getByRole('button', { name: 'Continue' }).waitFor();
      found.push(...(await complaintsAbout(page, `shop ${scheme} ${width}`)));
      if (await isWide(page)) found.push(`shop ${scheme} ${width}: scrolls sideways`);
      await page.context().close();
    }
  }
  expect(found).toEqual([]);
}, 120_000);
