import { expect, test } from 'vitest';
import { nextReport, reportOfToday } from '../../src/report/report-times.ts';

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const at = (moment: string) => Date.parse(moment);

test.each([
  // London is an hour ahead of UTC in summer.
  ['07:30', 'Europe/London', '2026-07-01T06:29:59Z', null, '2026-07-01T06:30:00.000Z'],
  ['07:30', 'Europe/London', '2026-07-01T06:30:00Z', '2026-07-01', '2026-07-02T06:30:00.000Z'],
  ['07:30', 'Europe/London', '2026-12-01T06:30:00Z', null, '2026-12-01T07:30:00.000Z'],
  // The day is the shop's, not UTC's.
  ['00:15', 'Pacific/Auckland', '2026-06-30T12:15:00Z', '2026-07-01', '2026-07-01T12:15:00.000Z'],
  ['23:45', 'America/Los_Angeles', '2026-07-02T06:45:00Z', '2026-07-01', '2026-07-03T06:45:00.000Z'],
  // Clocks skip 01:00 to 02:00 on 29 March: the report comes an hour later by the clock, and comes.
  ['01:30', 'Europe/London', '2026-03-29T00:59:00Z', null, '2026-03-29T01:30:00.000Z'],
  ['01:30', 'Europe/London', '2026-03-29T01:30:00Z', '2026-03-29', '2026-03-30T00:30:00.000Z'],
  // On 25 October they show 01:30 twice: the first counts, and the second is no other.
  ['01:30', 'Europe/London', '2026-10-25T00:30:00Z', '2026-10-25', '2026-10-26T01:30:00.000Z'],
  ['01:30', 'Europe/London', '2026-10-25T01:30:00Z', '2026-10-25', '2026-10-26T01:30:00.000Z'],
  // Before and after the change the clock says the same, and UTC does not.
  ['07:30', 'Europe/London', '2026-10-24T06:30:00Z', '2026-10-24', '2026-10-25T07:30:00.000Z'],
])('at %s in %s: at %s it is %s, then %s', (time, timeZone, now, today, next) => {
  const times = { at: time, days: week, timeZone };
  expect(reportOfToday(times, at(now))?.day ?? null).toBe(today);
  expect(nextReport(times, at(now))?.at).toBe(next);
});

test('days without a report are passed over, also a whole week', () => {
  const times = { at: '07:30', days: ['saturday'], timeZone: 'Europe/London' };
  // A Friday, and the Saturday after it.
  expect(reportOfToday(times, at('2026-11-20T09:00:00Z'))).toBeUndefined();
  expect(nextReport(times, at('2026-11-20T09:00:00Z'))).toEqual({ day: '2026-11-21', at: '2026-11-21T07:30:00.000Z' });
  expect(nextReport(times, at('2026-11-21T07:30:00Z'))?.day).toBe('2026-11-28');
  expect(nextReport({ ...times, days: [] }, at('2026-11-21T07:30:00Z'))).toBeUndefined();
});

test('in a year there is one for every day, whatever the clocks do', () => {
  for (const timeZone of ['Europe/London', 'Australia/Lord_Howe', 'America/New_York', 'Pacific/Chatham']) {
    for (const time of ['00:00', '01:30', '02:30', '23:59']) {
      const times = { at: time, days: week, timeZone };
      const days = new Set<string>();
      let now = at('2026-01-01T12:00:00Z');
      for (let i = 0; i < 365; i += 1) {
        const report = nextReport(times, now);
        if (!report) break;
        days.add(report.day);
        now = Date.parse(report.at);
        expect(reportOfToday(times, now)?.day).toBe(report.day);
      }
      expect([timeZone, time, days.size]).toEqual([timeZone, time, 365]);
    }
  }
});
