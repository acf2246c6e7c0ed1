import { wordsOf } from './words-of.ts';

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

/** Names are looked up by their rarest word, and by every other that no more than so many have: others say too little. */
const rare = 100;

/** Makes names ready to be searched: a word weighs the more, the fewer names have it. */
export function createNameSearch<Item extends Named>(items: readonly Item[]): NameSearch<Item> {
  const wordsByItem = new Map(items.map((item) => [item, new Set(wordsOf(item.name ?? ''))]));
  const byWord = new Map<string, Item[]>();
  for (const [item, words] of wordsByItem) {
    for (const word of words) {
      const having = byWord.get(word);
      if (having) having.push(item);
      else byWord.set(word, [item]);
    }
  }
  const weights = new Map([...byWord].map(([word, having]) => [word, Math.log(1 + items.length / having.length)]));
  const weight = (word: string) => weights.get(word) ?? Math.log(1 + items.length);
  const weightOf = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + weight(word), 0);
  const wholes = new Map([...wordsByItem].map(([item, words]) => [item, weightOf(words)]));

  function likeness(item: Item, words: ReadonlySet<string>): number {
    const shared = [...words].filter((word) => wordsByItem.get(item)?.has(word));
    return (2 * weightOf(shared)) / (weightOf(words) + (wholes.get(item) ?? 0));
  }

  return {
    like(name, limit) {
      const words = new Set(wordsOf(name));
      const having = [...words].flatMap((word) => [byWord.get(word) ?? []]).filter(({ length }) => length > 0);
      const [rarest = [], ...others] = having.toSorted((one, other) => one.length - other.length);
      const candidates = new Set([...rarest, ...others.filter(({ length }) => length <= rare).flat()]);
      return [...candidates]
        .map((item) => ({ item, likeness: likeness(item, words) }))
        .filter((found) => found.likeness >= likeEnough)
        .toSorted((one, other) => other.likeness - one.likeness || (one.item.key < other.item.key ? -1 : 1))
        .slice(0, limit)
        .map(({ item }) => item);
    },
  };
}
