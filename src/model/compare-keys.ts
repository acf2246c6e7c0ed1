/** Orders keys of a source as people would: whole numbers as numbers, also inside keys of several parts, and before any text; text by its characters. */
export function compareKeys(one: string, other: string): number {
  const ones = one.split('-');
  const others = other.split('-');
  for (let index = 0; index < Math.max(ones.length, others.length); index++) {
    const order = compareParts(ones[index], others[index]);
    if (order !== 0) return order;
  }
  return 0;
}

const number = /^\d+$/;

function compareParts(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return -1;
  if (other === undefined) return 1;
  const [isNumber, otherIsNumber] = [number.test(one), number.test(other)];
  if (isNumber !== otherIsNumber) return isNumber ? -1 : 1;
  if (isNumber) {
    const difference = BigInt(one) - BigInt(other);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  return one < other ? -1 : 1;
}
