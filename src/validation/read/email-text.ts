/** The address without `mailto:` and angle brackets around it, its domain in small letters; the part before the `@` stays, for it may matter there. */
export function cleanEmail(text: string): string {
  const bare = text.startsWith('<') || /^mailto:/i.test(text) ? text.replace(/^<?(?:mailto:)?|>$/gi, '').trim() : text;
  const at = bare.lastIndexOf('@');
  const domain = bare.slice(at + 1);
  const lower = domain.toLowerCase();
  return at < 0 || lower === domain ? bare : bare.slice(0, at + 1) + lower;
}
