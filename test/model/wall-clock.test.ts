import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/model/ids.ts';
import { instantFromWallClock, localDateOf } from '../../src/model/wall-clock.ts';

const zones = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'Asia/Tehran',
  'Africa/Monrovia',
];

/** What the zone's clocks show at the moment, asked of Intl in another way than the code under test does. */
function shownAt(milliseconds: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(milliseconds);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

const seconds = fc.integer({ min: Date.UTC(1902, 0, 1) / 1000, max: Date.UTC(2090, 0, 1) / 1000 });

describe('instantFromWallClock', () => {
  it('finds the moment that a clock showed, or the same hour an earlier time around', () => {
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        const shown = shownAt(second * 1000, zone);
        const found = Date.parse(instantFromWallClock(shown, zone) ?? '');
        expect(shownAt(found, zone)).toBe(shown);
        expect(found).toBeLessThanOrEqual(second * 1000);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['in winter', '2026-01-15 09:30:00', 'Europe/London', '2026-01-15T09:30:00.000Z'],
    ['in summer', '2026-07-15 09:30:00', 'Europe/London', '2026-07-15T08:30:00.000Z'],
    ['in the hour that is skipped', '2026-03-29 01:30:00', 'Europe/London', '2026-03-29T01:30:00.000Z'],
    ['in the hour that comes twice', '2026-10-25 01:30:00', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['right after the hour that comes twice', '2026-10-25 02:00:00', 'Europe/London', '2026-10-25T02:00:00.000Z'],
    ['when half an hour is skipped', '2026-10-04 02:15:00', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['on the day that Samoa left out', '2011-12-30 12:00:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
    ['with parts of a second', '2026-01-15 09:30:00.1239', 'UTC', '2026-01-15T09:30:00.123Z'],
    ['as a day alone', '2026-01-15', 'UTC', '2026-01-15T00:00:00.000Z'],
    ['in the year 26', '0026-01-15', 'UTC', '0026-01-15T00:00:00.000Z'],
  ])('reads a clock %s', (...[, text, zone, instant]) => {
    expect(instantFromWallClock(text, zone)).toBe(instant);
  });

  it.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-15 24:00:00',
    '15/01/2026',
    '2026-01-15 09:61',
    '0000-01-01',
  ])('finds no moment in %j', (text) => {
    expect(instantFromWallClock(text, 'UTC')).toBeUndefined();
  });
});

describe('localDateOf', () => {
  it('agrees with Intl', () => {
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        expect(localDateOf(instantOf(second * 1000), zone)).toBe(shownAt(second * 1000, zone).slice(0, 10));
      }),
      { numRuns: 2000 },
    );
  });
});
