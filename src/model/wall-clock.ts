import type { Instant, LocalDate } from './ids.ts';
import { instantOf } from './ids.ts';

const day = 86_400_000;

/** From `since` (epoch milliseconds) on, a zone is `offset` milliseconds ahead of UTC. */
interface Period {
  readonly since: number;
  readonly offset: number;
}

/** Readings of a clock (as if it were UTC) so far from any change that only one offset comes into question. */
interface CalmSpan {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** What a zone's clocks do, year by year; years are looked at when first asked for. */
interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly years: Map<number, readonly Period[]>;
  readonly calm: Map<number, readonly CalmSpan[]>;
}

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    zone = {
      format: new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
      years: new Map(),
      calm: new Map(),
    };
    zones.set(timeZone, zone);
  }
  return zone;
}

const offsetText = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function offsetAskedOf(zone: Zone, instant: number): number {
  const [, sign, hours, minutes, seconds = '0'] = offsetText.exec(zone.format.format(instant)) ?? [];
  if (sign === undefined) return 0;
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ahead : ahead;
}

/** The periods of one year of UTC: every day is looked at, and every change found to the second by halving. */
function periodsOf(zone: Zone, year: number): readonly Period[] {
  const known = zone.years.get(year);
  if (known) return known;
  const start = utc(year, 1, 1);
  const end = utc(year + 1, 1, 1);
  const periods: Period[] = [{ since: start, offset: offsetAskedOf(zone, start) }];
  let before = start;
  let offset = offsetAskedOf(zone, start);
  for (let at = start + day; before < end; at = Math.min(at + day, end)) {
    const next = offsetAskedOf(zone, at);
    if (next !== offset) periods.push({ since: changeBetween(zone, before, at), offset: next });
    offset = next;
    before = at;
  }
  zone.years.set(year, periods);
  return periods;
}

function changeBetween(zone: Zone, from: number, to: number): number {
  const old = offsetAskedOf(zone, from);
  let before = from;
  let after = to;
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (offsetAskedOf(zone, middle) === old) before = middle;
    else after = middle;
  }
  return after;
}

function offsetAt(zone: Zone, instant: number): number {
  const periods = periodsOf(zone, new Date(instant).getUTCFullYear());
  let offset = periods[0]?.offset ?? 0;
  for (const period of periods) {
    if (period.since > instant) break;
    offset = period.offset;
  }
  return offset;
}

/** `Date.UTC` without its detour of the years 0 to 99 into the 20th century. */
function utc(year: number, month: number, date: number): number {
  return year > 99 ? Date.UTC(year, month - 1, date) : new Date(0).setUTCFullYear(year, month - 1, date);
}

/** The spans of a year that begin and end two days away from any change, and from its own ends. */
function calmSpansOf(zone: Zone, year: number): readonly CalmSpan[] {
  const known = zone.calm.get(year);
  if (known) return known;
  const periods = periodsOf(zone, year);
  const spans = periods.map(({ since, offset }, index) => {
    const until = periods[index + 1]?.since ?? utc(year + 1, 1, 1);
    return { from: since + offset + 2 * day, to: until + offset - 2 * day, offset };
  });
  zone.calm.set(year, spans);
  return spans;
}

const wallClock = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;

/** The whole number that two digits at a place spell; 0 beyond the end. */
function pairAt(text: string, index: number): number {
  return index < text.length ? text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 528 : 0;
}

/** The clock's reading as if it were UTC, in epoch milliseconds; undefined where there is no such day or time. */
function readingOf(text: string): number | undefined {
  if (!wallClock.test(text)) return undefined;
  const year = yearOf(text);
  const [month, date] = [pairAt(text, 5), pairAt(text, 8)];
  const [hours, minutes, seconds] = [pairAt(text, 11), pairAt(text, 14), pairAt(text, 17)];
  const isDay = year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
  if (!isDay || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const milliseconds = text.length > 20 ? Number(text.slice(20, 23).padEnd(3, '0')) : 0;
  return utc(year, month, date) + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
}

function yearOf(text: string): number {
  return pairAt(text, 0) * 100 + pairAt(text, 2);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The moment at which a clock in the zone showed `2026-03-29 01:30:00` (the time may be left out, and means midnight; parts
 * smaller than a millisecond are cut). An hour that the clocks skip is read as they stood before, and so comes out later by
 * the gap; of an hour that they show twice the first is meant. Undefined where there is no such day or time.
 */
export function instantFromWallClock(text: string, timeZone: string): Instant | undefined {
  const reading = readingOf(text);
  if (reading === undefined) return undefined;
  const zone = zoneOf(timeZone);
  for (const { from, to, offset } of calmSpansOf(zone, yearOf(text))) {
    if (reading >= from && reading <= to) return quickly(text, offset) ?? instantOf(reading - offset);
  }
  return instantOf(reading - offsetAround(zone, reading));
}

/** Most moments differ from what the clock showed in the hour alone, and a `Date` costs more than all the rest. */
function quickly(text: string, offset: number): Instant | undefined {
  const hours = pairAt(text, 11) - offset / 3_600_000;
  if (text.length !== 19 || !Number.isInteger(hours) || hours < 0 || hours > 23) return undefined;
  return `${text.slice(0, 10)}T${hours < 10 ? '0' : ''}${hours}${text.slice(13)}.000Z` as Instant;
}

/** The offset that turns a reading near a change into the right moment. */
function offsetAround(zone: Zone, reading: number): number {
  const before = offsetAt(zone, reading - day);
  const after = offsetAt(zone, reading + day);
  const stays = before === after || offsetAt(zone, reading - before) === before;
  const exists = offsetAt(zone, reading - after) === after;
  return stays || !exists ? before : after;
}

/** The day that the calendar in the zone shows at the moment. */
export function localDateOf(instant: Instant, timeZone: string): LocalDate {
  const milliseconds = Date.parse(instant);
  return instantOf(milliseconds + offsetAt(zoneOf(timeZone), milliseconds)).slice(0, 10) as LocalDate;
}
