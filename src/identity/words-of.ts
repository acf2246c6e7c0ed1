/** Letters that have no accent to take off, and how people write them who do not have them on their keyboard. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Small letters without accents: `Renée` and `RENEE` become `renee`. What is no letter stays. */
function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => plain[letter] ?? letter);
}

/** The words of a name, folded. Apostrophes of every kind belong to the word, all else that is no letter ends it: `O’Brien-Smith` → `obrien`, `smith`. */
export function wordsOf(text: string): string[] {
  if (text === '') return [];
  // Nearly every name is one word without anything to take off, and a shop has a million of them.
  if (/^[A-Za-z]+$/.test(text)) return [text.toLowerCase()];
  const letters = fold(text).replaceAll(/['’‘ʼ`´]/g, '');
  return letters.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Whether no letter has an accent: the walk costs a tenth of taking off what is not there. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false;
  return true;
}
