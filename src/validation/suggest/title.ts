import { distance } from 'fastest-levenshtein';
import { knownTitle, titles } from '../read/title.ts';
import type { Suggestion } from './suggest.ts';

const words: Readonly<Record<string, string>> = {
  doctor: 'Dr',
  professor: 'Prof',
  reverend: 'Rev',
  mister: 'Mr',
  missus: 'Mrs',
  madam: 'Mrs',
  'the rev': 'Rev',
  'the revd': 'Rev',
};

/** The title that is meant by a word written out or by one slip of the finger. */
export function titleCandidates(text: string): readonly Suggestion[] {
  const plain = text.trim().replace(/[.,]+$/, '');
  const known = knownTitle(plain) ?? words[plain.toLowerCase()];
  if (known !== undefined) return [{ value: known, certain: true }];
  const near = titles.filter((title) => plain.length > 2 && distance(title.toLowerCase(), plain.toLowerCase()) === 1);
  const [only] = near;
  return only !== undefined && near.length === 1 ? [{ value: only, certain: false }] : [];
}
