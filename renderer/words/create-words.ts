import { asSentence } from './as-sentence.ts';
import { english } from './english.ts';
import { sayEnglish } from './english/say-english.ts';
import { german } from './german.ts';
import { createSayGerman } from './german/say-german.ts';
import type { Language, Texts, Words } from './words.ts';

const texts: Readonly<Record<Language, Texts>> = { en: english, de: german };
const say: Readonly<Record<Language, (country: string) => Words['say']>> = {
  en: () => sayEnglish,
  de: createSayGerman,
};

/** Where the shop is; decides how figures are written, whatever the language. */
export interface ShopPlace {
  readonly country: string;
  readonly currency: string;
  readonly timeZone: string;
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** The words of one language for one shop. */
export function createWords(language: Language, { country, currency, timeZone }: ShopPlace): Words {
  const locale = `${language}-${country}`;
  const inWords = say[language](country);
  const figures = new Intl.NumberFormat(locale);
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  const exact = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'long' });
  // A day by itself is the same day in every zone: beyond the date line noon in Greenwich is the day after.
  const wholeDay = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const shortDay = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const rounded = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);

  // To make one takes long, and a list asks for hundreds.
  const currencies = new Map<string, { readonly format: Intl.NumberFormat; readonly unit: number }>();
  function currencyOf(code: string) {
    const known = currencies.get(code);
    if (known) return known;
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency: code });
    const made = { format, unit: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
    currencies.set(code, made);
    return made;
  }

  const ages = units.map(([unit, length]) => ({
    length,
    format: new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }),
  }));

  return {
    language,
    texts: texts[language],
    say: inWords,
    sentence: (what) => asSentence(inWords(what)),
    number: (value) => figures.format(value),
    money(minor, code = currency) {
      const { format, unit } = currencyOf(code);
      return format.format(minor / unit);
    },
    amount: (value, code) => currencyOf(code).format.format(value),
    time(instant) {
      const then = new Date(instant);
      const isToday = dayOf.format(then) === dayOf.format(new Date());
      return isToday ? clock.format(then) : `${date.format(then)}, ${clock.format(then)}`;
    },
    exactly: (instant) => exact.format(new Date(instant)),
    ago(instant, now) {
      const past = now - Date.parse(instant);
      for (const [name, length] of units) {
        if (past >= length) return relative.format(-Math.floor(past / length), name);
      }
      return texts[language].justNow;
    },
    age(instant, now) {
      const past = now - Date.parse(instant);
      const found = ages.find(({ length }) => past >= length);
      return found ? found.format.format(Math.floor(past / found.length)) : texts[language].isNew;
    },
    span(milliseconds) {
      // The signs of the units are the same in every language.
      if (milliseconds < 90_000) return `${rounded(milliseconds / 1000, milliseconds < 10_000 ? 1 : 0)} s`;
      if (milliseconds < 5_400_000) return `${rounded(milliseconds / 60_000, 0)} min`;
      return `${rounded(milliseconds / 3_600_000, 1)} h`;
    },
    lasting(milliseconds) {
      const [unit, length] = units.find(([, each]) => milliseconds > each) ?? units[2];
      const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
      return format.format(Math.max(1, Math.ceil(milliseconds / length)));
    },
    day: (localDate) => wholeDay.format(new Date(localDate)),
    shortDay: (localDate) => shortDay.format(new Date(localDate)),
  };
}
