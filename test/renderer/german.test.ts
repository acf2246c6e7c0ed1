import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sayGerman } from '../../renderer/words/german/say-german.ts';
import { openApp } from './open-app.ts';

/** Words that no German sentence has. */
const english = /\b(the|is|are|of|not|that|this|with|and|would|cannot|has|have|from|it|its)\b/i;

/** Everything that a person reads on the page, in its paragraphs. */
const textsOn = async (page: Page, place: string): Promise<readonly string[]> =>
  (await page.locator(place).innerText()).split('\n').filter((text) => text.trim() !== '');

test('in German no sentence of Today or of a problem’s card is left English, nor the name of a field', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page({ language: 'de' });
  await expect.poll(() => page.locator('[data-sentence]').textContent()).toContain('Alles ist auf dem neuesten Stand.');
  await expect.poll(async () => (await textsOn(page, 'body')).filter((text) => english.test(text))).toEqual([]);

  const { problems } = app.host.problems.page({ severity: 'block', sort: 'money', offset: 0, limit: 3 });
  expect(problems).toHaveLength(3);
  for (const { id } of problems) {
    const { problem, matters, record } = app.host.problems.card(id);
    await page.goto(new URL(`/problems/${id}`, app.console.address).href);
    const card = page.locator(`[data-card="${id}"]`);
    await card.getByText(sayGerman(problem.says), { exact: true }).waitFor();
    await card.getByText(sayGerman(matters), { exact: true }).waitFor();
    await card.getByText(sayGerman(problem.advice), { exact: true }).waitFor();
    const texts = await textsOn(page, `[data-card="${id}"]`);
    for (const said of [problem.says, problem.advice, matters]) expect(texts).not.toContain(said);
    const fields = await card.getByRole('rowheader').allTextContents();
    expect(record.length).toBeGreaterThan(0);
    expect(record.map(({ field }) => field).filter((field) => fields.includes(field))).toEqual([]);
  }
  expect(app.complaints).toEqual([]);

  await page.goto(new URL('/problems?view=causes', app.console.address).href);
  for (const { title } of app.host.problems.groups({}).slice(0, 5)) {
    await page.getByRole('heading', { name: sayGerman(title), exact: true }).waitFor();
  }
}, 120_000);
