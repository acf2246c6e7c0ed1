import { byWeight } from './by-weight.ts';
import { createRandom } from './random.ts';

/** One way of spoiling a row. */
export interface Recipe<Row, Around> {
  readonly name: string;
  /** How often it is met, against the others, once each was planted once. */
  readonly weight: number;
  /** The record will not be sent. */
  readonly withheld?: true;
  readonly plant: (row: Row, around: Around) => void;
}

/** Which rows of a table are spoilt, and how: nothing is stored, so it costs the same for a million rows. */
export interface Plan<R> {
  /** The recipe for a row, or undefined for a sound one. Rows beside a spoilt one are always sound. */
  at(index: number): R | undefined;
  /** The numbers of all spoilt rows, ascending. */
  indices(): Generator<number>;
}

/** Sound rows between two spoilt ones, at least: each may draw a neighbour into its fault. */
const apart = 3;

/**
 * Spreads recipes over the rows of a table evenly: each once, then by their weights, until `share` of the rows is
 * spoilt. A table too small for that gets as many as leave room between them.
 */
export function createPlan<R extends { readonly weight: number }>(parts: {
  readonly seed: number;
  readonly rows: number;
  readonly share: number;
  readonly recipes: readonly R[];
}): Plan<R> {
  const { seed, rows, share, recipes } = parts;
  const wanted = Math.max(recipes.length, Math.round(rows * share));
  const spoilt = Math.min(wanted, Math.floor(rows / apart));
  const position = (slot: number) => Math.floor((slot * rows) / spoilt);

  return {
    at(index) {
      const slot = spoilt === 0 ? 0 : Math.ceil((index * spoilt) / rows);
      if (slot >= spoilt || position(slot) !== index) return undefined;
      return recipes[slot] ?? byWeight(recipes, createRandom(seed, slot));
    },
    *indices() {
      for (let slot = 0; slot < spoilt; slot++) yield position(slot);
    },
  };
}
