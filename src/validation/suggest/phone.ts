import { toE164, writtenPhone } from '../../model/phone-number.ts';
import type { Suggestion } from './suggest.ts';

/**
 * Letters that look like digits; a remark behind or before the number; a country's code behind a zero. Each as staff of the
 * shop type it; `country` is the customer's own, by which it is read.
 */
export function phoneCandidates(text: string, country: string, shopCountry: string): readonly Suggestion[] {
  const digits = text.replace(/[oO]/g, '0').replace(/[lI|]/g, '1');
  const first = /^[^\d+]*([+\d][\d\s().-]{6,}\d)/.exec(text)?.[1] ?? '';
  const candidates = [
    { number: toE164(digits, country), certain: true },
    { number: toE164(first, country), certain: false },
    { number: toE164(digits.replace(/^\D*0(?=[1-9]\d)/, '+'), country), certain: false },
    { number: toE164(digits.replace(/^\D*\+(?=0)/, ''), country), certain: false },
  ];
  return candidates.flatMap(({ number, certain }) =>
    number === undefined ? [] : [{ value: writtenPhone(number, shopCountry, country), certain }],
  );
}
