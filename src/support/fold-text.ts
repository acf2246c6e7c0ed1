/** A text as it is compared when somebody searches: without accents and capitals. `Müller` and `muller` fold alike. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** So much of each part can be found: whoever searches types a word, and what is longer would only make every search slower. */
const longestPart = 200;

/** What a search looks through, folded, a line for each part; empty lines for those that are null. */
export function searchText(...parts: readonly (string | null)[]): string {
  return foldText(parts.map((part) => part?.slice(0, longestPart) ?? '').join('\n'));
}
