/** How long to wait before the next try: doubling from `base` to at most `cap`, both in milliseconds. */
export interface Backoff {
  readonly base: number;
  readonly cap: number;
}

/**
 * Milliseconds to wait after so many failed tries (1 or more), with full jitter: anywhere between nothing and the
 * doubled base. Full, because what failed together must not come back together. `random` is 0 ≤ x < 1.
 */
export function backoffDelay({ base, cap }: Backoff, tries: number, random: number): number {
  // 2^30 is beyond every cap, and keeps the product finite however often something was tried.
  return Math.floor(random * Math.min(cap, base * 2 ** Math.min(tries - 1, 30)));
}
