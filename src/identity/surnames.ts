import { isOneSlip } from './one-slip.ts';

/** How the last names of two customers stand to each other; `slip`: with a letter's difference. */
export type SurnameAgreement = 'same' | 'slip' | 'unsaid' | 'different';

/** A slip in a shorter one makes another name: Hill and Mill, Wood and Ward. */
const longEnough = 6;

/** Compares last names in folded words: `obrien`; `de`, `la`, `mare`. Of a double one, either part agrees with the whole. */
export function compareSurnames(ones: readonly string[], others: readonly string[]): SurnameAgreement {
  if (ones.length === 0 || others.length === 0) return 'unsaid';
  const [one, other] = [ones.join(''), others.join('')];
  if (one === other || isPartOf(ones, others) || isPartOf(others, ones)) return 'same';
  return Math.max(one.length, other.length) >= longEnough && isOneSlip(one, other) ? 'slip' : 'different';
}

/** Words of two letters are particles, initials or nothing: they are not enough. */
function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  return (
    part.length < whole.length && part.every((word) => whole.includes(word)) && part.some(({ length }) => length > 3)
  );
}
