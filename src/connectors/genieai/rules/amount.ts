import type { Currency } from '../../../model/money.ts';
import { minorDigits } from '../../../model/money.ts';

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether the code is one of ISO 4217. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** Whether amounts of a currency are written with at most two decimal places, which is all that GenieAI takes: not so Kuwaiti dinars. */
export function isInHundredths(currency: Currency): boolean {
  return minorDigits(currency) <= 2;
}
