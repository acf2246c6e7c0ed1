import type { Nature } from './field-words.ts';

/** How one text looks, regardless of what its column is called. */
const looks: Readonly<Partial<Record<Nature, (text: string) => boolean>>> = {
  email: (text) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text),
  phone: (text) =>
    /^[+(0-9][\d\s()./+-]{5,22}$/.test(text) && digitsIn(text) >= 6 && digitsIn(text) <= 15 && !isDay(text),
  postcode: (text) =>
    /^([A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|\d{4}\s?[A-Z]{2}|([A-Z]{1,2}-)?\d{4,5}(-\d{3,4})?)$/i.test(text),
  barcode: isBarcode,
  money: (text) => /^-?\d{1,9}([.,]\d{1,4})?$/.test(text),
  number: (text) => /^-?\d{1,9}([.,]\d{1,4})?$/.test(text),
  day: isDay,
  moment: isDay,
  flag: (text) => /^([01]|-1|[ynjtfsox]|yes|no|ja|nein|nee|oui|non|si|true|false|wahr|falsch)$/i.test(text),
  name: (text) => /^[\p{L}][\p{L}\s.'’&()/,-]*$/u.test(text),
};

/** The share of these texts that look as a field of this nature does; undefined where nothing can be told. */
export function shareThatLooks(nature: Nature, texts: readonly string[]): number | undefined {
  const like = looks[nature];
  if (!like || texts.length === 0) return undefined;
  return texts.filter(like).length / texts.length;
}

/** The share of birthdays among days: of people who live. */
export function shareOfBirthdays(texts: readonly string[]): number {
  if (texts.length === 0) return 0;
  return texts.filter((text) => /^(19[0-9]|200|201)\d/.test(text)).length / texts.length;
}

function isDay(text: string): boolean {
  return /^(\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})([ T]\d\d:\d\d|$)/.test(text);
}

function isBarcode(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false;
  const digits = Array.from(text, Number).toReversed();
  const sum = digits.slice(1).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === digits[0];
}

function digitsIn(text: string): number {
  return text.replaceAll(/\D/g, '').length;
}
