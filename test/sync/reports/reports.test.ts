import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/model/ids.ts';
import { createAgent } from '../../../src/sync/agent.ts';
import type { Agent } from '../../../src/sync/agent-contract.ts';
import { setPause } from '../../../src/sync/pause.ts';
import { readReportRecord } from '../../../src/sync/reports/report-record.ts';
import { loadSettings, parseSettings, saveSettings } from '../../../src/settings/store.ts';
import { startMailServer } from '../../report/mail-server.ts';
import { openShop, stateWhere, withKeys } from '../host/open-host.ts';
import { shopHome } from '../shop-home.ts';
import { at, environment, mailBy, never, nothing, shopWith, standing, startAt } from './report-home.ts';

describe('a report into a folder', () => {
  test('is a page and a table a day; old ones leave, and nothing else does', async () => {
    const shop = await shopWith({ folder: { on: true, directory: 'out', keepDays: 2 } });
    const folder = join(shop.home, 'out');
    await startAt(shop, '2026-11-23T07:00:00Z', nothing);
    mkdirSync(folder);
    for (const name of ['to-mend-2026-11-20.html', 'to-mend-2026-11-21.csv', 'to-mend-2026-11-20.pdf', 'accounts.csv'])
      writeFileSync(join(folder, name), '');
    await startAt(shop, '2026-11-23T07:30:00Z', nothing);
    expect(readdirSync(folder).toSorted()).toEqual([
      'accounts.csv',
      'to-mend-2026-11-20.pdf',
      'to-mend-2026-11-21.csv',
      'to-mend-2026-11-23.csv',
      'to-mend-2026-11-23.html',
    ]);
    expect(readFileSync(join(folder, 'to-mend-2026-11-23.html'), 'utf8')).toContain('to mend');
  });

  test('that cannot be written is said, waits, and does not hold up the mail', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ folder: { on: true, directory: 'out' }, mail: mailBy(server) }, server);
    writeFileSync(join(shop.home, 'out'), 'a file in the way');
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    const { waiting } = await startAt(shop, '2026-11-20T07:30:00Z', standing);
    expect(waiting).toMatchObject([{ way: 'folder', nextTryAt: '2026-11-20T08:30:00.000Z' }]);
    expect(server.taken).toHaveLength(1);
  });
});

describe('while the program runs', () => {
  test('the host sends what is due beside its schedule, and says what waits; a mended setting sends it at once', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server) }, server);
    shop.clock.now = at('2026-11-20T07:20:00Z');
    const wakers: (() => void)[] = [];
    const sleep = (_milliseconds: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        wakers.push(resolve);
        signal.addEventListener('abort', () => reject(new Error('woken')), { once: true });
      });
    setPause(shop.home, instantOf(at('2026-11-21T00:00:00Z')));
    const host = await openShop(shop, { environment: { ...withKeys, TILLBRIDGE_SECRET_MAIL: 'wrong' }, sleep });
    await expect.poll(() => host.state().reports?.nextAt).toBe('2026-11-20T07:30:00.000Z');
    // Switched on is noted first.
    await expect.poll(() => readReportRecord(shop.home).mail?.since).toBeDefined();
    await expect.poll(() => wakers.length).toBeGreaterThan(1);
    shop.clock.now = at('2026-11-20T07:30:00Z');
    for (const wakeUp of wakers) wakeUp();
    const state = await stateWhere(host, ({ reports }) => (reports?.waiting.length ?? 0) > 0);
    expect(state.reports?.waiting).toMatchObject([{ way: 'mail', day: '2026-11-20' }]);
    expect(server.taken).toEqual([]);
    const settings = host.desk.settings();
    const reports = { ...settings?.reports, mail: { ...settings?.reports.mail, user: '', port: 1 } };
    await expect(host.desk.test({ ...settings, reports }, 'reports.mail', never)).resolves.toMatchObject([
      { ok: false },
    ]);
    const open = await startMailServer({ authOptional: true });
    writeFileSync(join(shop.home, 'mail.pem'), open.certificate);
    const mended = { ...settings?.reports, mail: mailBy(open, { user: '' }) };
    await host.desk.save({ ...settings, reports: mended });
    await stateWhere(host, ({ reports: now }) => now?.waiting.length === 0);
    expect(open.taken).toHaveLength(1);
    expect(await host.sendReport(never)).toMatchObject([{ what: 'Report by mail', ok: true }]);
    expect(open.taken).toHaveLength(2);
  });

  test('a computer that was off all night catches up before it reports, and reports even where it cannot', async () => {
    const shop = await shopWith({ folder: { on: true, directory: 'out' } });
    await startAt(shop, '2026-11-20T18:00:00Z', nothing);
    const dueIn = (agent: Agent) => ((agent.reports.dueAt() ?? 0) - shop.clock.now) / 60_000;
    shop.clock.now = at('2026-11-21T08:00:00Z');
    await shop.with(async (agent) => {
      expect(agent.status().sentence).toMatch(/^Nothing has been read or sent since/u);
      expect(dueIn(agent)).toBe(1);
      shop.clock.now = at('2026-11-21T08:09:00Z');
      expect(dueIn(agent)).toBe(1);
      shop.clock.now = at('2026-11-21T08:10:00Z');
      expect(dueIn(agent)).toBe(0);
    });
    shop.clock.now = at('2026-11-21T08:00:00Z');
    await shop.with(async (agent) => {
      expect(dueIn(agent)).toBe(1);
      await agent.sync({ signal: never });
      expect(dueIn(agent)).toBe(0);
    });
    // Nobody catches up while it is paused: then there is nothing to wait for.
    shop.clock.now = at('2026-11-23T08:00:00Z');
    setPause(shop.home, instantOf(at('2026-11-24T00:00:00Z')));
    await shop.with(async (agent) => expect(dueIn(agent)).toBe(0));
  });

  test('two programs of one home send one', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server) }, server);
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    shop.clock.now = at('2026-11-20T07:30:00Z');
    const settings = await loadSettings(shop.home);
    const open = () => createAgent({ home: shop.home, settings, environment, now: () => shop.clock.now });
    const agents = [await open(), await open()];
    await Promise.all(agents.map((agent) => agent.reports.sendDue(never)));
    for (const agent of agents) await agent.close();
    expect(server.taken).toHaveLength(1);
  });

  test('run sends, too', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server) }, server);
    shop.clock.now = at('2026-11-20T07:28:00Z');
    const ending = new AbortController();
    const agent = await createAgent({
      home: shop.home,
      settings: await loadSettings(shop.home),
      environment,
      now: () => shop.clock.now,
      sleep: async (milliseconds, signal) => {
        signal.throwIfAborted();
        await new Promise((resolve) => void setTimeout(resolve, 5));
        shop.clock.now += Math.min(milliseconds, 60_000);
        if (server.taken.length > 0) ending.abort();
      },
    });
    await agent.run({ signal: ending.signal });
    await agent.close();
    expect(server.taken.length).toBe(1);
  });
});

describe('settings', () => {
  test('of a mail that is on are complete, and encrypted unless the server is this computer', async () => {
    const shop = await shopHome();
    const wrong = (mail: Record<string, unknown>) => () =>
      parseSettings({ ...shop.settings, reports: { mail } }, 'a test');
    expect(wrong({ on: true })).toThrow(
      /reports\.mail\.host: expected[^]*reports\.mail\.from: expected[^]*reports\.mail\.to/,
    );
    expect(wrong({ host: 'smtp.shop.example', security: 'none' })).toThrow(
      /reports\.mail\.security: expected starttls or tls/,
    );
    expect(wrong({ to: ['nobody'] })).toThrow(/reports\.mail\.to\[0\]: expected/);
    expect(wrong({ host: 'localhost', security: 'none' })).not.toThrow();
    const destinations = [{ ...shop.settings.destinations[0], id: 'mail' }];
    expect(() => parseSettings({ ...shop.settings, destinations }, 'a test')).toThrow('no destination called');
    expect(shop.settings.reports).toMatchObject({ folder: { on: false }, mail: { on: false, attach: false } });
  });

  test('without any report on, nothing is kept and nothing is due', async () => {
    const shop = await shopWith({});
    expect(await startAt(shop, '2026-11-20T07:30:00Z', (agent) => agent.reports.dueAt())).toBeUndefined();
    expect(existsSync(join(shop.home, 'reports.json'))).toBe(false);
    await expect(startAt(shop, '2026-11-20T08:00:00Z', (agent) => agent.reports.sendNow(never))).rejects.toThrow(
      'neither',
    );
  });

  test('switched off takes what waits away; on again begins anew', async () => {
    const shop = await shopWith({ folder: { on: true, directory: 'out' } });
    writeFileSync(join(shop.home, 'out'), 'in the way');
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    await startAt(shop, '2026-11-20T07:30:00Z', nothing);
    const settings = await loadSettings(shop.home);
    await saveSettings(shop.home, {
      ...settings,
      reports: { ...settings.reports, folder: { ...settings.reports.folder, on: false } },
    });
    expect(await startAt(shop, '2026-11-20T08:00:00Z', standing)).toEqual({ nextAt: null, waiting: [] });
    await saveSettings(shop.home, settings);
    expect(await startAt(shop, '2026-11-20T09:00:00Z', standing)).toMatchObject({ waiting: [] });
  });
});
