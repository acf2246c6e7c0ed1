/** The middle one; the mean of the middle two where their number is even. Throws for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (low === undefined || high === undefined) throw new Error('measuring: there is nothing to take the middle of');
  return (low + high) / 2;
}

/** Milliseconds that each contender took, a list each, in the order of the rounds. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/**
 * Lets contenders run in turn, round after round, so that whatever else the machine does falls on all of them alike. Each
 * says itself how long it took, in milliseconds. The first round warms up and does not count.
 */
export async function interleave<Name extends string>(
  contenders: Readonly<Record<Name, () => Promise<number>>>,
  rounds: number,
): Promise<Times<Name>> {
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const time = await contenders[name]();
      if (round > 0) times[name].push(time);
    }
  }
  return times;
}

/** How the rounds of one compare with the same rounds of another, round by round. */
export function ratios(ones: readonly number[], others: readonly number[]): number[] {
  return ones.map((one, round) => one / (others[round] ?? Number.NaN));
}
