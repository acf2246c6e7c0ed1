import { britishPostcode } from '../../model/british-postcode.ts';
import type { Suggestion } from './suggest.ts';

/** Characters that are taken for each other. */
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'O',
  O: '0',
  '1': 'I',
  I: '1',
  L: '1',
  '5': 'S',
  S: '5',
  '8': 'B',
  B: '8',
};

/** The one postcode that comes of exchanging the fewest look-alikes; none where as few would make another one too. */
export function postcodeCandidates(text: string): readonly Suggestion[] {
  let spellings: ReadonlySet<string> = new Set([text.replace(/[^A-Za-z0-9]/g, '').toUpperCase()]);
  for (let swaps = 0; swaps <= 2; swaps++) {
    const found = new Set([...spellings].flatMap((spelling) => britishPostcode(spelling) ?? []));
    const [only] = found;
    if (only !== undefined) return found.size === 1 ? [{ value: only, certain: true }] : [];
    spellings = new Set([...spellings].flatMap(oneSwapFrom));
  }
  return [];
}

function oneSwapFrom(spelling: string): readonly string[] {
  return spelling.split('').flatMap((character, index) => {
    const other = lookalikes[character];
    return other === undefined ? [] : [spelling.slice(0, index) + other + spelling.slice(index + 1)];
  });
}
