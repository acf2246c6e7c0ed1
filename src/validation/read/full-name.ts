import { particles } from './capitals.ts';
import { knownTitle } from './title.ts';

/** A whole name taken apart; null for the parts that it has not. */
export interface NameParts {
  readonly title: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** Takes `Mr John van der Berg`, `Berg, John` or `BERG, Mr J` apart. One word alone is a last name. */
export function partsOfName(fullName: string): NameParts {
  const comma = fullName.indexOf(',');
  if (comma > 0) {
    const { title, rest } = withoutTitle(fullName.slice(comma + 1).trim());
    return { title, firstName: rest || null, lastName: fullName.slice(0, comma).trim() };
  }
  const { title, rest } = withoutTitle(fullName);
  const words = rest.split(' ').filter((each) => each !== '');
  let start = words.length - 1;
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start--;
  if (start === 1 && title !== null && particles.has((words[0] ?? '').toLowerCase())) start = 0;
  return {
    title,
    firstName: words.slice(0, Math.max(start, 0)).join(' ') || null,
    lastName: words.slice(Math.max(start, 0)).join(' ') || null,
  };
}

/** `Mr`, `Mr.` or `Mr & Mrs` at the start. */
function withoutTitle(text: string): { title: string | null; rest: string } {
  const words = text.split(' ');
  let count = 0;
  while (count < words.length - 1 && isTitlePart(words, count)) count++;
  if (count === 0) return { title: null, rest: text };
  const title = words.slice(0, count).join(' ');
  return { title: knownTitle(title) ?? title, rest: words.slice(count).join(' ') };
}

function isTitlePart(words: readonly string[], index: number): boolean {
  const here = words[index] ?? '';
  if (index > 0 && /^(?:&|and|\+)$/i.test(here)) return knownTitle(words[index + 1] ?? '') !== undefined;
  return knownTitle(here) !== undefined;
}
