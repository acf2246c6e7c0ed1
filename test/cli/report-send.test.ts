import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveSettings } from '../../src/settings/store.ts';
import { startMailServer } from '../report/mail-server.ts';
import { mailBy } from '../sync/reports/report-home.ts';
import { shopHome } from '../sync/shop-home.ts';
import { tillbridge } from './run-command.ts';

test('report --send sends one now in every way that is on, and says of each what came of it', async () => {
  const shop = await shopHome({ size: 30, realTime: true });
  const send = () =>
    tillbridge(['report', '--send', '--json', '--home', shop.home], {
      environment: { TILLBRIDGE_SECRET_GENIEAI: 'x', TILLBRIDGE_SECRET_MAIL: 'wrong-8812' },
    });
  const none = await send();
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('neither folder nor mail is switched on');
  const server = await startMailServer({ authOptional: true });
  const { certificate: _, ...mail } = mailBy(server, { user: '', certificate: undefined });
  const reports = { ...shop.settings.reports, folder: { on: true, directory: 'out', keepDays: 3 } };
  await saveSettings(shop.home, { ...shop.settings, reports: { ...reports, mail: { ...reports.mail, ...mail } } });
  const mixed = await send();
  expect(mixed.code).toBe(2);
  expect(JSON.parse(mixed.stdout)).toMatchObject({ ok: false, lines: [{ ok: true }, { ok: false }] });
  expect(mixed.stdout).toContain('nobody vouches');
  expect(readdirSync(join(shop.home, 'out'))).toHaveLength(2);
  expect(mixed.stdout + mixed.stderr).not.toContain('wrong-8812');
  expect(existsSync(join(shop.home, 'reports.json'))).toBe(false);
}, 60_000);
