import { expect, test } from 'vitest';
import { openApp } from './open-app.ts';

test('a guard asks, and what the owner lets through goes once', async () => {
  const app = await openApp({ size: 600 });
  await app.sync();
  app.till('DELETE FROM CUST WHERE rowid % 8 = 0');
  const page = await app.page();
  await page.getByRole('button', { name: 'Sync now' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Stopped before sending' });
  await alert.waitFor({ timeout: 60_000 });
  expect(app.host.state().status?.lastRun?.guard?.guard).toBe('mass-deletion');
  await expect.poll(() => alert.getByRole('listitem').count()).toBeGreaterThan(0);
  await alert.getByRole('button', { name: 'Let it through once' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('button', { name: /^Yes: / }).click();
  await expect.poll(() => app.host.state().status?.lastRun?.outcome, { timeout: 60_000 }).toBe('completed');
  await alert.waitFor({ state: 'detached' });
  expect(app.complaints).toEqual([]);
}, 180_000);

test('staff see that a guard asks, and are not asked', async () => {
  const app = await openApp({ size: 600 });
  await app.sync();
  app.till('DELETE FROM CUST WHERE rowid % 8 = 0');
  await app.sync();
  const page = await app.page({ role: 'staff' });
  await page.getByRole('alert').filter({ hasText: 'Stopped before sending' }).waitFor();
  expect(await page.getByRole('button', { name: 'Let it through once' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Sync now' }).count()).toBe(0);
}, 120_000);

test('two customers of whom the owner knows that they are one are joined', async () => {
  const app = await openApp();
  app.till(
    `INSERT INTO CUST (ACNO, FNAME, SNAME, "EMail") VALUES (910001, 'Ottoline', 'Quillfeather', 'ottoline@example.com')`,
    `INSERT INTO CUST (ACNO, FNAME, SNAME, "EMail") VALUES (910002, 'Ottoline', 'Marchbanks', 'o.marchbanks@example.org')`,
  );
  await app.sync();
  const page = await app.page({ path: '/find' });
  await page.locator('[data-search]').first().fill('910001');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Join with another customer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name, number or e-mail of the other customer').fill('910002');
  await page.keyboard.press('Enter');
  await dialog.getByRole('radio').first().check();
  await dialog.getByLabel('How do you know?').fill('She told us at the counter that she has married.');
  await dialog.getByRole('button', { name: 'They are one person' }).click();
  await dialog.waitFor({ state: 'detached' });
  await app.sync();
  expect(
    app.host
      .agent()
      .people.show('910001')
      .members.map(({ key }) => key),
  ).toEqual(expect.arrayContaining(['910001', '910002']));
  expect(app.complaints).toEqual([]);
}, 120_000);
