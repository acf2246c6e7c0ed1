import type { Random } from './random.ts';

/** One of several things, each as often as its weight says. Throws where there is none. */
export function byWeight<Thing extends { readonly weight: number }>(things: readonly Thing[], random: Random): Thing {
  const weights = things.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.next() * weights;
  const drawn = things.find(({ weight }) => (left -= weight) < 0) ?? things[0];
  if (drawn === undefined) throw new Error('drawing by weight: there is nothing to draw from');
  return drawn;
}
