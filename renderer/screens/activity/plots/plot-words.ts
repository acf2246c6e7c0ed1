import type { Words } from '../../../words/words.ts';

/** "Half", where it is about that; else "43 %". */
export function shareWords(share: number, { texts, number }: Words): string {
  const { plots } = texts.activity;
  const percent = Math.round(share * 100);
  return percent >= 47 && percent <= 53 ? plots.half : plots.percent(number(percent));
}

/** Hours as a person says them: "26 hours", "3 days". */
export function hoursWords(hours: number, { texts, number }: Words): string {
  const { plots } = texts.activity;
  if (hours >= 48) return plots.spanDays(number(Math.round(hours / 24)));
  if (hours >= 2) return plots.spanHours(number(Math.round(hours)));
  return plots.spanMinutes(number(Math.round(hours * 60)));
}

/** The day that a point of a plot stands for, as its heading on hover. */
export function dayOf(words: Words): (day: unknown) => string {
  return (day) => (typeof day === 'string' ? words.day(day) : '');
}
