import type { Instant, LocalDate } from './ids.ts';
import { instantOf } from './ids.ts';

const day = 86_400_000;

/** From `since` (epoch milliseconds) on, a zone is `offset` milliseconds ahead of UTC. */
interface Period {
  readonly since: number;
  readonly offset: number;
}

/** What a zone's clocks do, year by year; years are looked at when first asked for. */
interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly years: Map<number, readonly Period[]>;
}

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    zone = { format: new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }), years: new Map() };
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

const wallClock = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?)?$/;

/** The clock's reading as if it were UTC, in epoch milliseconds; undefined where there is no such day or time. */
function readingOf(text: string): number | undefined {
  const match = wallClock.exec(text);
  if (!match) return undefined;
  const [, year, month, date, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const midnight = utc(Number(year), Number(month), Number(date));
  const isDay = new Date(midnight).getUTCDate() === Number(date) && Number(month) >= 1 && Number(month) <= 12;
  const isTime = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
  if (!isDay || !isTime || Number(year) === 0) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return midnight + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + milliseconds;
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
  const before = offsetAt(zone, reading - day);
  const after = offsetAt(zone, reading + day);
  const stays = before === after || offsetAt(zone, reading - before) === before;
  const exists = offsetAt(zone, reading - after) === after;
  return instantOf(reading - (stays || !exists ? before : after));
}

/** The day that the calendar in the zone shows at the moment. */
export function localDateOf(instant: Instant, timeZone: string): LocalDate {
  const milliseconds = Date.parse(instant);
  return instantOf(milliseconds + offsetAt(zoneOf(timeZone), milliseconds)).slice(0, 10) as LocalDate;
}
