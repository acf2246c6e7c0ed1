/** Ids that are the same for the same seed. */
export interface Ids {
  /** 24 digits of base 16: orders, products, contacts. */
  hex(): string;
  /** Variants, lines, transactions. */
  uuid(): string;
}

/** Ids drawn from chance. */
export function createIds(random: () => number): Ids {
  const eight = () =>
    Math.floor(random() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0');
  return {
    hex: () => eight() + eight() + eight(),
    uuid() {
      const digits = eight() + eight() + eight() + eight();
      const variant = (8 + (Number.parseInt(digits.charAt(16), 16) % 4)).toString(16);
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
    },
  };
}

/** What a caller may quote of an error: nine capital letters. */
export function createContextIds(random: () => number): () => string {
  return () => Array.from({ length: 9 }, () => String.fromCodePoint(65 + Math.floor(random() * 26))).join('');
}

/** Chance that is always the same for the same text: 0 ≤ x < 1. */
export function chanceOf(text: string): number {
  let mixed = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) mixed = Math.imul(mixed ^ text.charCodeAt(place), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}
