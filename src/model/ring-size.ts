const written = /^(?:[A-Z]½?|Z\+[1-5]½?|Z\+6)$/;
const typed = /^([A-Z])(?:\+([1-6]))?(?:\+?(?:½|1\/2)|[.,]5)?$/;

/** Whether the text is a British ring size, A to Z+6 in halves, written as `F½` or `Z+2`. */
export function isRingSize(text: string): boolean {
  return written.test(text);
}

/** The ring size in its one written form, from the forms that people type: `f 1/2`, `F.5`, `z + 2`. Undefined where it is none. */
export function ringSize(text: string): string | undefined {
  if (isRingSize(text)) return text;
  const match = typed.exec(text.replace(/\s+/g, '').toUpperCase());
  if (!match) return undefined;
  const [whole, letter = '', beyond] = match;
  const half = /(?:½|1\/2|[.,]5)$/.test(whole) ? '½' : '';
  const size = `${letter}${beyond === undefined ? '' : `+${beyond}`}${half}`;
  return isRingSize(size) ? size : undefined;
}
