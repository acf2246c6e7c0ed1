import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp, type OpenedShop } from './open-app.ts';

const sentence = (page: Page) => page.locator('[data-sentence]');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** The headings that a page shows, by their level. */
const levelsOf = (page: Page) =>
  page.evaluate<number[]>(`[...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]))`);

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

/** A shop that was synced, in which every fourth customer has lost the e-mail address since. */
async function shopThatNeedsSomebody(): Promise<OpenedShop> {
  const app = await openApp({ size: 600 });
  await app.sync();
  app.till(`UPDATE CUST SET "EMail" = '' WHERE rowid % 4 = 0`);
  await app.sync({ full: true });
  return app;
}

test('up to date: one sentence says so, how old the website’s stock is, and what is to mend', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page();
  const toMend = app.host.state().status?.toMend ?? 0;
  expect(toMend).toBeGreaterThan(1);
  await expect
    .poll(() => sentence(page).textContent())
    .toMatch(
      new RegExp(`^Everything is up to date\\. Website stock .*at most 1 minute old\\. ${toMend} things to mend\\.$`),
    );
  await expect.poll(() => page.title()).toBe(`${toMend} to mend · Today · Tillbridge`);
  await expect.poll(() => page.getByRole('table').last().getByText('Completed').count()).toBe(1);
  await expect.poll(() => levelsOf(page)).toEqual([1, 2, 3, 3, 3]);
  await expectAccessible(page);
  await button(page, /^See the/)
    .or(page.getByRole('link', { name: /^See the/ }))
    .first()
    .click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/problems');
  expect(app.complaints).toEqual([]);
}, 120_000);

test('before the first run it says that nothing was read, and how to begin', async () => {
  const app = await openApp();
  const page = await app.page();
  await expect.poll(() => sentence(page).textContent()).toContain('Nothing has been read yet.');
  await page.getByText('There was no run yet.').waitFor();
  await expectAccessible(page);
}, 60_000);

test('working: stages that are over fold away, and the owner ends the run', async () => {
  const app = await openApp();
  app.shop.sandbox.faults.add({ kind: 'delay', method: 'POST', path: '*/import', milliseconds: 4000, times: null });
  const page = await app.page();
  await button(page, 'Sync now').click();
  const progress = page.getByRole('region', { name: 'Under way' });
  await progress.getByRole('progressbar', { name: 'Sending to GenieAI' }).waitFor({ timeout: 60_000 });
  expect(await progress.locator('[data-progress="done"]').allTextContents()).toEqual([
    expect.stringMatching(/^Till read .*customers/),
    expect.stringMatching(/^Website read .*articles/),
    expect.stringMatching(/^Found out who is who/),
    expect.stringMatching(/^Checked .*customers/),
  ]);
  expect(await button(page, 'Sync now').count()).toBe(0);
  await expectAccessible(page);
  await button(page, 'End this run').click();
  await progress.waitFor({ state: 'detached', timeout: 60_000 });
  await page.getByText('The run was ended before it was done.').first().waitFor();
  expect(app.host.state().status?.lastRun?.outcome).toBe('stopped');
  expect(app.complaints).toEqual([]);
}, 120_000);

test('what is read out while a run is under way is one word, and its end', async () => {
  const app = await openApp();
  const page = await app.page();
  await page.evaluate(`(() => {
    const spoken = document.querySelector('[data-spoken]');
    window.said = [];
    new MutationObserver(() => window.said.push(spoken.textContent)).observe(spoken, { characterData: true, childList: true, subtree: true });
  })()`);
  await app.sync();
  await expect.poll(() => page.evaluate('window.said.at(-1)')).toContain('Everything is up to date.');
  const said = await page.evaluate<string[]>('window.said');
  expect(said[0]).toBe('Working');
  expect(said.length).toBeLessThanOrEqual(3);
  expect(
    await page
      .locator('[aria-live]:not([aria-live="off"])')
      .filter({ hasText: /\d+ of \d+/ })
      .count(),
  ).toBe(0);
}, 120_000);

test('paused: until when, and how to go on', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page();
  await button(page, 'Pause').click();
  await page.getByRole('menuitem', { name: 'For an hour' }).click();
  await expect.poll(() => sentence(page).textContent()).toMatch(/^Paused until \d\d:\d\d\./);
  await page.getByText('Sync now still works').waitFor();
  await expect.poll(() => button(page, 'Sync now').count()).toBe(1);
  await expectAccessible(page);
  await button(page, 'Go on now').click();
  await expect.poll(() => sentence(page).textContent()).toContain('Everything is up to date.');
  expect(app.host.state().pausedUntil).toBeNull();
}, 120_000);

test('staff see how things stand, and no button that is not theirs', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page({ role: 'staff' });
  await sentence(page).waitFor();
  await page.getByRole('heading', { name: 'What was read' }).waitFor();
  await page.waitForTimeout(500);
  expect(await page.locator('#content').getByRole('button').allTextContents()).toEqual([]);
  expect(await page.getByText('Last runs').count()).toBe(0);
  await expectAccessible(page);
}, 120_000);

test('a guard asks; to hold everything is nearest, and sends nothing', async () => {
  const app = await shopThatNeedsSomebody();
  const calls = app.shop.sandbox.calls.length;
  const page = await app.page();
  const alert = page.getByRole('alert').filter({ hasText: 'would lose their e-mail address' });
  await alert.getByRole('button', { name: 'Let it through once' }).waitFor();
  await expect.poll(() => alert.getByRole('listitem').count()).toBe(5);
  expect(await alert.getByRole('button').allTextContents()).toEqual([
    'Hold everything',
    'Hold only these, send the rest',
    'Let it through once',
  ]);
  await expectAccessible(page);
  await alert.getByRole('button', { name: 'Hold everything' }).click();
  await alert.getByText('Nothing has left.').waitFor();
  expect(app.shop.sandbox.calls.length).toBe(calls);
  expect(app.complaints).toEqual([]);
}, 120_000);

test('a guard asks; what it is about stays here, the rest goes, and the last run says so', async () => {
  const app = await shopThatNeedsSomebody();
  app.till(`UPDATE CUST SET FNAME = 'Larkspur' WHERE rowid % 4 = 1 AND rowid < 50`);
  const count = app.host.state().status?.lastRun?.guard?.count ?? 0;
  const page = await app.page();
  await button(page, 'Hold only these, send the rest').click();
  await page.getByText(`${count} held back by you`).waitFor({ timeout: 60_000 });
  expect(await page.getByRole('alert').count()).toBe(0);
  const sent = app.shop.sandbox.state.contents().contacts.filter(({ fields }) => fields['firstName'] === 'Larkspur');
  expect(sent.length).toBeGreaterThan(5);
  expect(app.complaints).toEqual([]);
}, 120_000);

test('two guards ask one after the other, and both can be let through on the screen', async () => {
  const app = await shopThatNeedsSomebody();
  app.till(
    `UPDATE STOCKITM SET RETAIL = RETAIL * 10 WHERE RETAIL > 0 AND CAST(RETAIL * 100 AS INTEGER) = RETAIL * 100`,
  );
  const page = await app.page();
  const letThrough = async () => {
    await button(page, 'Let it through once').click();
    await page.getByRole('dialog').getByRole('button', { name: /^Yes:/ }).click();
  };
  await page.getByRole('alert').filter({ hasText: 'would lose their e-mail address' }).waitFor();
  await letThrough();
  await page.getByRole('alert').filter({ hasText: 'price' }).waitFor({ timeout: 60_000 });
  await button(page, 'Let it through once').click();
  await page.getByText('What you have let through just now is let through with it.').waitFor();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: /^Yes:/ }).click();
  await expect.poll(() => app.host.state().status?.lastRun?.outcome, { timeout: 60_000 }).toBe('completed');
  await page.getByRole('alert').waitFor({ state: 'detached' });
  expect(app.complaints).toEqual([]);
}, 120_000);

test('a guard that doubts the reading itself offers no rest to be sent, and says why', async () => {
  const app = await openApp({ size: 600 });
  await app.sync();
  app.till('DELETE FROM CUST WHERE rowid % 8 = 0');
  await app.sync({ full: true });
  const page = await app.page();
  await page.getByText('Only these cannot be held').waitFor();
  expect(await button(page, 'Hold only these, send the rest').count()).toBe(0);
}, 120_000);

test('a destination that refuses our key is named, with what waits for it', async () => {
  const app = await openApp();
  await app.sync();
  app.till(`UPDATE CUST SET FNAME = 'Larkspur' WHERE rowid < 9`);
  app.shop.sandbox.faults.add({ kind: 'answer', method: 'POST', path: '*/import', status: 401, times: null });
  await app.sync({ full: true });
  const page = await app.page();
  await expect.poll(() => sentence(page).textContent()).toContain('GenieAI takes nothing');
  const waits = page.getByRole('region', { name: 'What waits, and why' });
  await waits.getByText(/takes nothing/).waitFor();
  await waits.getByText(/\d+ waiting/).waitFor();
  await expectAccessible(page);
}, 120_000);

test('waiting: what is out of reach is named, and that nothing is lost', async () => {
  const app = await openApp();
  await app.sync();
  app.till(`UPDATE CUST SET FNAME = 'Larkspur' WHERE rowid < 9`);
  await app.shop.sandbox.close();
  await app.sync({ full: true });
  const page = await app.page();
  await expect.poll(() => sentence(page).textContent()).toContain('Nothing is lost');
  await page.getByRole('img', { name: 'Waiting' }).first().waitFor();
  await expectAccessible(page);
}, 120_000);
