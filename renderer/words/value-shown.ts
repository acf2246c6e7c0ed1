import type { Words } from './words.ts';

const moment = /^\d{4}-\d\d-\d\dT/;
const day = /^\d{4}-\d\d-\d\d$/;

/** A value as people write it: moments in the shop's own time, days as the shop's country writes them, what is so or not as yes and no. */
export function valueShown(value: string, noun: string, words: Words): string {
  if (moment.test(value)) return words.time(value);
  if (day.test(value)) return words.day(value);
  if (!/^(?:consent|still sold)/iu.test(noun)) return value;
  const { yes, no } = words.texts.settings;
  return value === 'yes' ? yes : value === 'no' ? no : value;
}
