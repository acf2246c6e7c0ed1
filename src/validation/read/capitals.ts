/** Words inside a surname that stay small. */
export const particles: ReadonlySet<string> = new Set([
  'de',
  'la',
  'le',
  'du',
  'des',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'ten',
  'zu',
  'zur',
  'y',
  'af',
  'av',
  'bin',
  'al',
  'el',
]);

const word = /\p{L}+/gu;

/** A name that stands in capitals, written as a name: `MCDONALD` → `McDonald`, `DE LA CRUZ` → `de la Cruz`. Names with a small letter, and initials, stay as they are. */
export function nameFromCapitals(text: string): string {
  if (text !== text.toUpperCase() || text === text.toLowerCase()) return text;
  return text.replace(word, (letters, offset: number) => wordFromCapitals(letters, text, offset));
}

function wordFromCapitals(letters: string, name: string, offset: number): string {
  const isWhole = !/['’\p{L}]/u.test(name.charAt(offset - 1)) && name.charAt(offset + letters.length) !== "'";
  const lower = letters.toLowerCase();
  if (isWhole && (lower.length === 1 || isInitials(letters))) return letters;
  const isLastWord = offset + letters.length === name.length;
  if (isWhole && !isLastWord && particles.has(lower)) return lower;
  if (name.charAt(offset - 1) === "'" && lower === 's' && isLastWord) return lower;
  const scottish = /^MC(\p{L})(\p{L}+)$/u.exec(letters);
  if (scottish) return `Mc${scottish[1] ?? ''}${(scottish[2] ?? '').toLowerCase()}`;
  return letters.charAt(0) + lower.slice(1);
}

/** `JP`, `II`: two or three letters that no name is made of. */
function isInitials(letters: string): boolean {
  return /^(?:II|III|IV|[BCDFGHJKLMNPQRSTVWXZ]{2,3})$/.test(letters) && !/^(?:MC|ST|NG)$/.test(letters);
}
