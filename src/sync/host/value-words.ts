import { decimalFromMinor, type Currency } from '../../model/money.ts';
import type { AnyRecord } from '../../model/record.ts';
import { createWords, type Place, type Words } from '../../support/words.ts';

/** What values are written with. */
export interface ValueParts {
  readonly words: Words;
  readonly shop: Place;
}

/** An amount in its own currency: `£89`, `89.00 EUR` where the shop counts otherwise. */
export function amountWords(
  minor: number,
  { currency, words, shop }: ValueParts & { readonly currency: Currency },
): string {
  return currency === shop.currency ? words.money(minor) : `${decimalFromMinor(minor, currency)} ${currency}`;
}

/** One field's value as people read it; '' where there is none. */
export function valueWords(
  value: unknown,
  { field, record, words, shop }: ValueParts & { readonly field: string; readonly record: AnyRecord },
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return textWords(value, { words, shop });
  if (typeof value === 'number') {
    return field === 'total' && 'currency' in record
      ? amountWords(value, { currency: record.currency, words, shop })
      : words.number(value);
  }
  if (Array.isArray(value)) return value.join(', ');
  if (isMoney(value)) return amountWords(value.minor, { currency: value.currency, words, shop });
  return '';
}

function isMoney(value: unknown): value is { readonly minor: number; readonly currency: Currency } {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const day = /^\d{4}-\d\d-\d\d$/;

function textWords(text: string, { words, shop }: ValueParts): string {
  if (moment.test(text)) return words.moment(text);
  // A day has no zone, and must not move by one.
  return day.test(text) ? createWords({ ...shop, timeZone: 'UTC' }).day(text) : text;
}
