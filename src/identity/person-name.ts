import type { Customer } from '../model/customer.ts';
import { wordsOf } from './words-of.ts';

/** The name of a customer, made ready for comparing. All words are folded. */
export interface PersonName {
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Two people under one name: "Mr & Mrs Smith". */
  readonly couple: boolean;
  readonly generation: 'younger' | 'older' | undefined;
  /** What a title says. */
  readonly sex: 'man' | 'woman' | undefined;
  /** Without its legal form; '' where there is none. */
  readonly company: string;
}

const men = new Set(['mr', 'sir', 'lord', 'herr', 'monsieur', 'master']);
const women = new Set(['mrs', 'miss', 'ms', 'lady', 'dame', 'frau', 'madame', 'mme']);
const others = new Set(['mx', 'dr', 'prof', 'professor', 'rev', 'revd', 'reverend', 'capt', 'major', 'col']);
const behind = new Set(['esq', 'obe', 'mbe', 'cbe', 'phd', 'jp', 'kc', 'qc', 'ret', 'retd']);
const younger = new Set(['jr', 'jnr', 'junior', 'ii', 'iii']);
const older = new Set(['sr', 'snr', 'senior']);
const legalForms = new Set(['ltd', 'limited', 'plc', 'llp', 'llc', 'inc', 'co', 'company', 'gmbh', 'the', 'and']);

/** The parts of a name that are compared. */
export type NameFields = Pick<Customer, 'title' | 'firstName' | 'lastName' | 'company'>;

/** Takes a customer's name apart: titles and letters behind the name off, last and first name each where it belongs. */
export function personName({ title, firstName, lastName, company }: NameFields): PersonName {
  const [first, last] = partsOf(firstName?.trim() ?? '', lastName?.trim() ?? '');
  const titles = wordsOf(title ?? '');
  const given = initialsApart(withoutTitles(wordsOf(first), titles));
  const { family, ends } = withoutEnds(withoutTitles(wordsOf(last), titles));
  return {
    given: given.filter((word) => !behind.has(word)),
    family,
    couple: /[&+]|\b(?:and|und)\b/i.test(`${title ?? ''} ${first} ${last}`),
    generation: ends.some((word) => younger.has(word))
      ? 'younger'
      : ends.some((word) => older.has(word))
        ? 'older'
        : undefined,
    sex: sexOf(titles),
    company: wordsOf(company ?? '')
      .filter((word) => !legalForms.has(word))
      .join(' '),
  };
}

/** First and last name from two fields, one of which may hold both: `Smith, John`, `John Smith`. */
function partsOf(first: string, last: string): readonly [string, string] {
  if (first !== '' && last !== '') return [first, last];
  const whole = first || last;
  const comma = whole.indexOf(',');
  if (comma > 0) return [whole.slice(comma + 1).trim(), whole.slice(0, comma).trim()];
  const end = whole.lastIndexOf(' ');
  const before = whole.slice(0, Math.max(end, 0));
  const isWhole = end > 0 && !particles.has(wordsOf(before).at(-1) ?? '');
  return isWhole ? [before, whole.slice(end + 1)] : [first, last];
}

const particles = new Set([
  'de',
  'la',
  'le',
  'du',
  'del',
  'della',
  'di',
  'da',
  'van',
  'von',
  'der',
  'den',
  'st',
  'mac',
  'mc',
  'o',
]);

/** `J.P.` and `JP` are two initials, `Jo` is a name. */
function initialsApart(words: readonly string[]): string[] {
  return words.flatMap((word) => (/^[b-df-hj-np-tv-xz]{2,3}$/.test(word) ? word.split('') : [word]));
}

/** Titles at the start are put with the others; a name that is nothing but a title is none. */
function withoutTitles(words: readonly string[], titles: string[]): readonly string[] {
  let start = 0;
  while (start < words.length && isTitle(words[start] ?? '')) start++;
  titles.push(...words.slice(0, start));
  return words.slice(start);
}

function isTitle(word: string): boolean {
  return men.has(word) || women.has(word) || others.has(word);
}

/** A last word that is no name, unless it is all there is: there are people called Senior. */
function withoutEnds(words: readonly string[]): {
  readonly family: readonly string[];
  readonly ends: readonly string[];
} {
  let end = words.length;
  while (end > 1 && isEnd(words[end - 1] ?? '')) end--;
  return { family: words.slice(0, end), ends: words.slice(end) };
}

function isEnd(word: string): boolean {
  return behind.has(word) || younger.has(word) || older.has(word);
}

function sexOf(titles: readonly string[]): PersonName['sex'] {
  const isMan = titles.some((word) => men.has(word));
  const isWoman = titles.some((word) => women.has(word));
  if (isMan === isWoman) return undefined;
  return isMan ? 'man' : 'woman';
}
