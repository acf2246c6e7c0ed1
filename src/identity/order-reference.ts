/** The number of an order in a till's reference, and whether the words beside it say that it is one. */
export interface NamedOrder {
  /** Digits, without zeros in front. */
  readonly number: string;
  /** False for a number that stands alone: it may be a repair ticket just as well. */
  readonly isMarked: boolean;
}

/** Amounts and dates: what has a currency's sign in front, pence behind, or the form of a day. */
const noNumbers = [
  /[£$€]\s?\d[\d.,]*/g,
  /\b\d+[.,]\d{2}\b(?!\d)/g,
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g,
  /\b\d{1,2}:\d{2}\b/g,
];

const marked =
  /(?:#|\b(?:web|website|online|internet|order|orders|ord|sq|sqsp|squarespace|ws|wo)[\s.:/#-]*(?:(?:order|ord|nr|no|number)[\s.:/#-]*)?)$/i;
const number = /(?<![\d\p{L}]\d*)0*(\d{1,12})(?![\d\p{L}])/gu;
const markedWord = /\b(?:web|order|ord|sq|ws|wo)0*(\d{1,12})(?![\d\p{L}])/giu;

/** The orders that a reference may name: `WEB 1042`, `#1042`, `SQ-1042`, `order no. 1042`; `1042` by itself, unmarked. Never a price, a day or a part of a longer number. */
export function ordersNamedIn(reference: string): NamedOrder[] {
  const text = noNumbers.reduce((rest, pattern) => rest.replaceAll(pattern, ' | '), reference);
  const found = new Map<string, boolean>();
  for (const match of text.matchAll(markedWord)) found.set(match[1] ?? '', true);
  for (const match of text.matchAll(number)) {
    const digits = match[1] ?? '';
    const isMarked = marked.test(text.slice(0, match.index));
    found.set(digits, isMarked || (found.get(digits) ?? false));
  }
  return [...found].map(([digits, isMarked]) => ({ number: digits, isMarked }));
}

/** An order's number as it is looked for: digits without zeros in front, or nothing. */
export function orderDigits(orderNumber: string): string {
  return /^#?0*(\d{1,12})$/.exec(orderNumber.trim())?.[1] ?? '';
}
