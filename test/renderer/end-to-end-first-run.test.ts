import { expect, test } from 'vitest';
import { openNewApp } from './open-app.ts';

test('from nothing to a first sync, on the sample shop', async () => {
  const app = await openNewApp();
  const page = await app.page();
  await page.getByRole('button', { name: /Try it on a sample shop/ }).click();
  await page.getByRole('button', { name: 'Rehearse: nothing is sent' }).click({ timeout: 60_000 });
  await page.getByText(/customers would be created/).waitFor({ timeout: 60_000 });
  expect(app.host.state().status?.lastRun).toBeNull();
  await page.getByRole('button', { name: /^Send .* now$/ }).click();
  await page.getByText('Done. Your shop is connected.').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Go to Today' }).click();
  await page.getByRole('heading', { name: 'Last runs' }).waitFor();
  const { status } = app.host.state();
  expect(status?.lastRun?.outcome).toBe('completed');
  expect(status?.toMend).toBeGreaterThan(0);
  expect(app.complaints).toEqual([]);
}, 180_000);
