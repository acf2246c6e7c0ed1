import type { Currency } from '../../../model/money.ts';
import { minorDigits } from '../../../model/money.ts';

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether the code is one of ISO 4217. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** Whether an amount can be written with two decimal places, which is all that GenieAI takes: not so with 1.234 Kuwaiti dinars. */
export function isInHundredths(minor: number, currency: Currency): boolean {
  const digits = minorDigits(currency);
  return digits <= 2 || minor % 10 ** (digits - 2) === 0;
}
