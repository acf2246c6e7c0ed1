import { lettersOf, widthOf } from './legible.ts';

/** A text in lines of so many columns, broken between words where there is a gap between them. At least one. */
export function wrappedTo(text: string, width: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width || line === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.flatMap((line) => brokenTo(line, width));
}

/** A single word that is longer than a line, in pieces. */
function brokenTo(word: string, width: number): readonly string[] {
  const letters = lettersOf(word);
  const pieces = Math.max(1, Math.ceil(letters.length / width));
  return Array.from({ length: pieces }, (_, index) => letters.slice(index * width, (index + 1) * width).join(''));
}
