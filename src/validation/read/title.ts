/** The titles that are in common use, as they are usually written. */
export const titles: readonly string[] = ['Mr', 'Mrs', 'Miss', 'Ms', 'Mx', 'Dr', 'Prof', 'Rev', 'Sir', 'Lady', 'Lord'];
const usual: ReadonlySet<string> = new Set(titles);
const byLetters: ReadonlyMap<string, string> = new Map([
  ...titles.map((title) => [title.toLowerCase(), title] as const),
  ['revd', 'Rev'],
]);

/** The usual way to write a title that differs from it in case and full stops alone: `MR.` → `Mr`. Undefined for others. */
export function knownTitle(text: string): string | undefined {
  return usual.has(text) ? text : byLetters.get(text.replace(/\.$/, '').toLowerCase());
}
