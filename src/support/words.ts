/** Where the shop is, as far as it decides how numbers, money and times are written. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA. */
  readonly timeZone: string;
}

/** Figures as people of the shop's country write them, in English sentences. */
export interface Words {
  /** 12006 → `12,006`. */
  number(value: number): string;
  /** `1 customer`, `12,006 customers`; the plural is the singular with an s where it is not given. */
  count(value: number, one: string, many?: string): string;
  /** Minor units of the shop's currency, whole where nothing is lost by it: 431000 → `£4,310`, 8950 → `£89.50`. */
  money(minor: number): string;
  /** A moment in the shop's zone: `21 Nov 2026, 14:32`. */
  moment(instant: string): string;
  /** The day of a moment in the shop's zone: `21 Nov 2026`. */
  day(instant: string): string;
  /** The time of a moment in the shop's zone: `14:32`. */
  time(instant: string): string;
  /** How long ago, from `now`: `just now`, `4 minutes ago`, `yesterday`, `in 12 minutes`. */
  ago(instant: string, now: number): string;
  /** Milliseconds as a span: `0.4 s`, `47 s`, `3 min 5 s`, `2 h 10 min`. */
  span(milliseconds: number): string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const steps = [
  { unit: 'day', length: day },
  { unit: 'hour', length: hour },
  { unit: 'minute', length: minute },
] as const;

function spanWords(milliseconds: number, number: (value: number) => string): string {
  const seconds = milliseconds / second;
  if (seconds < 10) return `${number(Math.round(seconds * 10) / 10)} s`;
  if (seconds < 99.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 ? ` ${whole % 60} s` : ''}`;
  const minutes = Math.round(whole / 60);
  return `${number(Math.floor(minutes / 60))} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`;
}

/** The words of one shop. Its country decides the marks, its currency the money, its zone the times; the machine's own decide nothing. */
export function createWords({ country, currency, timeZone }: Place): Words {
  // Sentences are English; figures are as the country's own language writes them: in Germany 1.234,56 €.
  const english = `en-${country}`;
  const own = `${new Intl.Locale(`und-${country}`).maximize().language}-${country}-u-nu-latn`;
  const plain = new Intl.NumberFormat(own);
  const pence = new Intl.NumberFormat(own, { style: 'currency', currency });
  const pounds = new Intl.NumberFormat(own, { style: 'currency', currency, maximumFractionDigits: 0 });
  const places = pence.resolvedOptions().maximumFractionDigits ?? 2;
  const moments = new Intl.DateTimeFormat(english, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
    hourCycle: 'h23',
  });
  const days = new Intl.DateTimeFormat(english, { dateStyle: 'medium', timeZone });
  const times = new Intl.DateTimeFormat(english, { timeStyle: 'short', timeZone, hourCycle: 'h23' });
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const number = (value: number) => plain.format(value);

  return {
    number,
    count: (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`,
    money(minor) {
      const whole = minor / 10 ** places;
      return Number.isInteger(whole) ? pounds.format(whole) : pence.format(whole);
    },
    moment: (instant) => moments.format(new Date(instant)),
    day: (instant) => days.format(new Date(instant)),
    time: (instant) => times.format(new Date(instant)),
    ago(instant, now) {
      const away = new Date(instant).getTime() - now;
      const step = steps.find(({ length }) => Math.abs(away) >= length);
      return step ? relative.format(Math.trunc(away / step.length), step.unit) : 'just now';
    },
    span: (milliseconds) => spanWords(milliseconds, number),
  };
}
