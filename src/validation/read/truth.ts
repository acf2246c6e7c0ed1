const yes = new Set(['1', 'y', 'j', 't', 'yes', 'ja', 'true', 'x', 'on', '-1']);
const no = new Set(['0', 'n', 'f', 'no', 'nein', 'false', 'off']);

/** The forms in which tills keep yes and no (`1`, `J`, `X`, `true`, Delphi's `-1`); undefined for any other text. */
export function truthOf(text: string): boolean | undefined {
  if (text === '1') return true;
  if (text === '0') return false;
  const lower = text.trim().toLowerCase();
  if (yes.has(lower)) return true;
  return no.has(lower) ? false : undefined;
}
