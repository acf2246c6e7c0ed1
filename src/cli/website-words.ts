import type { Words } from '../support/words.ts';

/** What a shop calls the rows of its website, in the order in which they are told; the others are nobody's business here. */
const shown = [
  ['product', 'article'],
  ['sale', 'order'],
  ['customer', 'customer'],
] as const;

/** `3,004 articles`, `914 orders`, `2,210 customers`: what there is of each, what there is none of left out. */
export function websiteCounts(counts: Readonly<Partial<Record<string, number>>>, words: Words): readonly string[] {
  return shown.flatMap(([kind, one]) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [words.count(count, one)] : [];
  });
}

/** Several rows of one kind, as a shop calls them on its website. */
export function manyOnWebsite(kind: string): string | undefined {
  const found = shown.find(([each]) => each === kind);
  return found && `${found[1]}s`;
}
