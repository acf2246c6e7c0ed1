import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWords } from '../../src/support/words.ts';

const british = createWords({ country: 'GB', currency: 'GBP', timeZone: 'Europe/London' });
const noon = Date.UTC(2026, 10, 21, 12);
const at = (milliseconds: number) => new Date(noon + milliseconds).toISOString();

describe('the words of a British shop', () => {
  test('count with their own marks on any machine', () => {
    expect(british.number(12_006)).toBe('12,006');
    expect(british.count(1, 'customer')).toBe('1 customer');
    expect(british.count(60_114, 'sale')).toBe('60,114 sales');
    expect(british.count(2, 'entry', 'entries')).toBe('2 entries');
  });

  test('name money whole where no pence are lost', () => {
    expect(british.money(431_000)).toBe('£4,310');
    expect(british.money(8_950)).toBe('£89.50');
    expect(british.money(-5)).toBe('-£0.05');
  });

  test('give times in the shop’s zone, not the machine’s', () => {
    expect(british.time('2026-07-01T11:05:00.000Z')).toBe('12:05');
    expect(british.moment('2026-11-21T23:05:00.000Z')).toBe('21 Nov 2026, 23:05');
    expect(british.day('2026-06-30T23:05:00.000Z')).toBe('1 Jul 2026');
  });

  test.for([
    [-20_000, 'just now'],
    [-4 * 60_000, '4 minutes ago'],
    [-60 * 60_000, '1 hour ago'],
    [-25 * 3_600_000, 'yesterday'],
    [-3 * 86_400_000, '3 days ago'],
    [12 * 60_000, 'in 12 minutes'],
  ] as const)('say how long ago %i ms were: %s', ([away, expected]) => {
    expect(british.ago(at(away), noon)).toBe(expected);
  });

  test.for([
    [410, '0.4 s'],
    [2_140, '2.1 s'],
    [47_300, '47 s'],
    [185_000, '3 min 5 s'],
    [7_800_000, '2 h 10 min'],
    [3_599_600, '1 h'],
  ] as const)('say how long %i ms are: %s', ([length, expected]) => {
    expect(british.span(length)).toBe(expected);
  });

  test('never say sixty seconds or sixty minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (length) => {
        const seconds = /(\d+) min (\d+) s/.exec(british.span(length));
        const minutes = /(\d+) h (\d+) min/.exec(british.span(length));
        if (seconds) expect(Number(seconds[2])).toBeLessThan(60);
        if (minutes) expect(Number(minutes[2])).toBeLessThan(60);
      }),
    );
  });
});

test('other countries have their own marks, currencies and places', () => {
  const german = createWords({ country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' });
  expect(german.number(12_006)).toBe('12.006');
  expect(german.money(123_456)).toMatch(/^1\.234,56\s€$/);
  const japanese = createWords({ country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo' });
  expect(japanese.money(8_900)).toMatch(/^[¥￥]8,900$/);
});
