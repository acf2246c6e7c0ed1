import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createSampleMaker } from '../../../src/cli/sample/create-sample-maker.ts';
import { sampleShopProfile } from '../../../src/sandbox/shop/profile.ts';
import { smallestShopWithWebsite } from '../../../src/sandbox/shop/website/website.ts';
import type { Keychain } from '../../../src/settings/keychain.ts';
import { systemClock } from '../../../src/support/clock.ts';
import { TillbridgeError } from '../../../src/support/errors.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { apiKey, shopHome } from '../shop-home.ts';
import { memoryKeychain, openHost, openShop, stateWhere, syncOnce } from './open-host.ts';

const never = new AbortController().signal;

test('a shop is set up from nothing: profile, secret, settings, and a first run', async () => {
  const shop = await shopHome();
  for (const file of ['settings.json', 'profile.json']) rmSync(join(shop.home, file));
  const host = await openShop(shop, { environment: {} });
  expect(host.desk.settings()).toBeNull();
  expect(await host.desk.profile()).toBeNull();
  await host.desk.saveProfile(sampleShopProfile);
  await host.desk.setSecret('genieai', apiKey);
  expect(await host.desk.secrets()).toMatchObject({ till: false, genieai: true });
  expect(await host.desk.test(shop.settings, null, never)).toMatchObject([{ ok: true }, { ok: true }]);
  await host.desk.save(shop.settings);
  expect(host.state()).toMatchObject({ isSetUp: true, trouble: null });
  expect(host.desk.settings()?.shop).toEqual(shop.settings.shop);
  expect(host.place()).toMatchObject({ currency: 'GBP' });
  expect((await syncOnce(host)).status?.lastRun?.outcome).toBe('completed');
});

test('wrong settings are refused with the place and what would be right, and the old ones stay', async () => {
  const shop = await shopHome();
  const host = await openShop(shop);
  const before = readFileSync(join(shop.home, 'settings.json'), 'utf8');
  const wrong = { ...shop.settings, shop: { ...shop.settings.shop, country: 'Britain' } };
  await expect(host.desk.save(wrong)).rejects.toThrow(/shop\.country: expected a country code/);
  const [genieai] = shop.settings.destinations;
  const misfit = { ...shop.settings, destinations: [{ ...genieai, requestsPerMinute: 'many' }] };
  await expect(host.desk.save(misfit)).rejects.toThrow(/genieai: requestsPerMinute: expected/);
  await expect(host.desk.save({ ...shop.settings, destinations: [{ id: 'x', kind: 'fax' }] })).rejects.toThrow('"fax"');
  await expect(host.desk.saveProfile({ name: 3 })).rejects.toThrow(/name: expected/);
  expect(readFileSync(join(shop.home, 'settings.json'), 'utf8')).toBe(before);
  expect(host.state().trouble).toBeNull();
});

test('saving while a run is under way shows at once, and loses nothing of the run', async () => {
  const shop = await shopHome();
  const host = await openShop(shop);
  host.sync({});
  await stateWhere(host, ({ underway }) => (underway?.progress.length ?? 0) > 0);
  await host.desk.save({ ...shop.settings, shop: { ...shop.settings.shop, name: 'Another name' } });
  expect(host.desk.settings()?.shop.name).toBe('Another name');
  expect(host.state().underway?.ending).toBe(false);
  const ended = await stateWhere(host, ({ underway }) => underway === null);
  expect(ended.status?.lastRun?.outcome).toBe('completed');
  const after = await stateWhere(host, ({ status }) => status?.shop === 'Another name');
  expect(after.status?.lastRun?.outcome).toBe('completed');
});

test('the schema describes the settings, each kind of destination its own, so that a screen can draw itself', async () => {
  const { desk } = await openHost(temporaryFolder());
  const text = JSON.stringify(desk.schema());
  expect(text).toContain('The shop as its people call it.');
  expect(text).toContain('"default":15');
  const kinds = desk.destinationKinds();
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['genieai', 'folder', 'squarespace']));
  for (const { kind, schema } of kinds) {
    const { properties } = z.object({ properties: z.record(z.string(), z.looseObject({})) }).parse(schema);
    for (const [name, property] of Object.entries(properties)) {
      expect([kind, name, typeof property['description']]).toEqual([kind, name, 'string']);
    }
  }
});

test('a connection is tried before anything is kept, one at a time, with what is wrong in words', async () => {
  const shop = await shopHome();
  const host = await openHost(temporaryFolder(), { environment: { TILLBRIDGE_SECRET_GENIEAI: 'a wrong key' } });
  const till = { kind: 'sqlite', file: shop.tillFile };
  expect(await host.desk.test({ till }, 'till', never)).toMatchObject([{ what: 'Till', ok: true }]);
  const lost = { kind: 'sqlite', file: '/nowhere/till.db' };
  expect(await host.desk.test({ till: lost }, 'till', never)).toMatchObject([{ what: 'Till', ok: false }]);
  const [wrongKey] = await host.desk.test(shop.settings, 'genieai', never);
  expect(wrongKey).toMatchObject({ what: 'GenieAI', ok: false });
  expect(wrongKey?.hint).toMatch(/key/i);
  await expect(host.desk.test({ till: { kind: 'fax' } }, 'till', never)).rejects.toThrow(/till: .*kind/);
  await expect(host.desk.test(shop.settings, 'nobody', never)).rejects.toThrow('"nobody"');
  expect(host.state().isSetUp).toBe(false);
});

test('secrets go in and never come out; forgetting one makes it missing', async () => {
  const shop = await shopHome();
  const host = await openShop(shop, { environment: {}, keychain: memoryKeychain() });
  expect(await host.desk.secrets()).toEqual({ till: false, mail: false, genieai: false });
  await host.desk.setSecret('genieai', apiKey);
  expect(await host.desk.secrets()).toEqual({ till: false, mail: false, genieai: true });
  const said = JSON.stringify([host.state(), host.desk.settings(), await host.desk.secrets()]);
  expect(said).not.toContain(apiKey);
  // What is stored is used at once.
  expect(await host.agent().check(never)).toMatchObject([{}, { what: 'GenieAI', ok: true }, {}, {}]);
  await host.desk.forgetSecret('genieai');
  expect(await host.desk.secrets()).toEqual({ till: false, mail: false, genieai: false });
});

test('where a machine has no keychain, the answer names the variable that does instead', async () => {
  const none: Keychain = {
    read: () => Promise.reject(new TillbridgeError('settings', 'no keychain', { hint: 'Unlock it.' })),
    write: () =>
      Promise.reject(new TillbridgeError('settings', 'opening the keychain: there is none', { hint: 'Unlock it.' })),
    remove: () => Promise.resolve(false),
  };
  const host = await openHost(temporaryFolder(), { environment: {}, keychain: none });
  await expect(host.desk.setSecret('genieai', apiKey)).rejects.toMatchObject({
    hint: expect.stringContaining('TILLBRIDGE_SECRET_GENIEAI') as string,
  });
  expect(await host.desk.secrets()).toMatchObject({ genieai: false });
});

test(
  'the invented shop is made with its destinations, works, and comes back with them',
  { timeout: 60_000 },
  async () => {
    const home = join(temporaryFolder(), 'sample');
    const sample = createSampleMaker({ now: systemClock, size: smallestShopWithWebsite });
    const host = await openHost(home, { environment: {}, sample });
    await host.desk.makeSample();
    expect(host.state()).toMatchObject({ isSetUp: true, trouble: null });
    expect(await host.desk.secrets()).toMatchObject({ genieai: true, squarespace: true });
    expect((await syncOnce(host)).status).toMatchObject({ lastRun: { outcome: 'completed' } });
    await expect(host.desk.makeSample()).rejects.toThrow('already');
    await host.close();
    const again = await openHost(home, { environment: {}, sample });
    const lines = await again.desk.test(again.desk.settings(), null, never);
    expect(lines.map(({ ok }) => ok)).toEqual([true, true, true]);
  },
);

test('without the source there is no invented shop, and that is said', async () => {
  const host = await openHost(temporaryFolder());
  await expect(host.desk.makeSample()).rejects.toThrow('sample shop');
});

test('quiet hours are switched at once, also during a run, and nothing else changes', async () => {
  const shop = await shopHome();
  const host = await openShop(shop);
  expect(host.state().notices).toEqual({ quiet: true, quietFrom: '20:00', quietUntil: '08:00' });
  host.sync({});
  await stateWhere(host, ({ underway }) => underway !== null);
  await host.desk.setQuiet(false);
  expect(host.state()).toMatchObject({ notices: { quiet: false }, underway: { ending: false } });
  await stateWhere(host, ({ underway }) => underway === null);
  const kept = JSON.parse(readFileSync(join(shop.home, 'settings.json'), 'utf8')) as unknown;
  expect(kept).toEqual({ ...shop.settings, notices: { ...shop.settings.notices, quiet: false } });
  const fresh = await openHost(temporaryFolder());
  await expect(fresh.desk.setQuiet(true)).rejects.toThrow('not set up');
  expect(fresh.state().notices).toBeNull();
});
