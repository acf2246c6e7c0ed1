import { createHash } from 'node:crypto';

const modulus = 2n ** 48n;

/** Says of two sets of keys whether they are the same, whatever the order, without keeping either. */
export interface KeySum {
  readonly keys: number;
  readonly sum: string;
}

/** The sum of no keys. */
export const noKeys: KeySum = { keys: 0, sum: '0' };

/** The sum with another key in it. */
export function withKey({ keys, sum }: KeySum, key: string): KeySum {
  const own = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 12)}`);
  return { keys: keys + 1, sum: ((BigInt(sum) + own) % modulus).toString() };
}
