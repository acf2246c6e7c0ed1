import { checkDigit } from '../../model/barcode.ts';
import type { Suggestion } from './suggest.ts';

/** A leading zero that a number column lost, or the check digit that the other digits ask for; as questions, for any digit may be the wrong one. */
export function barcodeCandidates(text: string): readonly Suggestion[] {
  const digits = text.replace(/[oO]/g, '0').replace(/[lI]/g, '1').replace(/[\s-]/g, '');
  if (!/^\d{6,13}$/.test(digits)) return [];
  const checked = digits.slice(0, -1) + checkDigit(digits.slice(0, -1));
  return [
    { value: digits, certain: true },
    { value: `0${digits}`, certain: false },
    { value: checked, certain: false },
    { value: digits + checkDigit(digits), certain: false },
  ];
}
