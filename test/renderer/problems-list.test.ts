import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp, type OpenedShop, type PageOptions } from './open-app.ts';

/** A synced sample shop with somebody before its problems. */
async function atProblems(options: PageOptions = {}): Promise<{ app: OpenedShop; page: Page }> {
  const app = await openApp();
  await app.sync();
  return { app, page: await app.page({ role: 'staff', path: '/problems', ...options }) };
}

const rows = (page: Page) => page.locator('[data-problem]');

/** How many the list says there are; the link in the heading says all that are open, and follows in its own time. */
const toMend = (page: Page, count: number) => page.locator('#content').getByText(`${count} to mend`, { exact: true });

/** The numbers of the problems in sight, from the top. */
async function shown(page: Page): Promise<readonly number[]> {
  await rows(page).first().waitFor();
  return page.evaluate<readonly number[]>(`
    [...document.querySelectorAll('[data-problem]')]
      .sort((one, other) => one.dataset.index - other.dataset.index)
      .map(({ dataset }) => Number(dataset.problem))`);
}

/** In the page: how long a card's last words stand there, in milliseconds, once they come. */
const stands = (words: string) => `
  new Promise((resolve) => {
    let since;
    const look = () => {
      const isThere = document.querySelector('[data-card]')?.textContent.includes(${JSON.stringify(words)}) === true;
      if (isThere) since ??= performance.now();
      else if (since !== undefined) resolve(performance.now() - since);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  })`;

test('filters stand in the address, and a link brings back the same list with the same card', async () => {
  const { app, page } = await atProblems();
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByLabel('Kind').selectOption('Customers');
  await page.getByLabel('What it costs').selectOption('Not sent');
  await page.getByLabel('Order').selectOption('By name');
  const wanted = app.host.problems.page({
    kind: 'customer',
    severity: 'block',
    state: 'open',
    sort: 'name',
    offset: 0,
    limit: 5,
  });
  await expect.poll(async () => (await shown(page)).slice(0, 5)).toEqual(wanted.problems.map(({ id }) => id));
  await toMend(page, wanted.total).waitFor();
  await rows(page).first().getByRole('link').click();
  await page.getByRole('complementary').waitFor();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator(`[data-card="${wanted.problems[0]?.id}"]`).waitFor();
  expect((await shown(other)).slice(0, 5)).toEqual(wanted.problems.map(({ id }) => id));
  expect(app.complaints).toEqual([]);
}, 120_000);

test('a cause leads to all of its problems and to no others, each with what it would become', async () => {
  const { app, page } = await atProblems({ path: '/problems?view=causes' });
  const groups = app.host.problems.groups({});
  const cause = groups.find(({ example, count }) => example.suggestion && count > 1);
  if (!cause) throw new Error('the sample shop has no cause with a suggestion');
  const article = page.getByRole('article').filter({ hasText: cause.title });
  await article.getByText(cause.advice).waitFor();
  await article.getByRole('button', { name: `See all ${cause.count} as they would become` }).click();
  await toMend(page, cause.count).waitFor();
  const { kind, code: rule, field } = cause;
  const { problems } = app.host.problems.page({
    kind,
    rule,
    field,
    state: 'open',
    sort: 'money',
    offset: 0,
    limit: 500,
  });
  expect(problems).toHaveLength(cause.count);
  const [first] = problems.filter(({ suggestion }) => suggestion);
  await page
    .locator(`[data-problem="${first?.id}"]`)
    .getByText(first?.suggestion?.value ?? '?')
    .waitFor();
  expect(app.complaints).toEqual([]);
}, 120_000);

test('several are chosen, given to somebody, and dismissed with a reason', async () => {
  const { app, page } = await atProblems();
  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('checkbox').nth(2).check();
  const [one, , three] = await shown(page);
  await page.getByText('2 chosen').waitFor();
  await page.getByRole('button', { name: 'Assign…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Ruth');
  await page.keyboard.press('Enter');
  await page.locator(`[data-problem="${three}"]`).getByText('Ruth').waitFor();
  expect([one, three].map((id) => app.host.problems.card(Number(id)).assignee)).toEqual(['Ruth', 'Ruth']);

  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('button', { name: 'Dismiss…' }).click();
  const dismiss = page.getByRole('dialog').getByRole('button', { name: 'Dismiss', exact: true });
  expect(await dismiss.isDisabled()).toBe(true);
  await page.getByLabel('Why it may stay as it is').fill('Asked: she has moved abroad');
  await dismiss.click();
  await page.locator(`[data-problem="${one}"]`).waitFor({ state: 'detached' });
  expect(app.host.problems.card(Number(one)).problem).toMatchObject({
    state: 'dismissed',
    dismissedBecause: 'Asked: she has moved abroad',
  });
  expect(app.complaints).toEqual([]);
}, 120_000);

test('while others mend, the list follows, and keeps its place and what was chosen', async () => {
  const { app, page } = await atProblems();
  await rows(page).first().waitFor();
  const total = app.host.problems.page({ state: 'open', sort: 'money', offset: 0, limit: 1 }).total;
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 400);
  const seen = rows(page).filter({ visible: true }).nth(16);
  const id = await seen.getAttribute('data-problem');
  const row = page.locator(`[data-problem="${id}"]`);
  await row.getByRole('checkbox').check();
  const before = await row.boundingBox();
  // Those that somebody else dismisses stand above it.
  const [gone, alsoGone] = app.host.problems.page({ state: 'open', sort: 'money', offset: 0, limit: 2 }).problems;
  app.host.agent().problems.dismiss(gone?.id ?? 0, 'It is right');
  app.host.agent().problems.dismiss(alsoGone?.id ?? 0, 'It is right');
  await toMend(page, total - 2).waitFor();
  await expect.poll(async () => Math.round((await row.boundingBox())?.y ?? 0)).toBe(Math.round(before?.y ?? -1));
  expect(await row.getByRole('checkbox').isChecked()).toBe(true);
  expect(app.complaints).toEqual([]);
}, 120_000);

test('a mended card leaves by itself, and the next one is a key away', async () => {
  const { app, page } = await atProblems();
  const { problems } = app.host.problems.page({ state: 'open', sort: 'money', offset: 0, limit: 500 });
  const index = problems.findIndex(({ origin, suggestion }) => origin === 'CUST.PCODE' && suggestion !== null);
  const problem = problems[index];
  const next = problems[index + 1];
  if (!problem || !next) throw new Error('the sample shop has no wrong postcode');
  await page.goto(new URL(`/problems/${problem.id}`, page.url()).href);
  const card = page.getByRole('complementary');
  await card.getByText('CUST', { exact: true }).waitFor();
  await card.getByText('PCODE', { exact: true }).waitFor();
  app.till(`UPDATE CUST SET PCODE = '${problem.suggestion?.value}' WHERE ACNO = '${problem.key}'`);
  await page.keyboard.press('r');
  await card.getByText(/Mended by the till at/).waitFor();
  await page.locator(`[data-problem="${problem.id}"]`).waitFor({ state: 'detached' });
  await page.keyboard.press('j');
  await page.waitForURL(new RegExp(`/problems/${next.id}$`));
  // The tick of the one before does not take this card along.
  await page.waitForTimeout(6500);
  await expect.poll(() => page.locator(`[data-card="${next.id}"]`).isVisible()).toBe(true);
  await page.goto(new URL(`/problems/${problem.id}`, page.url()).href);
  await card.getByText(/Mended by the till at/).waitFor();
  expect(app.complaints).toEqual([]);
}, 120_000);

test('what went from the till with its record was mended by nobody', async () => {
  const { app, page } = await atProblems();
  const problem = app.host.problems
    .page({ state: 'open', sort: 'money', offset: 0, limit: 500 })
    .problems.find(({ origin }) => origin === 'CUST.MOB');
  if (!problem) throw new Error('the sample shop has no wrong mobile number');
  await page.goto(new URL(`/problems/${problem.id}`, page.url()).href);
  const card = page.getByRole('complementary');
  await card.getByText('MOB', { exact: true }).waitFor();
  app.till(`DELETE FROM CUST WHERE ACNO = '${problem.key}'`);
  const stood = page.evaluate<number>(stands('No longer in the till, as of'));
  await page.keyboard.press('r');
  await card.getByText(/^No longer in the till, as of/).waitFor();
  await card.getByText(/No longer there/).waitFor();
  expect(await card.getByText(/Mended|is mended/).count()).toBe(0);
  // One reads it without haste, and then it leaves.
  await card.waitFor({ state: 'detached' });
  expect(await stood).toBeGreaterThan(4000);
  expect(app.complaints).toEqual([]);
}, 120_000);

test('at 1280 an ordinary problem is said whole on its one line, and at 390 on its two', async () => {
  const { app, page } = await atProblems();
  const problem = app.host.problems
    .page({ state: 'open', sort: 'money', offset: 0, limit: 500 })
    .problems.find(({ origin, suggestion }) => origin === 'CUST.MOB' && suggestion !== null);
  if (!problem) throw new Error('the sample shop has no wrong mobile number with a suggestion');
  // A name may be as long as it likes.
  const cells = `[...document.querySelectorAll('[data-problem="${problem.id}"] [role="cell"]:not(:has(a))')]`;
  const cut = () =>
    page.evaluate<string[]>(`${cells}.flatMap((cell) => [cell, ...cell.children])
      .filter((each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth).map(({ textContent }) => textContent)`);
  const path = `/problems?find=${encodeURIComponent(problem.value ?? '')}`;
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(new URL(path, page.url()).href);
    await page
      .locator(`[data-problem="${problem.id}"]`)
      .getByText(problem.suggestion?.value ?? '')
      .waitFor();
    expect([width, await cut()]).toEqual([width, []]);
  }
}, 120_000);

test('nothing to mend is worth seeing', async () => {
  const { app, page } = await atProblems();
  const { problems } = app.host.problems.page({ state: 'open', sort: 'money', offset: 0, limit: 500 });
  for (const { id } of problems) app.host.agent().problems.dismiss(id, 'It is right');
  await page.getByRole('heading', { name: 'Nothing to mend.' }).waitFor();
  const { customer = 0 } = app.host.state().status?.records ?? {};
  await page.getByText(`${customer.toLocaleString('en-GB')} customers and`).waitFor();
  expect(app.complaints).toEqual([]);
}, 120_000);

test('what the filters leave is printed, and saved as a table', async () => {
  const { app, page } = await atProblems({ path: '/problems?kind=product' });
  const question = { kind: 'product', state: 'open', sort: 'money' } as const;
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as table (CSV)' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('to-mend.csv');
  expect(readFileSync(await file.path(), 'utf8')).toBe(app.host.problems.document(question, 'csv'));

  await page.getByRole('button', { name: 'Print this list' }).click();
  const paper = page.frameLocator('iframe');
  await paper
    .getByText('The Sample')
    .or(paper.getByRole('heading', { level: 1 }))
    .first()
    .waitFor({ state: 'attached' });
  await expect.poll(() => paper.locator('h2').count()).toBe(app.host.problems.groups({ kind: 'product' }).length);
  expect(app.complaints).toEqual([]);
}, 120_000);

test('on a telephone the card takes the page, and nothing leads sideways', async () => {
  const { app, page } = await atProblems({ width: 390, height: 844 });
  const sideways = () => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  await rows(page).nth(3).getByRole('link').click();
  const card = page.getByRole('complementary');
  await card.getByRole('button', { name: 'Recheck now' }).waitFor();
  expect((await card.boundingBox())?.width).toBe(390);
  expect(await sideways()).toBe(0);
  await card.getByRole('button', { name: 'Back to the list' }).click();
  await card.waitFor({ state: 'detached' });
  expect(await sideways()).toBe(0);
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByLabel('Cause', { exact: true }).waitFor();
  expect(await sideways()).toBe(0);
  expect(app.complaints).toEqual([]);
}, 120_000);
