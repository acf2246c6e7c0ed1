import { isOneSlip } from './one-slip.ts';
import { longForms } from './short-forms.ts';

/** How the first names of two customers stand to each other; `same` and `slip` need a whole name in common, `slip` with a letter's difference. */
export type GivenAgreement = 'same' | 'slip' | 'initials' | 'unsaid' | 'different';

/** Names one letter inside apart that are both names: of brothers and sisters, as often as not. */
const alike: readonly (readonly [string, string])[] = [
  ['martin', 'marvin'],
  ['marina', 'martina'],
  ['joanna', 'johanna'],
  ['carina', 'carolina'],
  ['katrina', 'karina'],
  ['marlene', 'marilene'],
  ['christian', 'christan'],
];

/**
 * Compares first names in folded words: `ada`; `mary`, `ann`; `j`. Initials agree with what they begin, short forms with
 * what they stand for. A middle name that is missing says nothing; one that differs makes another person.
 */
export function compareGivenNames(ones: readonly string[], others: readonly string[]): GivenAgreement {
  if (ones.length === 0 || others.length === 0) return 'unsaid';
  const [one, other] = [ones.join(''), others.join('')];
  if (ones.length !== others.length && one === other) return 'same';
  const [first = 'different', ...rest] = ones
    .slice(0, others.length)
    .map((word, index) => compareWords(word, others[index] ?? ''));
  if (first === 'different') return shareAName(ones, others) ? 'initials' : 'different';
  return rest.includes('different') ? 'different' : first;
}

function compareWords(one: string, other: string): GivenAgreement {
  if (one.length === 1 || other.length === 1) return shareAnInitial(one, other) ? 'initials' : 'different';
  if (one === other) return 'same';
  const meant = longForms(one);
  if (longForms(other).some((name) => meant.includes(name))) return 'same';
  return isSlip(one, other) ? 'slip' : 'different';
}

function shareAnInitial(one: string, other: string): boolean {
  const initials = [one, ...longForms(one)].map(([initial]) => initial);
  return [other, ...longForms(other)].some(([initial]) => initials.includes(initial));
}

/**
 * A slip in a first name must be inside of a long one: Francis and Frances, Andrew and Andrea, Simon and Simone live in one
 * house, and it is the end by which they are told apart.
 */
function isSlip(one: string, other: string): boolean {
  if (Math.max(one.length, other.length) < 6 || one[0] !== other[0] || one.slice(-2) !== other.slice(-2)) return false;
  return isOneSlip(one, other) && !alike.some((pair) => pair.includes(one) && pair.includes(other));
}

/** `Andrew` and `John Andrew`: he may go by his second name. */
function shareAName(ones: readonly string[], others: readonly string[]): boolean {
  if (ones.length === others.length) return false;
  return ones.some((one) => others.some((other) => one.length > 1 && compareWords(one, other) === 'same'));
}
