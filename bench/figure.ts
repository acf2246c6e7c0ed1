/** What an item of the bench promises: a bound from below or from above. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

/** One thing that was measured, beside what it should be. */
export interface Figure {
  /** The item of the bench: `a` to `g` as promised, `i` for joining, `r` for reading alone. */
  readonly item: string;
  /** For people: "first load, beside node-firebird alone". */
  readonly what: string;
  readonly value: number;
  /** `×`, `/s`, `MB`, `s`, … */
  readonly unit: string;
  readonly target: Target;
  /** What every repetition gave; `value` is their median. */
  readonly repetitions: readonly number[];
  /** Whatever helps to understand the figure, by name with its unit: `{"alone, s": 1.1}`. */
  readonly beside?: Readonly<Record<string, number>>;
}

/** Whether a figure is what it should be. */
export function isMet({ value, target }: Pick<Figure, 'value' | 'target'>): boolean {
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}
