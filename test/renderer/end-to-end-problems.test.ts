import { expect, test } from 'vitest';
import type { Problem } from '../../src/validation/problem.ts';
import { openApp, type OpenedShop } from './open-app.ts';

/** A telephone number that cannot be called, and what it ought to be. */
function wrongNumber({ host }: OpenedShop): Problem & { readonly mended: string } {
  const { problems } = host.problems.page({ sort: 'money', offset: 0, limit: 500 });
  const found = problems.find(({ origin, suggestion }) => origin === 'CUST.MOB' && suggestion !== null);
  if (!found?.suggestion) throw new Error('the sample shop has no wrong number that we have a suggestion for');
  return { ...found, mended: found.suggestion.value };
}

test('a fault that is mended at the till leaves the list before one’s eyes', async () => {
  const app = await openApp();
  await app.sync();
  const { id, key, name, mended } = wrongNumber(app);
  const page = await app.page({ role: 'staff', path: `/problems/${id}` });
  await page.getByText(name).first().waitFor();
  await page.getByRole('button', { name: 'Recheck now' }).click();
  await expect.poll(() => app.host.agent().problems.get(id)?.state).toBe('open');
  app.till(`UPDATE CUST SET MOB = '${mended}' WHERE ACNO = ${key}`);
  await page.getByRole('button', { name: 'Recheck now' }).click();
  await page.getByText(/Mended by the till at/).waitFor();
  expect(app.host.agent().problems.get(id)?.state).toBe('closed');
  expect(app.complaints).toEqual([]);
}, 120_000);

test('the list is worked by the keyboard alone', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page({ role: 'staff' });
  const { keyboard } = page;
  await keyboard.press('g');
  await keyboard.press('p');
  await page.waitForURL('**/problems');
  await keyboard.press('/');
  await keyboard.type('O7700');
  await expect.poll(() => page.url()).toContain('O7700');
  await page
    .getByText(/\d+ to mend/)
    .first()
    .waitFor();
  await keyboard.press('Tab');
  await page
    .getByRole('listbox')
    .or(page.getByRole('list', { name: 'Things to mend' }))
    .or(page.getByRole('table'))
    .or(page.getByRole('grid'))
    .first()
    .waitFor();
  await keyboard.press('j');
  await keyboard.press('Enter');
  await page.waitForURL(/\/problems\/\d+/);
  await page.getByRole('button', { name: 'Recheck now' }).waitFor();
  await keyboard.press('Escape');
  await page.waitForURL(/\/problems(\?|$)/);
  expect(app.complaints).toEqual([]);
}, 120_000);

test('what the next run alone can look at says so before anybody asks; an article can be rechecked', async () => {
  const app = await openApp({ size: 600 });
  await app.sync();
  const { problems } = app.host.problems.page({ kind: 'stock', sort: 'age', offset: 0, limit: 500 });
  const numbered = (code: string) => problems.find((each) => each.code === code)?.id ?? expect.fail(`no ${code}`);
  const page = await app.page({ role: 'staff', path: `/problems/${numbered('stock_not_counted')}` });
  const card = page.getByRole('complementary');
  await card.getByText(/read as a whole: it leaves this list with the next run/).waitFor();
  expect(await card.getByRole('button', { name: 'Recheck now' }).count()).toBe(0);
  await page.goto(new URL(`/problems/${numbered('unmatched_variant')}`, app.console.address).href);
  await card.getByRole('button', { name: 'Recheck now' }).click();
  await expect.poll(() => card.textContent()).toContain('The till still says the same.');
  expect(app.complaints).toEqual([]);
}, 60_000);
