import { z } from 'zod';
import { minorFromDecimal } from '../../../model/money.ts';
import { invalid } from '../conventions/refusal.ts';
import type { Store } from '../store/store.ts';

const caps: Readonly<Record<string, number>> = {
  JPY: 999_999_999,
  KRW: 99_999_999,
  HUF: 10_000_000,
  COP: 10_000_000,
};
const usualCap = 1_000_000;

/** An amount as clients send it. */
export const moneyBody = z.object({ currency: z.string(), value: z.string() });
export type MoneyBody = z.output<typeof moneyBody>;

/** An amount in minor units. Throws 400 for another currency than the site's, for what is no amount, and for more than the site takes. */
export function amountIn({ facts }: Store, { currency, value }: MoneyBody): number {
  if (currency !== facts.currency) throw invalid('The currency is not that of the website.', 'CURRENCY_MISMATCH');
  const minor = minorFromDecimal(value, facts.currency);
  if (minor === undefined || minor < 0) throw invalid('An amount is no decimal of its currency.');
  if (Number(value) > (caps[currency] ?? usualCap)) throw invalid('An amount is higher than is allowed.');
  return minor;
}
