import { dayOf } from '../read/date.ts';
import type { Suggestion } from './suggest.ts';
import { writtenDay } from './written-day.ts';

/** The same day a hundred years earlier or later, a year of two digits in the last century, day and month in the other order: always as a question, and as the country writes a day. */
export function dayCandidates(text: string, country: string): readonly Suggestion[] {
  const day = dayOf(text, country);
  const values = day ? [inCentury(day, '19'), inCentury(day, '20')] : [...otherReadings(text.trim(), country)];
  return values.filter((value) => value !== '').map((value) => ({ value: writtenDay(value, country), certain: false }));
}

function inCentury(day: string, century: string): string {
  return century + day.slice(2);
}

const twoDigits = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2})$/;
const fourDigits = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;

function* otherReadings(text: string, country: string): Generator<string> {
  const [, first, mark, second, year] = twoDigits.exec(text) ?? fourDigits.exec(text) ?? [];
  if (first === undefined || second === undefined || mark === undefined || year === undefined) return;
  const years = year.length === 2 ? [`19${year}`, `20${year}`] : [year];
  for (const each of years) {
    yield dayOf(`${first}${mark}${second}${mark}${each}`, country) ?? '';
    yield dayOf(`${second}${mark}${first}${mark}${each}`, country) ?? '';
  }
}
