import type { Schema } from './schema.ts';
import { text } from './text.ts';

const dayForm = /^(\d{4})-(\d\d)-(\d\d)$/;
const instantForm =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(value: string): boolean {
  const match = dayForm.exec(value);
  if (!match) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
  return date >= 1 && date <= length;
}

/** Epoch milliseconds of an ISO instant with a zone; undefined where there is no such moment. */
function instantIn(value: string): number | undefined {
  const day = instantForm.exec(value)?.[1];
  return day !== undefined && isDay(day) ? Date.parse(value) : undefined;
}

/** A day from 1900-01-01 to today. */
export const pastDay: Schema = text({
  form: (value, { circumstances }) =>
    isDay(value) && value >= '1900-01-01' && value <= circumstances.today ? undefined : 'bad_date',
});

/** Any instant. */
export const anyInstant: Schema = text({
  form: (value) => (instantIn(value) === undefined ? 'bad_date' : undefined),
});

/** An instant that is not in the future, nor before `earliest` (epoch milliseconds). */
export function pastInstant(earliest = -Infinity): Schema {
  return text({
    form: (value, { circumstances }) => {
      const instant = instantIn(value);
      return instant !== undefined && instant >= earliest && instant <= circumstances.now ? undefined : 'bad_date';
    },
  });
}
