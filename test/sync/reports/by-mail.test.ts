import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSettings, saveSettings } from '../../../src/settings/store.ts';
import { readReportRecord } from '../../../src/sync/reports/report-record.ts';
import { mailUser, startMailServer } from '../../report/mail-server.ts';
import { mailBy, never, nothing, shopWith, standing, startAt } from './report-home.ts';

describe('a report by mail', () => {
  test('goes out in its time, once, with causes and without anybody’s data', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server) }, server);
    const before = await startAt(shop, '2026-11-20T07:00:00Z', standing);
    expect(before).toEqual({ nextAt: '2026-11-20T07:30:00.000Z', waiting: [] });
    await startAt(shop, '2026-11-20T07:29:59Z', nothing);
    expect(server.taken).toEqual([]);
    const after = await startAt(shop, '2026-11-20T07:30:00Z', standing);
    expect(after).toEqual({ nextAt: '2026-11-21T07:30:00.000Z', waiting: [] });
    await startAt(shop, '2026-11-20T08:30:00Z', nothing);
    expect(server.taken).toHaveLength(1);
    const [taken] = server.taken;
    const toMend = await shop.with(async (agent) => agent.status().toMend);
    expect(taken?.mail.subject).toBe(`${shop.shop.name}: Everything is up to date. ${toMend} to mend.`);
    expect(taken?.mail.attachments).toEqual([]);
    const text = `${taken?.mail.text} ${taken?.mail.html}`;
    expect(text).toContain('phone numbers that cannot be called');
    const problems = await shop.with(async (agent) => agent.problems.list({ state: 'open' }));
    for (const { name, value, key } of problems) {
      for (const secret of [name, value, key]) if (secret && secret.length > 6) expect(text).not.toContain(secret);
    }
  });

  test('takes the whole page and table along where the owner says so', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server, { attach: true }) }, server);
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    await startAt(shop, '2026-11-20T07:30:00Z', nothing);
    const [page, table] = server.taken[0]?.mail.attachments ?? [];
    expect([page?.filename, table?.filename]).toEqual(['to-mend-2026-11-20.html', 'to-mend-2026-11-20.csv']);
    const [problem] = await shop.with(async (agent) => agent.problems.list({ state: 'open', limit: 1 }));
    expect(new TextDecoder().decode(table?.content as ArrayBuffer)).toContain(problem?.key);
  });

  test('is caught up on the same day, and not on another; switching it on sends nothing of the past', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server) }, server);
    // First seen at noon: that of this morning is nobody's loss.
    await startAt(shop, '2026-11-20T12:00:00Z', nothing);
    expect(server.taken).toHaveLength(0);
    // Off in the morning, on in the evening.
    await startAt(shop, '2026-11-21T18:00:00Z', nothing);
    expect(server.taken).toHaveLength(1);
    // Off all Monday; on Tuesday before its time there is nothing, and Sunday is no day of it.
    await startAt(shop, '2026-11-22T18:00:00Z', nothing);
    await startAt(shop, '2026-11-24T07:00:00Z', nothing);
    expect(server.taken).toHaveLength(1);
    await startAt(shop, '2026-11-24T07:30:00Z', nothing);
    expect(server.taken).toHaveLength(2);
  });

  test('that cannot go is tried again with growing waits, is shown, and goes out once', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server) }, server);
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    server.code = 451;
    const first = await startAt(shop, '2026-11-20T07:30:00Z', standing);
    expect(first.waiting).toMatchObject([{ way: 'mail', day: '2026-11-20', nextTryAt: '2026-11-20T07:31:00.000Z' }]);
    expect(first.waiting[0]?.what).toContain('(451)');
    await startAt(shop, '2026-11-20T07:30:59Z', nothing);
    const visits = server.visits;
    const second = await startAt(shop, '2026-11-20T07:31:00Z', standing);
    expect(server.visits).toBe(visits + 1);
    expect(second.waiting).toMatchObject([{ nextTryAt: '2026-11-20T07:36:00.000Z' }]);
    server.code = 0;
    const lines = await startAt(shop, '2026-11-20T07:32:00Z', (agent) => agent.check(never));
    expect(lines.at(-1)).toMatchObject({ what: 'Report by mail', ok: false });
    expect(lines.at(-1)?.detail).toContain('that of 2026-11-20 waits');
    expect(await startAt(shop, '2026-11-20T07:36:00Z', standing)).toMatchObject({ waiting: [] });
    await startAt(shop, '2026-11-20T09:00:00Z', nothing);
    expect(server.taken).toHaveLength(1);
  });

  test('that waits is replaced by the next day’s', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server) }, server);
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    server.code = 451;
    await startAt(shop, '2026-11-20T07:30:00Z', nothing);
    expect(await startAt(shop, '2026-11-21T07:30:00Z', standing)).toMatchObject({ waiting: [{ day: '2026-11-21' }] });
    server.code = 0;
    await startAt(shop, '2026-11-21T09:00:00Z', nothing);
    await startAt(shop, '2026-11-21T10:00:00Z', nothing);
    expect(server.taken).toHaveLength(1);
  });

  test('whose sending was broken off by a power cut goes again under the same name, so that nobody sees two', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server) }, server);
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    await startAt(shop, '2026-11-20T07:30:00Z', nothing);
    const { mail } = readReportRecord(shop.home);
    // As it stood on the disk between the server's word and ours.
    const waiting = {
      day: '2026-11-20',
      tries: 1,
      nextTryAt: '2026-11-20T07:31:00.000Z',
      what: '',
      hint: '',
    };
    writeFileSync(join(shop.home, 'reports.json'), JSON.stringify({ mail: { ...mail, done: null, waiting } }));
    await startAt(shop, '2026-11-20T07:40:00Z', nothing);
    const names = server.taken.map((taken) => taken.mail.messageId);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(1);
    await startAt(shop, '2026-11-21T07:30:00Z', nothing);
    expect(server.taken.at(-1)?.mail.messageId).not.toBe(names[0]);
  });

  test('that some do not get is not sent to the others again, and names nobody', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server) }, server);
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    server.refusals.set('ada@shop.example', 450);
    const later = await startAt(shop, '2026-11-20T07:30:00Z', standing);
    expect(later.waiting[0]?.what).toContain('for 1 of 2 recipients: no. 2 in the settings (450)');
    server.refusals.set('ada@shop.example', 550);
    const final = await startAt(shop, '2026-11-20T07:40:00Z', standing);
    expect(final.waiting).toMatchObject([{ nextTryAt: null }]);
    server.refusals.clear();
    await startAt(shop, '2026-11-20T09:00:00Z', nothing);
    expect(server.taken.map(({ to }) => to)).toEqual([['owner@shop.example']]);
    expect(await startAt(shop, '2026-11-21T07:30:00Z', standing)).toMatchObject({ waiting: [] });
    expect(server.taken).toHaveLength(2);
  });

  const three = ['owner@shop.example', 'ada@shop.example', 'grace@shop.example'];

  test('keeps saying whom it was refused for good, while and after others get it later', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server, { to: three }) }, server);
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    server.refusals.set('ada@shop.example', 550).set('grace@shop.example', 450);
    const refused = /for 1 of 3 recipients: no\. 2 in the settings \(550\)/;
    const both = await startAt(shop, '2026-11-20T07:30:00Z', standing);
    // Whoever is put off does not wait as long as a slip does.
    expect(both.waiting).toMatchObject([{ nextTryAt: '2026-11-20T07:31:00.000Z' }]);
    expect(both.waiting[0]?.what).toMatch(refused);
    expect(both.waiting[0]?.hint).toContain('For those who were put off, it is tried again.');
    server.refusals.delete('grace@shop.example');
    const one = await startAt(shop, '2026-11-20T07:31:00Z', standing);
    expect(one.waiting).toMatchObject([{ nextTryAt: null }]);
    expect(one.waiting[0]?.what).toMatch(refused);
    expect(one.waiting[0]?.hint).toBe('Look for a slip in those addresses. The others have got it.');
    expect(server.taken.map(({ to }) => to)).toEqual([['owner@shop.example'], ['grace@shop.example']]);
    expect(await startAt(shop, '2026-11-21T07:30:00Z', standing)).toMatchObject({ waiting: [{ day: '2026-11-21' }] });
    server.refusals.clear();
    expect(await startAt(shop, '2026-11-22T07:30:00Z', standing)).toMatchObject({ waiting: [{ day: '2026-11-21' }] });
    expect(await startAt(shop, '2026-11-23T07:30:00Z', standing)).toMatchObject({ waiting: [] });
  });

  test('goes to whoever was refused once somebody has mended the slip, and to nobody a second time', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server, { to: three }) }, server);
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    server.refusals.set('ada@shop.example', 550);
    await startAt(shop, '2026-11-20T07:30:00Z', nothing);
    const mended = ['owner@shop.example', 'ada.nowak@shop.example', 'grace@shop.example'];
    const reports = { mail: mailBy(server, { to: mended }) };
    await saveSettings(shop.home, parseSettings({ ...shop.settings, reports }, 'the test'));
    await startAt(shop, '2026-11-20T08:00:00Z', (agent) => agent.reports.tryAgain());
    expect(await startAt(shop, '2026-11-20T08:01:00Z', standing)).toMatchObject({ waiting: [] });
    expect(server.taken.map(({ to }) => to)).toEqual([
      ['owner@shop.example', 'grace@shop.example'],
      ['ada.nowak@shop.example'],
    ]);
  });

  test('leaves no address, password or answer of the server’s in log or record of trouble', async () => {
    const server = await startMailServer();
    const shop = await shopWith({ mail: mailBy(server, { user: 'somebody-else@shop.example' }) }, server);
    await startAt(shop, '2026-11-20T07:00:00Z', nothing);
    const { waiting } = await startAt(shop, '2026-11-20T07:30:00Z', standing);
    expect(waiting).toMatchObject([{ nextTryAt: '2026-11-20T08:30:00.000Z' }]);
    const said = JSON.stringify(waiting) + readFileSync(join(shop.home, 'logs', 'tillbridge.log'), 'utf8');
    for (const secret of [mailUser.password, 'somebody-else', 'owner@', 'no such user'])
      expect(said).not.toContain(secret);
    expect(said).toContain('a report did not go out');
  });
});
