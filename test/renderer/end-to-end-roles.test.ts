import { expect, test } from 'vitest';
import { openApp } from './open-app.ts';

test('staff see what is theirs to do, and nothing of the owner’s', async () => {
  const app = await openApp();
  const page = await app.page({ role: 'staff' });
  const screens = page.getByRole('navigation').getByRole('link');
  await expect.poll(() => screens.allTextContents()).toContain('Problems');
  for (const name of ['Activity', 'Settings']) expect(await screens.allTextContents()).not.toContain(name);
  for (const path of ['/settings', '/activity', '/welcome']) {
    await page.goto(new URL(path, app.console.address).href);
    await page.locator('#content').waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  }
  const answer = await page.evaluate(async () => {
    const { status } = await fetch('/api/runs/sync', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"json":{}}',
    });
    return status;
  });
  expect(answer).toBe(403);
  expect(app.host.state().underway).toBeNull();
}, 60_000);

test('the owner opens a screen by its address, and goes out by the door', async () => {
  const app = await openApp();
  const page = await app.page({ path: '/settings' });
  await page.getByRole('heading', { name: 'Settings' }).first().waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/settings/);
  await page
    .getByRole('button', { name: /look|language/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByLabel('Staff PIN').waitFor();
  expect((await page.goto(new URL('/settings', app.console.address).href))?.status()).toBe(401);
}, 60_000);

test('whoever logs out in one window is asked to log in by the others, too', async () => {
  const app = await openApp();
  const page = await app.page({ role: 'staff' });
  const other = await page.context().newPage();
  await other.goto(app.console.address);
  await other.locator('#content').waitFor();
  await page.evaluate(() => fetch('/log-out', { method: 'POST' }));
  await expect.poll(() => other.getByLabel('Staff PIN').isVisible(), { timeout: 20_000 }).toBe(true);
}, 60_000);
