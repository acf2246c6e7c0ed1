import { stripVTControlCharacters } from 'node:util';

/** A till's text made safe for a terminal: on one line, and without the characters that would move its cursor or change its colours. */
export function legible(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\r\n\t]+/gu, ' ')
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The letters of a text as people count them. */
export function lettersOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** How many columns a text takes, colours not counted. */
export function widthOf(text: string): number {
  const bare = stripVTControlCharacters(text);
  // Nearly every text is ASCII, and a table may have thousands of rows.
  return /^[\x20-\x7e]*$/.test(bare) ? bare.length : lettersOf(bare).length;
}

/** The text, cut to so many columns with an ellipsis where it is longer. For texts without colours. */
export function cutTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  return `${lettersOf(text)
    .slice(0, Math.max(0, columns - 1))
    .join('')}…`;
}
