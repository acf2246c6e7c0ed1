import { ringSize } from '../../model/ring-size.ts';
import type { Suggestion } from './suggest.ts';

/** A size with a word around it, or with a digit for the letter that it looks like. */
export function ringSizeCandidates(text: string): readonly Suggestion[] {
  const bare = text.replace(/\b(?:ring|size|uk)\b/gi, '').replace(/["'().:]/g, '');
  const sizes = [
    { value: ringSize(bare), certain: true },
    { value: ringSize(bare.trim().replace(/^0/, 'O').replace(/^1/, 'I')), certain: false },
  ];
  return sizes.flatMap(({ value, certain }) => (value === undefined ? [] : [{ value, certain }]));
}
