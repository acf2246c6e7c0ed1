import { z } from 'zod';

/** ISO 4217, such as GBP. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'a currency code of three capital letters, such as "GBP"')
  .brand<'Currency'>();
export type Currency = z.infer<typeof currency>;

const digitsOf = new Map<string, number>();

/** How many decimal places a currency has, after ISO 4217: 2 for GBP, 0 for JPY, 3 for KWD. */
export function minorDigits(code: Currency): number {
  let digits = digitsOf.get(code);
  if (digits === undefined) {
    digits =
      new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits ?? 2;
    digitsOf.set(code, digits);
  }
  return digits;
}

const decimalText = /^\s*([+-]?)(\d{0,13})(?:\.(\d*))?\s*$/;

/**
 * Reads exact decimal text (`89`, `89.00`, `-1.5000`) as minor units of the currency.
 * Answers undefined where it is no number, or has a part smaller than a minor unit that is not zero.
 */
export function minorFromDecimal(text: string, code: Currency): number | undefined {
  const match = decimalText.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = minorDigits(code);
  if (/[1-9]/.test(fraction.slice(digits))) return undefined;
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (!Number.isSafeInteger(minor)) return undefined;
  return sign === '-' && minor !== 0 ? -minor : minor;
}

/** The amount as decimal text with the currency's own number of places: 8900 GBP → `89.00`. */
export function decimalFromMinor(minor: number, code: Currency): string {
  const digits = minorDigits(code);
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
