/** Splits a list of words with blanks between them. */
export function listed(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}
