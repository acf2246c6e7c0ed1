import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { firebirdShopScript } from '../../src/sandbox/shop/firebird-script.ts';
import { createSampleShop } from '../../src/sandbox/shop/shop.ts';
import { startFirebirdServer } from '../support/firebird-server.ts';
import { apiKey, shopHome } from '../sync/shop-home.ts';
import { openNewApp } from './open-app.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

async function keep(page: Page, label: string, secret: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(secret);
  await press(page, 'Keep it on this computer');
  await page.getByText('One is kept on this computer.').waitFor();
}

async function expectAnswer(page: Page, answer: RegExp): Promise<void> {
  await press(page, 'Test this connection');
  await page.getByText(answer).waitFor();
}

test('from nothing to a first sync with a Firebird till: what is wrong is named, letters are read as they were meant', async () => {
  const server = await startFirebirdServer();
  onTestFinished(() => server.stop());
  const script = firebirdShopScript(createSampleShop({ size: 400 }));
  const database = await server.createDatabase({ name: 'wizard', script });
  const { sandbox } = await shopHome({ size: 20, realTime: true });
  const app = await openNewApp({});
  const page = await app.page();
  await press(page, 'Set up my shop');
  await page.getByLabel('Name of the shop').fill('Larkspur & Daughters');
  await press(page, 'Continue');

  await page.getByLabel('Computer on which').fill(server.host);
  await page.getByLabel('Port').fill(String(server.port));
  await page.getByLabel('Database', { exact: true }).fill('/nowhere/till.fdb');
  await page.getByLabel('User who may read').fill(server.user);
  await keep(page, 'Password of the till’s database', 'not-the-password');
  await expectAnswer(page, /the server refuses the name .* or its password/);
  await press(page, /Replace it/);
  // Whoever types it and presses "Test" at once means this one, not the one that was kept before.
  await page.getByLabel('Password of the till’s database', { exact: true }).fill(server.password);
  await expectAnswer(page, /cannot open the database "\/nowhere\/till\.fdb"/);
  await page.getByLabel('Database', { exact: true }).fill(database);
  await page.getByLabel('Port').fill('1');
  await expectAnswer(page, /no database server answers at 127\.0\.0\.1:1/);
  await page.getByLabel('Port').fill(String(server.port));
  await expectAnswer(page, /It works\./);
  await press(page, 'Continue');

  // The till declares no character set, and was written by Windows: whoever just goes on has the right one.
  const windows = page.getByRole('radio', { name: /^WIN1252/ });
  await windows.waitFor();
  await expect.poll(() => windows.isChecked()).toBe(true);
  await page
    .getByText(/Art Déco/)
    .first()
    .waitFor();
  await page.getByText(/DOS850 · [\d,]+ look wrong/).waitFor();
  await press(page, 'Continue');
  await page.getByText('400 customers').waitFor({ timeout: 30_000 });
  await page.getByText(/^Newest sale: .*£/).waitFor();
  await press(page, 'Yes, this is my shop');

  await page.getByLabel('GenieAI', { exact: true }).check();
  await page.getByLabel('Address').fill(sandbox.url);
  await keep(page, 'Key for GenieAI', 'not-the-key');
  await expectAnswer(page, /GenieAI answered 401/);
  await press(page, /Replace it/);
  await keep(page, 'Key for GenieAI', apiKey);
  await expectAnswer(page, /It works\./);
  await press(page, 'Continue');
  await press(page, 'Continue without a website');

  await server.kill();
  await press(page, /^Save and rehearse/);
  await page.getByText(/no database server answers/).waitFor({ timeout: 30_000 });
  await server.start();
  await press(page, /ehearse/);
  await page.getByText(/[\d,]+ customers would be created/).waitFor({ timeout: 60_000 });
  expect(sandbox.state.contents().contacts).toHaveLength(0);
  await press(page, /^Send [\d,]+ records now$/);
  await page.getByText('Done. Your shop is connected.').waitFor({ timeout: 60_000 });
  expect(app.host.state().status?.lastRun?.outcome).toBe('completed');
  const names = sandbox.state
    .contents()
    .contacts.map((contact) => JSON.stringify(contact))
    .join(' ');
  expect(names).toMatch(/[éüöñç]/);
  expect(names).not.toMatch(/[╔-╬Ú¢Θ]/);

  // The till's computer is off for a while: that is said, nothing is lost, and it goes on when it is back.
  await press(page, 'Go to Today');
  const content = page.locator('#content');
  await server.kill();
  await press(page, 'Sync now');
  await content.getByText(/no database server answers.* Nothing is lost/).waitFor({ timeout: 30_000 });
  await server.start();
  await press(page, 'Sync now');
  await content.getByText(/Everything is up to date/).waitFor({ timeout: 60_000 });
}, 180_000);
