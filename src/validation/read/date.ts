import type { Instant, LocalDate } from '../../model/ids.ts';
import { instantOf } from '../../model/ids.ts';
import { instantFromWallClock } from '../../model/wall-clock.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Where people write the month before the day. */
export const monthFirst: ReadonlySet<string> = new Set(['US', 'PH', 'FM', 'MH', 'PW', 'GU', 'PR', 'AS', 'MP', 'VI']);

const iso = /^\d{4}-\d\d-\d\d$/;
const timeBehind = /^(.*\d)[ T]+(\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)$/;
const exactInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** What Delphi-made databases and others write for "no date". */
const emptyDates = new Set(['1899-12-30', '0000-00-00', '1899-12-31']);

/** A day from the forms in which tills and people write one, null for "no date", undefined for what may mean two days or none. */
export function dayOf(text: string, country: string): LocalDate | null | undefined {
  if (emptyDates.has(text.slice(0, 10))) return null;
  if (iso.test(text))
    return isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
      ? (text as LocalDate)
      : undefined;
  const plain = text.trim();
  return writtenDay(timeBehind.exec(plain)?.[1] ?? plain, country);
}

/** A moment from a day with or without a time, as clocks in the zone show it, or from ISO text that names its own zone. */
export function momentOf(text: string, shop: { country: string; timeZone: string }): Instant | null | undefined {
  const direct = instantFromWallClock(text, shop.timeZone);
  if (direct !== undefined) return emptyDates.has(text.slice(0, 10)) ? null : direct;
  if (exactInstant.test(text)) {
    const milliseconds = Date.parse(text);
    return Number.isNaN(milliseconds) || dayOf(text.slice(0, 10), shop.country) === undefined
      ? undefined
      : instantOf(milliseconds);
  }
  const [, date = text, time = ''] = timeBehind.exec(text.trim()) ?? [];
  const day = dayOf(date, shop.country);
  if (day === null || day === undefined) return day;
  return instantFromWallClock(
    time === '' ? day : `${day} ${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}`,
    shop.timeZone,
  );
}

function writtenDay(text: string, country: string): LocalDate | undefined {
  const isoLike = /^(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)$/.exec(text);
  if (isoLike) return dayFrom(isoLike[1], isoLike[2], isoLike[3]);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted) return dayFrom(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (slashed) return slashedDay(slashed, country);
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?[ -](\d{4})$/i.exec(text);
  if (named) return dayFrom(named[3], monthNamed(named[2]), named[1]);
  const american = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  return american ? dayFrom(american[3], monthNamed(american[1]), american[2]) : undefined;
}

/** In the country's own order alone: one day in a column that was kept in the other order would be taken for another day in the next row. */
function slashedDay([, first, second, year]: readonly (string | undefined)[], country: string): LocalDate | undefined {
  return monthFirst.has(country) ? dayFrom(year, first, second) : dayFrom(year, second, first);
}

const fullNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function monthNamed(name = ''): string {
  const lower = name.toLowerCase();
  const index = lower.length === 3 ? months.indexOf(lower) : lower === 'sept' ? 8 : fullNames.indexOf(lower);
  return String(index + 1);
}

/** `YYYY-MM-DD` where there is such a day. */
function dayFrom(year = '', month = '', day = ''): LocalDate | undefined {
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` as LocalDate;
}

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && !isLeap ? 28 : lengths[month - 1];
  return year > 0 && length !== undefined && day >= 1 && day <= length;
}
