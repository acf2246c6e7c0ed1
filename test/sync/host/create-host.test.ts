import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { takeLock } from '../../../src/database/lock.ts';
import { instantOf } from '../../../src/model/ids.ts';
import { TillbridgeError } from '../../../src/support/errors.ts';
import type { HostState } from '../../../src/sync/host/host-contract.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { shopHome } from '../shop-home.ts';
import { handSleep, openHost, openShop, stateWhere, syncOnce } from './open-host.ts';

describe('before the shop is set up', () => {
  test('there is nothing but the desk, and everything else says so', async () => {
    const host = await openHost(join(temporaryFolder(), 'not there yet'));
    expect(host.state()).toMatchObject({ isSetUp: false, status: null, trouble: null, underway: null });
    expect(host.place()).toBeNull();
    expect(() => host.agent()).toThrow('not set up');
    expect(() => host.sync({})).toThrow('not set up');
    expect(() => host.problems.assignees()).toThrow('not set up');
    expect(host.explain(new TillbridgeError('busy', 'a: b', { hint: 'c' }))).toEqual({
      what: 'a: b',
      hint: 'c',
      reason: 'busy',
    });
    expect(host.explain(new Error('ours'))).toBeUndefined();
  });

  test('a shop that is set up with other hands is found', async () => {
    const { home, clock } = await shopHome();
    const hands = handSleep();
    rmSync(join(home, 'settings.json'));
    const host = await openShop({ home, clock }, { sleep: hands.sleep });
    expect(host.state().isSetUp).toBe(false);
    const other = await shopHome();
    writeFileSync(join(home, 'settings.json'), JSON.stringify(other.settings));
    clock.now += 60_000;
    await hands.wakeUp();
    await stateWhere(host, ({ isSetUp, status }) => isSetUp && status !== null);
  });
});

describe('a run', () => {
  test('is seen at once, tells how far it is, and raises the revision at its end', async () => {
    const shop = await shopHome();
    const host = await openShop(shop);
    const { revision } = host.state();
    const leaving = new AbortController();
    const stages = new Set<string>();
    let firstWord: HostState['underway'] = null;
    const watching = (async () => {
      for await (const { underway } of host.watch(leaving.signal)) {
        firstWord ??= underway;
        for (const { stage } of underway?.progress ?? []) stages.add(stage);
      }
    })();
    // Whoever presses the button has been looking at the page before.
    await delay(250);
    const ended = await syncOnce(host);
    leaving.abort();
    await watching;
    // Before the till has said anything.
    expect(firstWord).toMatchObject({ progress: [] });
    expect([...stages]).toEqual(expect.arrayContaining(['read', 'check', 'send']));
    expect(ended.status).toMatchObject({ state: 'up-to-date', lastRun: { outcome: 'completed' } });
    expect(ended.revision).toBeGreaterThan(revision);
    expect(shop.sandbox.state.contacts.size).toBeGreaterThan(200);
  });

  test('is one at a time, here and in every other process', async () => {
    const shop = await shopHome();
    const host = await openShop(shop);
    host.sync({});
    expect(() => host.sync({})).toThrow(expect.objectContaining({ reason: 'busy' }));
    await expect(host.preview(new AbortController().signal)).rejects.toMatchObject({ reason: 'busy' });
    await stateWhere(host, ({ underway }) => underway === null);
    const lock = takeLock(join(shop.home, 'run.lock'));
    expect(() => host.sync({})).toThrow(expect.objectContaining({ reason: 'busy' }));
    expect(host.state()).toMatchObject({ underway: null, trouble: null, status: { state: 'working' } });
    lock.release();
    await stateWhere(host, ({ status }) => status?.state === 'up-to-date');
    host.sync({});
    await stateWhere(host, ({ underway }) => underway === null);
  });

  test('is ended at its next commit, and the next goes on from there', async () => {
    const shop = await shopHome();
    const host = await openShop(shop);
    expect(host.cancel()).toBe(false);
    host.sync({});
    expect(host.cancel()).toBe(true);
    expect(host.state()).toMatchObject({ underway: { ending: true }, status: { state: 'working' } });
    const ended = await stateWhere(host, ({ underway }) => underway === null);
    expect(ended.status?.lastRun).toMatchObject({ outcome: 'stopped' });
    expect(shop.sandbox.state.contacts.size).toBe(0);
    expect((await syncOnce(host)).status?.lastRun).toMatchObject({ outcome: 'completed' });
  });

  test('is ended by closing, and nothing is left open', async () => {
    const shop = await shopHome();
    const host = await openShop(shop);
    host.sync({});
    await host.close();
    const again = await openShop(shop);
    expect(again.state().status?.lastRun).toMatchObject({ outcome: 'stopped' });
    expect((await syncOnce(again)).status?.state).toBe('up-to-date');
  });

  test('a rehearsal sends nothing, and can be ended', async () => {
    const shop = await shopHome();
    const host = await openShop(shop);
    const preview = await host.preview(new AbortController().signal);
    expect(Object.values(preview.destinations)[0]?.kinds.customer.create).toBeGreaterThan(200);
    expect(shop.sandbox.state.contacts.size).toBe(0);
    const ended = host.preview(new AbortController().signal);
    host.cancel();
    await expect(ended).rejects.toMatchObject({ message: expect.stringContaining('ended') as string });
    expect(host.state().underway).toBeNull();
  });

  test('what somebody does to a problem is heard by everybody who watches', async () => {
    const host = await openShop(await shopHome());
    await syncOnce(host);
    const { revision } = host.state();
    const [problem] = host.agent().problems.list({ state: 'open' });
    host.agent().problems.dismiss(problem?.id ?? 0, 'it is right');
    const heard = await stateWhere(host, (state) => state.revision > revision, 2000);
    expect(heard.status?.toMend).toBe(host.agent().problems.counts().open);
  });
});

describe('the schedule', () => {
  test('runs nothing by itself before a person began the first run, then whatever is due', async () => {
    const shop = await shopHome();
    const { sleep, naps, wakeUp } = handSleep();
    const host = await openShop(shop, { sleep });
    shop.clock.now += 3_600_000;
    await wakeUp();
    expect(host.state()).toMatchObject({ underway: null, status: { lastRun: null } });
    await syncOnce(host);
    const first = host.state().status?.lastRun?.id;
    shop.clock.now += 14 * 60_000;
    await wakeUp();
    expect(host.state().underway).toBeNull();
    shop.clock.now += 2 * 60_000;
    await wakeUp();
    const after = await stateWhere(host, ({ status }) => status?.lastRun?.id !== first && status?.lastRun !== null);
    expect(after.status?.lastRun?.outcome).toBe('completed');
    // A computer that sleeps past its time is noticed soon after it wakes.
    expect(Math.max(...naps)).toBeLessThanOrEqual(60_000);
  });

  test('a paused home runs nothing by itself, also after a restart; "Sync now" works all the same', async () => {
    const shop = await shopHome();
    const { sleep, wakeUp } = handSleep();
    const host = await openShop(shop, { sleep });
    await syncOnce(host);
    const until = instantOf(shop.clock.now + 2 * 3_600_000);
    host.pause(until);
    expect(host.state()).toMatchObject({ pausedUntil: until, status: { state: 'paused', nextRunAt: until } });
    await host.close();
    const again = await openShop(shop, { sleep });
    const before = again.state().status?.lastRun?.id;
    expect(again.state()).toMatchObject({ pausedUntil: until, status: { state: 'paused' } });
    shop.clock.now += 3_600_000;
    await wakeUp();
    expect(again.state()).toMatchObject({ underway: null, status: { lastRun: { id: before } } });
    const asked = (await syncOnce(again)).status?.lastRun?.id;
    expect(asked).not.toBe(before);
    shop.clock.now += 2 * 3_600_000;
    await wakeUp();
    const after = await stateWhere(again, ({ status, underway }) => underway === null && status?.lastRun?.id !== asked);
    expect(after).toMatchObject({ pausedUntil: null, status: { state: 'up-to-date' } });
  });

  test('resuming ends a pause at once', async () => {
    const shop = await shopHome();
    const host = await openShop(shop);
    await syncOnce(host);
    host.pause(instantOf(shop.clock.now + 3_600_000));
    host.resume();
    expect(host.state()).toMatchObject({ pausedUntil: null, status: { state: 'up-to-date' } });
  });
});

describe('trouble', () => {
  test('a database that cannot be opened is trouble, not an end; it is opened again once it is mended', async () => {
    const shop = await shopHome();
    writeFileSync(join(shop.home, 'tillbridge.db'), 'this is no database at all, and never was one');
    const { sleep, wakeUp } = handSleep();
    const host = await openShop(shop, { sleep });
    expect(host.state()).toMatchObject({ isSetUp: true, status: null });
    expect(host.state().trouble?.what).toContain('database');
    expect(host.state().trouble?.hint).toContain('tillbridge.db');
    expect(() => host.agent()).toThrow('database');
    rmSync(join(shop.home, 'tillbridge.db'));
    shop.clock.now += 61_000;
    await wakeUp();
    await stateWhere(host, ({ status, trouble }) => status !== null && trouble === null);
  });

  test('settings that nobody can read are trouble, and saving good ones ends it', async () => {
    const shop = await shopHome();
    writeFileSync(join(shop.home, 'settings.json'), '{ "shop": ');
    const host = await openShop(shop);
    expect(host.state()).toMatchObject({ isSetUp: true, status: null });
    expect(host.desk.settings()).toBeNull();
    await host.desk.save(shop.settings);
    expect(host.state()).toMatchObject({ trouble: null, status: { state: 'waiting' } });
  });
});
