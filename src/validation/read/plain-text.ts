const controls = /\p{Cc}/gu;
const controlsButLineFeed = /(?!\n)\p{Cc}/gu;
const breaks = /[\t\n\v\f\r\u0085]+/g;
const runs = /\s+/g;

/** One line of text: tabs and line breaks become a blank, other control characters vanish, white space is trimmed and its runs become one blank. */
export function cleanLine(text: string): string {
  if (isCleanLine(text)) return text;
  return text.replace(breaks, ' ').replace(controls, '').replace(runs, ' ').trim();
}

/** Text of several lines: line ends become `\n`, tabs a blank, other control characters vanish, the whole is trimmed. */
export function cleanLines(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(controlsButLineFeed, '')
    .trim();
}

/** Whether `cleanLine` would change nothing. A loop over the characters is several times as quick as an expression that would say the same. */
function isCleanLine(text: string): boolean {
  let afterBlank = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 32) {
      if (afterBlank) return false;
      afterBlank = true;
      continue;
    }
    if (code < 32 || (code > 126 && (code <= 160 || (code >= 5760 && isUnusualBlank(code))))) return false;
    afterBlank = false;
  }
  return !afterBlank || text === '';
}

/** White space beyond Latin-1, as `trim` and `\s` know it. */
function isUnusualBlank(code: number): boolean {
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
