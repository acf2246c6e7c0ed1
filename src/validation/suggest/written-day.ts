import { monthFirst } from '../read/date.ts';

const yearFirst = new Set(['CA', 'CN', 'HU', 'JP', 'KR', 'LT', 'MN', 'SE', 'TW', 'ZA']);
const dotted = new Set(
  'AL AM AT AZ BA BG BY CH CZ DE DK EE FI GE HR IS KG KZ LI LV ME MK NO PL RO RS RU SI SK TR UA UZ'.split(' '),
);

/** A day (`YYYY-MM-DD`) as people of a country write it: `21/03/1985`, `21.03.1985`, `03/21/1985`. */
export function writtenDay(day: string, country: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (yearFirst.has(country)) return day;
  if (monthFirst.has(country)) return `${month}/${date}/${year}`;
  return [date, month, year].join(dotted.has(country) ? '.' : '/');
}
