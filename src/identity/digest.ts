/**
 * A number that stands for a text: 48 bits, below zero as often as above, spread evenly. Two texts may have the same: it
 * only says where to look. Small enough that a database keeps it in six bytes.
 */
export function digestOf(text: string): number {
  let low = 0x9e3779b1;
  let high = 0x85ebca77;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x27d4eb2f);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x165667b1);
  }
  low = Math.imul(low ^ (low >>> 16) ^ high, 0x2c1b3c6d);
  high = Math.imul(high ^ (high >>> 13) ^ (low >>> 9), 0x297a2d39);
  return ((high ^ (high >>> 15)) >> 16) * 0x1_0000_0000 + ((low ^ (low >>> 15)) >>> 0);
}
