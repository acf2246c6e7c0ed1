import type { Currency } from '../../model/money.ts';
import { minorFromDecimal } from '../../model/money.ts';

const whole = /^([+-]?\d{1,15})(?:\.0*)?$/;

/** A whole number, also as `1.000` where a till keeps it with decimals; undefined for parts of one and other texts. */
export function wholeNumber(text: string): number | undefined {
  const match = whole.exec(text.trim());
  return match?.[1] === undefined ? undefined : Number(match[1]) + 0;
}

const grouped = /^([+-]?)(\d{1,3}(?:([.,' ])\d{3})*)([.,])(\d{1,2})$/;
const commaOnly = /^([+-]?\d+),(\d{1,2})$/;

/** Minor units of an amount: exact decimal text, or text with a decimal comma or with groups where it can mean but one thing (`1.234,50`, `12,5`; never `1,234`). */
export function minorUnits(text: string, currency: Currency): number | undefined {
  const exact = minorFromDecimal(text, currency);
  if (exact !== undefined || !/[,' ]/.test(text)) return exact;
  const plain = text.trim();
  const comma = commaOnly.exec(plain);
  if (comma) return minorFromDecimal(`${comma[1] ?? ''}.${comma[2] ?? ''}`, currency);
  const [, sign = '', groups = '', separator, point, fraction = ''] = grouped.exec(plain) ?? [];
  if (point === undefined || separator === point) return undefined;
  if (
    separator !== undefined &&
    groups
      .split(separator)
      .slice(1)
      .some((group) => group.length !== 3)
  )
    return undefined;
  return minorFromDecimal(`${sign}${groups.replace(/\D/g, '')}.${fraction}`, currency);
}
