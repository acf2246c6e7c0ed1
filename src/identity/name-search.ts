import { wordsOf } from './fold.ts';

/** Something with a name. */
interface Named {
  readonly key: string;
  readonly name: string | null;
}

/** Finds what has a name like another: by the words that they share, rare ones above all. */
export interface NameSearch<Item extends Named> {
  /** Up to `limit`, the likest first; none that has too little in common. */
  like(name: string, limit: number): Item[];
}

/** The share of all weight, of both names, that must be in words that they share. */
const likeEnough = 0.5;

/** A word that so many names have says too little to look them all through. */
const common = 2000;

/** Makes names ready to be searched: a word weighs the more, the fewer names have it. */
export function createNameSearch<Item extends Named>(items: readonly Item[]): NameSearch<Item> {
  const wordsByItem = new Map(items.map((item) => [item, new Set(wordsOf(item.name ?? ''))]));
  const byWord = new Map<string, Item[]>();
  for (const [item, words] of wordsByItem) {
    for (const word of words) {
      const known = byWord.get(word);
      if (known) known.push(item);
      else byWord.set(word, [item]);
    }
  }
  const weight = (word: string) => Math.log(1 + items.length / (byWord.get(word)?.length ?? 1));
  const weightOf = (words: ReadonlySet<string>) => [...words].reduce((sum, word) => sum + weight(word), 0);

  return {
    like(name, limit) {
      const words = new Set(wordsOf(name));
      const shared = new Map<Item, number>();
      for (const word of words) {
        const having = byWord.get(word) ?? [];
        if (having.length > common) continue;
        for (const item of having) shared.set(item, 0);
      }
      const whole = weightOf(words);
      return [...shared.keys()]
        .map((item) => {
          const theirs = wordsByItem.get(item) ?? new Set<string>();
          const both = weightOf(new Set([...words].filter((word) => theirs.has(word))));
          return { item, likeness: (2 * both) / (whole + weightOf(theirs)) };
        })
        .filter(({ likeness }) => likeness >= likeEnough)
        .toSorted((one, other) => other.likeness - one.likeness || (one.item.key < other.item.key ? -1 : 1))
        .slice(0, limit)
        .map(({ item }) => item);
    },
  };
}
