import { describe, expect, it } from 'vitest';
import {
  sinceFirst,
  sinceFirstLoad,
  slowestFirst,
  slowestStage,
  trendOf,
  volumeOf,
  worstCause,
} from '../../renderer/screens/activity/plots/findings.ts';
import { missingIn } from '../../renderer/screens/activity/runs/run-sums.ts';
import { oughtToShow } from '../../renderer/screens/activity/stock/ought-to-show.ts';
import { createWords } from '../../renderer/words/create-words.ts';
import type { LocalDate } from '../../src/model/ids.ts';
import type { ActivityDay } from '../../src/sync/host/host-contract.ts';

function day(at: number, what: Partial<ActivityDay> = {}): ActivityDay {
  return {
    day: `2026-11-${String(at).padStart(2, '0')}` as LocalDate,
    read: 0,
    sent: 0,
    problemsOpened: 0,
    problemsClosed: 0,
    problemsOpen: 0,
    seconds: { read: 0, check: 0, send: 0 },
    ...what,
  };
}

describe('what is to mend over time', () => {
  it.each([
    [31, 12, 'fewer'],
    [12, 31, 'more'],
    [12, 12, 'same'],
  ] as const)('from %i to %i in a week is %s', (before, now, trend) => {
    const days = [99, before, 50, 50, 50, 50, 50, 50, now].map((problemsOpen, at) => day(at + 1, { problemsOpen }));
    expect(trendOf(days)).toEqual({ trend, now, before, day: '2026-11-02' });
  });

  it('is compared with its first day where it is known for less than a week', () => {
    expect(trendOf([day(1, { problemsOpen: 4 }), day(2, { problemsOpen: 3 })])).toMatchObject({ before: 4, now: 3 });
  });

  it('is compared with nothing on its first day', () => {
    expect(trendOf([day(1, { problemsOpen: 4 })])).toMatchObject({ trend: 'first', now: 4 });
  });

  it('is nothing to speak of where nothing ever was, or nothing is known', () => {
    expect(trendOf([day(1), day(2)])).toBeNull();
    expect(trendOf([])).toBeNull();
  });
});

it('the days before the first run are not part of any average', () => {
  const days = sinceFirst([day(1), day(2), day(3, { sent: 10 }), day(4)]);
  expect(volumeOf(days)).toEqual({ average: 5, most: 10, day: '2026-11-03' });
  expect(volumeOf(sinceFirst([day(1)]))).toBeNull();
});

it('a first load beside which nothing would be seen stands by itself', () => {
  const [first, ...rest] = [day(1, { sent: 8076 }), day(2, { sent: 32 }), day(3, { sent: 28 })];
  expect(sinceFirstLoad([first, ...rest])).toEqual({ first, rest });
  expect(sinceFirstLoad([day(1, { sent: 300 }), ...rest])).toBeNull();
  expect(sinceFirstLoad([first, day(2)])).toBeNull();
  expect(sinceFirstLoad([])).toBeNull();
});

it('the slowest stage is named with its share of all the time', () => {
  const days = [
    day(1, { seconds: { read: 10, check: 5, send: 25 } }),
    day(2, { seconds: { read: 10, check: 5, send: 25 } }),
  ];
  expect(slowestStage(days)).toEqual({ stage: 'send', share: 0.625 });
  expect(slowestStage([day(1)])).toBeNull();
});

it('the worst field has its share of everything that is to mend', () => {
  const causes = [
    { kind: 'customer', origin: 'CUST.TEL', count: 6 },
    { kind: 'sale', origin: '', count: 2 },
  ] as const;
  expect(worstCause(causes)).toMatchObject({ origin: 'CUST.TEL', share: 0.75 });
  expect(worstCause([])).toBeNull();
});

it('rules of which nothing was mended have no time, and the slowest comes first', () => {
  const rule = (code: string, mended: number, medianHours: number) => ({
    kind: 'customer' as const,
    field: 'email',
    code,
    title: code,
    mended,
    medianHours,
  });
  expect(slowestFirst([rule('a', 1, 2), rule('b', 0, 9), rule('c', 1, 5)]).map(({ code }) => code)).toEqual(['c', 'a']);
});

it('an account that does not add up says how many rows are missing', () => {
  const account = { rows: 10, unchanged: 3, sent: 2, waiting: 1, problem: 1, excluded: 1, joined: 1 };
  expect(missingIn(account)).toBe(1);
  expect(missingIn({ ...account, rows: 9 })).toBe(0);
});

it('the website ought to show what the till has, less what is kept back and what was ordered, and never less than nothing', () => {
  const line = { standing: 'reckoned', till: 5, kept: 1, ordered: 2 } as Parameters<typeof oughtToShow>[0];
  expect(oughtToShow(line)).toBe(2);
  expect(oughtToShow({ ...line, till: 1 })).toBe(0);
  expect(oughtToShow({ ...line, standing: 'excluded' })).toBeNull();
});

it('a day is the same day on both sides of the date line', () => {
  for (const timeZone of ['Pacific/Auckland', 'Europe/London', 'Pacific/Honolulu']) {
    const words = createWords('en', { country: 'GB', currency: 'GBP', timeZone });
    expect(words.day('2026-11-03')).toBe('3 Nov 2026');
    expect(words.shortDay('2026-11-03')).toBe('3 Nov');
  }
});
