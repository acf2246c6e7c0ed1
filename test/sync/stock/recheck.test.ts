import { describe, expect, test } from 'vitest';
import { takeLock } from '../../../src/database/lock.ts';
import { join } from 'node:path';
import { loadSettings, parseSettings } from '../../../src/settings/store.ts';
import { createAgent } from '../../../src/sync/agent.ts';
import { systemClock } from '../../../src/support/clock.ts';
import { ringShop, type RingShop } from './ring-shop.ts';

const signal = new AbortController().signal;

async function problemWith(shop: RingShop, rule: string) {
  const [found] = (await shop.agent()).problems.list({ rule, state: 'open' });
  return found ?? expect.fail(`no problem ${rule} is open`);
}

/** Looks at a problem again; nothing of it may reach the website. */
async function recheck(shop: RingShop, id: number) {
  return (await shop.agent()).recheck(id, signal);
}

describe('an article of the website is rechecked at the till', () => {
  test('a price that the website refused', async () => {
    const shop = await ringShop([{ code: 'R-1', stock: 5, price: '1000000.01', website: { price: '100.00' } }], {
      website: { prices: true },
    });
    await shop.sync();
    const { id } = await problemWith(shop, 'price_refused');
    expect(await recheck(shop, id)).toMatchObject({ result: 'still-wrong', problem: { state: 'open' } });
    shop.till("UPDATE ART SET PRICE = '100.01'");
    expect(await recheck(shop, id)).toMatchObject({
      result: 'mended',
      says: 'The till says something else now. The next run shows whether the website takes it.',
      problem: { state: 'closed', closedAs: 'mended' },
    });
    await shop.settle();
    expect((await shop.agent()).problems.get(id)).toMatchObject({ state: 'closed' });
  });

  test('a stock that the website refused as too high', async () => {
    const shop = await ringShop([{ code: 'R-1', stock: 2_000_000_000, website: { stock: 5 } }]);
    await shop.settle();
    const { id } = await problemWith(shop, 'stock_too_high');
    shop.till('UPDATE ART SET QTY = 7');
    const before = shop.shown('R-1');
    expect(await recheck(shop, id)).toMatchObject({ result: 'mended' });
    expect(shop.shown('R-1')).toBe(before);
    await shop.settle();
    expect(shop.shown('R-1')).toBe(7);
  });

  test('one that no article of the till is: a number that an article gets, even a new one, and an alias', async () => {
    const shop = await ringShop([
      { code: 'R-1', stock: 5 },
      { code: 'R-2', stock: 5, website: { sku: 'WEB-2' } },
      { code: 'R-3', stock: 5, website: { sku: 'WEB-3' } },
    ]);
    await shop.sync();
    const agent = await shop.agent();
    const [one, other] = agent.problems.list({ rule: 'unmatched_variant', state: 'open' });
    const numbered = [one, other].find((each) => each?.value === 'WEB-2') ?? expect.fail('WEB-2 is matched');
    const named = [one, other].find((each) => each?.value === 'WEB-3') ?? expect.fail('WEB-3 is matched');
    expect(await recheck(shop, numbered.id)).toMatchObject({ result: 'still-wrong' });
    shop.till("INSERT INTO ART VALUES ('web-2', 'New in the till', NULL, 4, '100.00', NULL)");
    expect(await recheck(shop, numbered.id)).toMatchObject({ result: 'mended' });
    agent.stock.say('R-3', 'WEB-3');
    expect(await recheck(shop, named.id)).toMatchObject({ result: 'mended' });
  });

  test('a number that two articles of the till share', async () => {
    const shop = await ringShop([
      { code: 'R-1', stock: 5 },
      { code: 'r-1', stock: 2, website: null },
    ]);
    await shop.sync();
    const { id } = await problemWith(shop, 'matched_twice');
    expect(await recheck(shop, id)).toMatchObject({ result: 'still-wrong' });
    shop.till("UPDATE ART SET CODE = 'R-9' WHERE CODE = 'r-1'");
    expect(await recheck(shop, id)).toMatchObject({ result: 'mended' });
  });

  test('while a run is under way it says so, and looks at nothing', async () => {
    const shop = await ringShop([{ code: 'R-2', stock: 5, website: { sku: 'WEB-2' } }]);
    await shop.sync();
    const { id } = await problemWith(shop, 'unmatched_variant');
    const lock = takeLock(join(shop.home, 'run.lock'));
    await expect(recheck(shop, id)).rejects.toMatchObject({
      reason: 'busy',
      message: expect.stringMatching(/a run is under way/) as string,
    });
    lock.release();
  });

  test('what only the website can mend says so, and when it leaves the list', async () => {
    const shop = await ringShop([{ code: 'R-1', stock: 5, website: { stock: null } }]);
    await shop.sync();
    const { id } = await problemWith(shop, 'stock_not_counted');
    await expect(recheck(shop, id)).rejects.toMatchObject({
      hint: expect.stringMatching(/read as a whole: it leaves this list/) as string,
    });
  });

  test('of a website that was taken out of the settings, what is left says when it leaves the list', async () => {
    const shop = await ringShop([{ code: 'R-2', stock: 5, website: { sku: 'WEB-2' } }]);
    await shop.sync();
    const { id } = await problemWith(shop, 'unmatched_variant');
    const settings = await loadSettings(shop.home);
    const folder = { id: 'folder', kind: 'folder', directory: join(shop.home, 'out') };
    const without = parseSettings({ ...settings, destinations: [folder] }, 'a test');
    const agent = await createAgent({ home: shop.home, settings: without, environment: {}, now: systemClock });
    await expect(agent.recheck(id, signal)).rejects.toMatchObject({
      hint: 'Nothing is sent there any more: it leaves this list with the next run.',
    });
    await agent.close();
  });
});
