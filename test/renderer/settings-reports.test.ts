import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { keptPinHash } from '../../src/console/kept-pin.ts';
import { isPin } from '../../src/console/pin.ts';
import { mailUser, startMailServer } from '../report/mail-server.ts';
import { openApp } from './open-app.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const saved = (page: Page) => page.getByText('Saved. The next run goes by it.').first().waitFor();

test('reports by mail are set up, tried, kept and sent, with a clear answer at each step', async () => {
  const server = await startMailServer();
  const app = await openApp();
  await app.sync();
  writeFileSync(join(app.home, 'mail.pem'), server.certificate);
  const page = await app.page({ path: '/settings/reports' });
  await page.getByText('nothing goes out by itself').waitFor();
  await page.getByRole('switch', { name: 'Send every report by mail' }).click();
  await press(page, 'Save the settings');
  await page.getByText('Nothing was saved.').waitFor();
  expect(app.host.desk.settings()?.reports.mail.on).toBe(false);
  await page.getByLabel('Mail server', { exact: true }).fill('127.0.0.1');
  await page.getByLabel('Port of the mail server').fill(String(server.port));
  await page.getByLabel('Name to log in with').fill(mailUser.user);
  await page.getByLabel('From', { exact: true }).fill(mailUser.user);
  await page.getByLabel('To', { exact: true }).first().fill('owner@shop.example');
  await page.keyboard.press('Enter');
  await page.getByLabel('Password for the mail server').fill('not-the-password');
  await press(page, 'Keep it on this computer');
  await page.getByText('One is kept on this computer.').waitFor();
  const tryMail = () => press(page, 'Send a test mail to everybody named');
  await tryMail();
  await page.getByText('nobody vouches for the certificate').waitFor();
  await press(page, 'More settings');
  await page.getByLabel('File with the server’s own certificate').fill('mail.pem');
  await tryMail();
  await page.getByText('refuses the name or the password').waitFor();
  await press(page, 'Password for the mail server: Replace it');
  await page.getByLabel('Password for the mail server').fill(mailUser.password);
  await press(page, 'Keep it on this computer');
  await page.getByText('One is kept on this computer.').waitFor();
  await tryMail();
  await page.getByText('has taken a test mail for everybody').waitFor();
  expect(server.taken.map(({ mail }) => mail.subject)).toEqual([`${app.shop.shop.name}: a test of the reports`]);
  await page.getByLabel('At what time').fill('06:45');
  await page.getByLabel('Sunday').check();
  expect(await page.getByRole('button', { name: 'Send a report now' }).isDisabled()).toBe(true);
  await press(page, 'Save the settings');
  await saved(page);
  expect(app.host.desk.settings()?.reports).toMatchObject({
    at: '06:45',
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    mail: { on: true, to: ['owner@shop.example'], attach: false },
  });
  await page.getByText('The next one goes out').waitFor();
  await press(page, 'Send a report now');
  await page.getByText('Report by mail: taken by 127.0.0.1 for everybody').waitFor();
  expect(server.taken.at(-1)?.mail.subject).toMatch(/ to mend\.$/);
  expect(await page.content()).not.toContain(mailUser.password);
  expect(readFileSync(join(app.home, 'settings.json'), 'utf8')).not.toContain(mailUser.password);
  // The settings that were refused once.
  expect(app.complaints).toEqual([expect.stringContaining('422')]);
}, 120_000);

test('a report that waits stands on Today with why, and leads to where it is mended', async () => {
  const app = await openApp({ settings: { reports: { folder: { on: true, directory: 'in-the-way' } } } });
  await app.sync();
  writeFileSync(join(app.home, 'in-the-way'), 'a file');
  const waiting = {
    day: '2026-11-20',
    tries: 1,
    nextTryAt: '2099-01-01T00:00:00.000Z',
    what: 'writing the report to a folder: it is a file',
    hint: 'Name a folder that you may write to.',
  };
  const since = new Date().toISOString();
  writeFileSync(join(app.home, 'reports.json'), JSON.stringify({ folder: { since, done: null, waiting } }));
  const page = await app.page({ path: '/', width: 390 });
  await page.getByText('The report of 20 Nov 2026 could not be written').waitFor();
  await page.getByText('it is a file').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('link', { name: 'To the settings of reports' }).click();
  await page.getByRole('button', { name: 'Try this folder' }).click();
  await page.getByText('It does not work yet.').waitFor();
}, 90_000);

test('the staff’s PIN is set, changed and forgotten, and never shown', async () => {
  const app = await openApp();
  const staff = await app.page({ role: 'staff' });
  const page = await app.page({ path: '/settings/console' });
  await page.getByText('A PIN is kept. It is never shown.').waitFor();
  expect(await page.getByLabel('New PIN').count()).toBe(0);
  await press(page, /Change the PIN/);
  // The button is gone, and the keyboard goes on where the new one is typed.
  await page.keyboard.type('12345');
  await press(page, 'Keep this PIN');
  await page.getByText('Choose one of 6 to 64').waitFor();
  await page.getByLabel('New PIN').fill('larkspur-9921');
  await press(page, 'Keep this PIN');
  await page.getByText('It counts from now on.').waitFor();
  expect(await isPin('larkspur-9921', keptPinHash(app.home) ?? '')).toBe(true);
  expect(await page.content()).not.toContain('larkspur-9921');
  // Whoever was in with the old one is asked again.
  await staff.reload();
  await staff.locator('input[name=pin]').waitFor();
  await press(page, 'Forget the PIN');
  await press(page, 'Yes, forget it');
  await page.getByText('There is no PIN: no staff can come in.').waitFor();
  expect(keptPinHash(app.home)).toBeUndefined();
}, 90_000);

test('the addresses and the fingerprint stand where the tills reach it', async () => {
  const app = await openApp({ settings: { console: { network: true } } });
  const page = await app.page({ path: '/settings/console' });
  await page.getByText(app.network?.fingerprint ?? 'nothing', { exact: true }).waitFor();
  expect(app.network?.addresses.length).toBeGreaterThan(0);
  for (const address of app.network?.addresses ?? []) await page.getByText(address, { exact: true }).waitFor();
}, 90_000);

test('quiet hours are entered as on a clock', async () => {
  const app = await openApp();
  const page = await app.page({ path: '/settings/notices' });
  await page.getByLabel('From', { exact: true }).fill('18:30');
  await page.getByLabel('Until', { exact: true }).fill('09:15');
  await press(page, 'Save the settings');
  await saved(page);
  expect(app.host.state().notices).toEqual({ quiet: true, quietFrom: '18:30', quietUntil: '09:15' });
}, 90_000);
