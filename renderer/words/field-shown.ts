import type { Words } from './words.ts';

/**
 * A record's field in the language of this window: `Mobile number (CUST.MOB)` is `Handynummer (CUST.MOB)`. Its place at the
 * source stays as it is called there.
 */
export function fieldShown(field: string, say: Words['say']): string {
  const [, name = field, place = ''] = /^(.*?)( \(.*\))?$/su.exec(field) ?? [];
  const noun = name.charAt(0).toLowerCase() + name.slice(1);
  const said = say(noun);
  return `${said === noun ? say(name) : said.charAt(0).toUpperCase() + said.slice(1)}${place}`;
}
