import { toE164 } from '../../model/phone-number.ts';
import type { Suggestion } from './suggest.ts';

/** Letters that look like digits; a remark behind or before the number; a country's code behind a zero. */
export function phoneCandidates(text: string, country: string): readonly Suggestion[] {
  const digits = text.replace(/[oO]/g, '0').replace(/[lI|]/g, '1');
  const first = /^[^\d+]*([+\d][\d\s().-]{6,}\d)/.exec(text)?.[1] ?? '';
  const candidates = [
    { value: toE164(digits, country), certain: true },
    { value: toE164(first, country), certain: false },
    { value: toE164(digits.replace(/^\D*0(?=[1-9]\d)/, '+'), country), certain: false },
    { value: toE164(digits.replace(/^\D*\+(?=0)/, ''), country), certain: false },
  ];
  return candidates.flatMap(({ value, certain }) => (value === undefined ? [] : [{ value, certain }]));
}
