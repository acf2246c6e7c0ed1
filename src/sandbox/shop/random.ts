/** A source of chance that always gives the same answers for the same seed. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, 0 ≤ x < limit. */
  below(limit: number): number;
  /** A whole number, low ≤ x ≤ high. */
  between(low: number, high: number): number;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** True once in `times` times. */
  oneIn(times: number): boolean;
  /** So many decimal digits. */
  digits(count: number): string;
}

/**
 * Chance for one row: a generator of its own for each combination of seeds (shop, table, row number), so that any row
 * can be made again by itself, without those before it.
 */
export function createRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce(mix, 0x9e3779b9);

  /** The mulberry32 generator: 32 bits of state, ample for sample data. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  }

  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    // The place is always inside the list; a value there may well be null.
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    oneIn: (times) => below(times) === 0,
    digits: (count) => String(below(10 ** count)).padStart(count, '0'),
  };
}

/** One step of the murmur3 finisher, which makes neighbouring row numbers unlike each other. */
function mix(state: number, seed: number): number {
  let x = Math.imul(state ^ seed, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) + 0x632be5ab;
}
