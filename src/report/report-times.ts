import type { Instant, LocalDate } from '../model/ids.ts';
import { instantOf } from '../model/ids.ts';
import { instantFromWallClock, localDateOf } from '../model/wall-clock.ts';

/** When reports are due: at a time of the shop's clock, on some days of the week. */
export interface ReportTimes {
  /** `07:30` */
  readonly at: string;
  /** `monday` … `sunday` */
  readonly days: readonly string[];
  /** IANA. */
  readonly timeZone: string;
}

/** One report that is due. */
export interface DueReport {
  /** The shop's day that it is for: there is one a day. */
  readonly day: LocalDate;
  readonly at: Instant;
}

const day = 86_400_000;

// As JavaScript counts the days of a week.
const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function reportOf(date: LocalDate, { at, days, timeZone }: ReportTimes): DueReport | undefined {
  const name = names[new Date(`${date}T00:00:00Z`).getUTCDay()];
  const moment = instantFromWallClock(`${date} ${at}:00`, timeZone);
  return name === undefined || moment === undefined || !days.includes(name) ? undefined : { day: date, at: moment };
}

function dateAfter(date: LocalDate, count: number): LocalDate {
  return instantOf(Date.parse(`${date}T00:00:00Z`) + count * day).slice(0, 10) as LocalDate;
}

/**
 * The report of the shop's day that it is at `now`, once its time has come; undefined before that, and on days without one. An
 * hour that the clocks skip is met an hour later, and of one that they show twice the first counts.
 */
export function reportOfToday(times: ReportTimes, now: number): DueReport | undefined {
  const report = reportOf(localDateOf(instantOf(now), times.timeZone), times);
  return report && Date.parse(report.at) <= now ? report : undefined;
}

/** The first report after `now`; undefined where no day is chosen. */
export function nextReport(times: ReportTimes, now: number): DueReport | undefined {
  const today = localDateOf(instantOf(now), times.timeZone);
  // A week ahead the same day comes again.
  return [0, 1, 2, 3, 4, 5, 6, 7]
    .map((count) => reportOf(dateAfter(today, count), times))
    .find((report) => report !== undefined && Date.parse(report.at) > now);
}
