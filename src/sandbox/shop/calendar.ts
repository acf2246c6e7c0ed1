const dayLength = 86_400_000;

/** The day that lies so many days after another, as `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** The same day of the year in another year; the 29th of February becomes the 28th, so that it exists in every year. */
export function inYear(day: string, year: number): string {
  return `${String(year).padStart(4, '0')}${day.slice(4).replace('-02-29', '-02-28')}`;
}

/** What a Delphi program writes for "no date". */
export const noDate = '1899-12-30';

/** The same in a column that holds a time as well. */
export const noTime = `${noDate} 00:00:00`;
