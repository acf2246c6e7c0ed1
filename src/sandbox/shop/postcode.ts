import type { Random } from './random.ts';

/** The letters that a British postcode may end in: C, I, K, M, O and V are left out, being easily misread. */
const letters = 'ABDEFGHJLNPQRSTUWXYZ';

/** A postcode of a town, in its proper form: `IP33 1AA`. */
export function postcodeIn(outward: string, random: Random): string {
  const letter = () => letters.charAt(random.below(letters.length));
  return `${outward} ${random.below(10)}${letter()}${letter()}`;
}
