/** One of those among whom an amount is shared out. */
export interface Sharer {
  /** Makes it one of its kind: it decides between equals, so that the order in which they stand decides nothing. */
  readonly key: string;
  /** In minor units; what is below zero has no share. */
  readonly weight: number;
}

/**
 * Shares out an amount by weight, to the penny: whole shares first, and what is left over goes one by one to those of
 * whose share most was cut off. The shares, in the order of the sharers, add up to the amount, or to all the weights
 * together where it is more than these; none is more than its weight.
 */
export function allocate(amount: number, sharers: readonly Sharer[]): readonly number[] {
  const weights = sharers.map(({ weight }) => BigInt(Math.max(0, weight)));
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n || amount <= 0) return sharers.map(() => 0);
  const shared = BigInt(amount) < sum ? BigInt(amount) : sum;
  const parts = weights.map((weight, index) => ({
    index,
    whole: (shared * weight) / sum,
    cut: (shared * weight) % sum,
    key: sharers[index]?.key ?? '',
  }));
  const left = Number(shared - parts.reduce((total, { whole }) => total + whole, 0n));
  const first = parts.toSorted((one, other) => {
    if (one.cut !== other.cut) return one.cut > other.cut ? -1 : 1;
    return one.key < other.key ? -1 : 1;
  });
  const lucky = new Set(first.slice(0, left).map(({ index }) => index));
  return parts.map(({ index, whole }) => Number(whole) + (lucky.has(index) ? 1 : 0));
}
