import { distance } from 'fastest-levenshtein';
import { countryCode, countryNames } from '../read/country-name.ts';
import type { Suggestion } from './suggest.ts';

/** The country whose name is one or two slips away, where it is but one. */
export function countryCandidates(text: string): readonly Suggestion[] {
  const name = text.trim().toLowerCase();
  const code = countryCode(name.replace(/[^\p{L} ]/gu, ''));
  if (code !== undefined) return [{ value: code, certain: true }];
  if (name.length < 5) return [];
  const near = new Set<string>();
  for (const [known, itsCode] of countryNames()) {
    if (Math.abs(known.length - name.length) <= 2 && distance(known, name) <= (name.length < 8 ? 1 : 2))
      near.add(itsCode);
  }
  const [only] = near;
  return only !== undefined && near.size === 1 ? [{ value: only, certain: false }] : [];
}
