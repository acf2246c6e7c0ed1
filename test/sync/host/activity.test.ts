import { describe, expect, test } from 'vitest';
import { shopHome } from '../shop-home.ts';
import { openShop, syncOnce } from './open-host.ts';

const day = 86_400_000;

describe('the activity of a shop', () => {
  test('has a row for each day of its own calendar, also for those on which nothing was done', async () => {
    const shop = await shopHome({ settings: { schedule: { everyMinutes: 1440 } } });
    // Half past midnight in London's summer is still yesterday by UTC.
    shop.clock.now = Date.parse('2026-07-01T23:30:00Z');
    const host = await openShop(shop);
    await syncOnce(host);
    shop.clock.now += 2 * day;
    const { days } = host.activity(4);
    expect(days.map((each) => each.day)).toEqual(['2026-07-01', '2026-07-02', '2026-07-03', '2026-07-04']);
    expect(days.map(({ read }) => read > 0)).toEqual([false, true, false, false]);
    expect(days.map(({ sent }) => sent > 0)).toEqual([false, true, false, false]);
    const [report] = host.runs(null, 1);
    const problems = report?.problems.open ?? 0;
    expect(problems).toBeGreaterThan(0);
    expect(days.map(({ problemsOpen }) => problemsOpen)).toEqual([0, problems, problems, problems]);
    expect(days[1]).toMatchObject({ problemsOpened: problems, problemsClosed: 0 });
    expect(host.activity(1).days).toHaveLength(1);
  });

  test('tells what was mended, how long that took, and what is open still', async () => {
    const shop = await shopHome({ size: 600 });
    const host = await openShop(shop);
    await syncOnce(host);
    const { problems } = host.problems.page({ state: 'open', rule: 'bad_phone', sort: 'age', offset: 0, limit: 2 });
    const [one, other] = problems;
    const before = host.activity(1).days[0]?.problemsOpen ?? 0;
    expect(host.agent().problems.dismiss(other?.id ?? 0, 'they have no phone')).toBe(true);
    shop.clock.now += 6 * 3_600_000;
    const column = one?.origin.split('.')[1] ?? '';
    shop.till(`UPDATE CUST SET ${column} = '07700 900321' WHERE ACNO = '${one?.key}'`);
    shop.clock.now += day;
    await syncOnce(host);
    const { days, mending } = host.activity(3);
    expect(days.map(({ problemsClosed }) => problemsClosed)).toEqual([1, 0, 1]);
    expect(days.at(-1)?.problemsOpen).toBe(before - 2);
    expect(mending).toMatchObject([{ kind: 'customer', code: 'bad_phone', mended: 1, medianHours: 30 }]);
    expect(mending[0]?.title).toMatch(/^1 (?:phone|mobile) number that cannot be called$/);
  });

  test('lists its runs, the newest first, a page after the other, with the seconds of each stage', async () => {
    const shop = await shopHome();
    const host = await openShop(shop);
    for (let run = 0; run < 3; run++) {
      shop.clock.now += 60_000;
      await syncOnce(host);
    }
    const newest = host.runs(null, 2);
    expect(newest.map(({ run }) => run.id)).toEqual([3, 2]);
    expect(host.runs(2, 5).map(({ run }) => run.id)).toEqual([1]);
    expect(newest[0]?.seconds).toEqual({
      read: expect.any(Number) as number,
      check: expect.any(Number) as number,
      send: expect.any(Number) as number,
    });
  });
});
