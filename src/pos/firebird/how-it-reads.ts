/** Words with at least one letter beyond ASCII, with an apostrophe inside. */
const words = /[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu;
const beyondAscii = /[^\p{ASCII}]/u;
/** As people write words: small, capitals throughout, or one capital in front, also after Mc and O’. */
const shapes = /^(?:\p{Lu}?[\p{Ll}\p{Lo}]+|\p{Lu}+|(?:Ma?c|\p{Lu}\p{Ll}?[’'])\p{Lu}\p{Ll}+)$/u;
/** Letters of two alphabets in one word, or more accents in a row than any Latin word has. */
const mixed =
  /\p{Script=Latin}(?:[’'])?[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}](?:[’'])?\p{Script=Latin}/u;
const tooManyAccents = /(?:(?!\p{ASCII})\p{Script=Latin}){3}/u;
/** Frames and blocks of a DOS screen, accents that stand alone, and signs of other trades. */
const noText =
  /[\u2500-\u25ff\u02c6-\u02dd\u00a8\u00af\u00b4\u00b8\u2310\u2320\u2321\u00ac\u00a4\u0192\u00a6\u2017\ufffd]/u;
/** A letter beyond ASCII right beside a figure: what was meant is a sign of money, or a part. */
const besideFigure = /\d(?!\p{ASCII})\p{L}|(?!\p{ASCII})\p{L}\d/u;
/** A sign of money that stands before a word, or between letters. */
const moneyAmiss = /[£€¢¥](?=\s?\p{L})(?!\s)|\p{L}[£€¢¥]/u;
/** Quotation marks the wrong way round: closing at a word's front, opening at its end. */
const quotesAmiss = /(?:^|\s)[”](?=\p{L})|\p{L}[“](?=\s|$|[.,;)])/u;
const good =
  /(?:^|[\s(/])[“‘]\p{L}|[\p{L}\d.!?][”’](?=\p{L}|[\s,.;)]|$)|[£€]\s?\d|\d\s?[€°²³]|(?:^|[\s\d(])[¼½¾]|\s[–—]\s|\d[–]\d|[®™©…]/u;

/**
 * How a text reads that was taken apart into letters in some character set: `well` where every sign beyond ASCII is one that
 * a person may have meant there, `odd` where one of them is not, `open` where nothing speaks for either.
 */
export function howItReads(text: string): 'well' | 'odd' | 'open' {
  if (!beyondAscii.test(text)) return 'open';
  if ([noText, mixed, besideFigure, moneyAmiss, quotesAmiss].some((amiss) => amiss.test(text))) return 'odd';
  const foreign = (text.match(words) ?? []).filter((word) => beyondAscii.test(word.replaceAll('’', '')));
  if (foreign.some((word) => !shapes.test(word) || tooManyAccents.test(word))) return 'odd';
  return foreign.length > 0 || good.test(text) ? 'well' : 'open';
}
