import { instantOf, type Instant, type LocalDate } from '../../model/ids.ts';
import { localDateOf } from '../../model/wall-clock.ts';
import { problemEnds } from '../../validation/problem.ts';
import { daysBefore } from '../runs.ts';
import type { Engine } from '../engine.ts';
import type { ActivityDay, Host } from './host-contract.ts';
import { createMendingTimes } from './mending-times.ts';

/** How many problems opened and closed in one minute. */
interface Turned {
  readonly minute: string;
  readonly opened: number;
  readonly closed: number;
}

const ends = problemEnds.map((end) => `'${end}'`).join(', ');

/** Minutes, because every zone’s midnight is at a whole one; what was dismissed before it closed was not open any more. */
const turned = `
  SELECT substr(event.at, 1, 16) AS minute, sum(event.what IN ('opened', 'reopened')) AS opened,
    sum(event.what = 'dismissed' OR event.what IN (${ends}) AND coalesce(
      (SELECT what FROM problem_event AS before WHERE before.problem = event.problem AND before.id < event.id
        ORDER BY before.id DESC LIMIT 1), '') <> 'dismissed') AS closed
  FROM problem_event AS event WHERE event.at >= ? AND event.what <> 'changed' GROUP BY minute`;

/** What a shop did, a row a day of its own calendar, the oldest first and today last; and how long mending took, by rule. */
export function createActivity({ database, runs, problems, clock, settings }: Engine): Host['activity'] {
  const { timeZone } = settings.shop;
  const mending = createMendingTimes(database);
  const turns = database.prepare<[Instant], Turned>(turned);

  return (count) => {
    const today = localDateOf(instantOf(clock()), timeZone);
    const days = new Map(lastDays(today, count).map((day) => [day, nothingDone(day)] as const));
    // A day more than is asked for, because days begin at other hours elsewhere.
    const since = daysBefore(Date.parse(`${[...days.keys()][0] ?? today}T00:00:00.000Z`), 1);
    for (const { startedAt, read, sent, readSeconds, checkSeconds, sendSeconds } of runs.figuresSince(since)) {
      const day = days.get(localDateOf(startedAt, timeZone));
      if (!day) continue;
      day.read += read;
      day.sent += sent;
      day.seconds.read += readSeconds;
      day.seconds.check += checkSeconds;
      day.seconds.send += sendSeconds;
    }
    for (const { minute, opened, closed } of turns.all(since)) {
      const day = days.get(localDateOf(`${minute}:00.000Z` as Instant, timeZone));
      if (!day) continue;
      day.problemsOpened += opened;
      day.problemsClosed += closed;
    }
    return {
      days: withOpen([...days.values()], problems.count({ state: 'open' })),
      mending: mending(daysBefore(clock(), count)),
    };
  };
}

/** A day that is still being added up. */
interface Day {
  readonly day: LocalDate;
  read: number;
  sent: number;
  problemsOpened: number;
  problemsClosed: number;
  problemsOpen: number;
  readonly seconds: { read: number; check: number; send: number };
}

function nothingDone(day: LocalDate): Day {
  const seconds = { read: 0, check: 0, send: 0 };
  return { day, read: 0, sent: 0, problemsOpened: 0, problemsClosed: 0, problemsOpen: 0, seconds };
}

function lastDays(today: LocalDate, count: number): readonly LocalDate[] {
  const noon = Date.parse(`${today}T12:00:00.000Z`);
  return Array.from(
    { length: count },
    (_, index) => instantOf(noon - (count - 1 - index) * 86_400_000).slice(0, 10) as LocalDate,
  );
}

/** How many were open at the end of each day: as many as are open now, less what opened since, and what closed since again. */
function withOpen(days: readonly Day[], openNow: number): readonly ActivityDay[] {
  let open = openNow;
  return days
    .toReversed()
    .map((day) => {
      const atItsEnd = { ...day, problemsOpen: open };
      open += day.problemsClosed - day.problemsOpened;
      return atItsEnd;
    })
    .reverse();
}
