/** The number that a record has at the till; null for what only the website has, whose keys say nothing to anybody. */
export function tillNumber(key: string): string | null {
  return key.startsWith('web-') ? null : key;
}
