import { describe, expect, it } from 'vitest';
import { retryAfter } from '../../../src/connectors/http/retry-after.ts';

const now = Date.UTC(2026, 10, 21, 9, 0, 0);

describe('how long a far side asks us to wait', () => {
  it.each<[string, Record<string, string>, number]>([
    ['in seconds', { 'retry-after': '7' }, 7000],
    ['in no time', { 'retry-after': '0' }, 0],
    ['until a date', { 'retry-after': 'Sat, 21 Nov 2026 09:00:30 GMT' }, 30_000],
    [
      'until a date, by its own clock',
      { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' },
      30_000,
    ],
    ['until a date that has passed', { 'retry-after': 'Sat, 21 Nov 2026 08:00:00 GMT' }, 0],
    ['without saying', {}, 30_000],
    ['in words', { 'retry-after': 'soon' }, 30_000],
    ['in fractions', { 'retry-after': '1.5' }, 30_000],
    ['for a year', { 'retry-after': '31536000' }, 24 * 3_600_000],
  ])('%s', (_how, headers, milliseconds) => {
    expect(retryAfter(new Headers(headers), now)).toBe(milliseconds);
  });

  it('as the connector knows it, where the far side does not say', () => {
    expect(retryAfter(new Headers(), now, 60_000)).toBe(60_000);
    expect(retryAfter(new Headers({ 'retry-after': '7' }), now, 60_000)).toBe(7000);
  });
});
