import { currencies } from './iso-codes.ts';
import type { Schema } from './schema.ts';
import { choice, text } from './text.ts';

const decimalForm = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/;

/** An amount in hundredths, from decimal text with at most two places; undefined for anything else. */
export function hundredthsOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const match = decimalForm.exec(value);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const hundredths = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return sign === '-' ? -hundredths : hundredths;
}

/** Decimal text with two places, of hundredths. */
export function decimalOf(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Decimal text with at most two places, of either sign. */
export const amount: Schema = text({ form: (value) => (hundredthsOf(value) === undefined ? 'wrong_type' : undefined) });

/** Decimal text with at most two places, zero or more. */
export const positiveAmount: Schema = text({
  form: (value) => {
    const hundredths = hundredthsOf(value);
    if (hundredths === undefined) return 'wrong_type';
    return hundredths < 0 ? 'not_allowed' : undefined;
  },
});

/** A code of ISO 4217. */
export const currency: Schema = choice(currencies);
