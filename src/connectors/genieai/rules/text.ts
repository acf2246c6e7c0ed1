import { z } from 'zod';

/** Looks at a text that holds nothing forbidden everywhere; answers the code of what is wrong with it. */
export type Form = (text: string) => string | undefined;

/** Text under the rules that GenieAI has for every text, then under its own; absent and null are fine. At most one issue, whose message is the code. */
export function text(limit: number, form?: Form, lineFeeds = false) {
  return z
    .string()
    .check(({ value, issues }) => {
      const code = faultIn(value, limit, lineFeeds) ?? form?.(value);
      if (code !== undefined) issues.push({ code: 'custom', message: code, input: value });
    })
    .nullish();
}

/** Text for which one test decides; absent and null are fine. */
export function formed(isRight: (text: string) => boolean, code: string) {
  return z
    .string()
    .check(({ value, issues }) => {
      if (!isRight(value)) issues.push({ code: 'custom', message: code, input: value });
    })
    .nullish();
}

/** The key by which GenieAI knows our records: 1-64 of `A-Za-z0-9._-`. */
export const externalId = formed((key) => /^[A-Za-z0-9._-]{1,64}$/.test(key), 'bad_id');

/** One walk over the characters: a row of expressions would say the same at several times the cost. */
function faultIn(value: string, limit: number, lineFeeds: boolean): string | undefined {
  let hasSurrogates = false;
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    if (unit < 32 ? !(lineFeeds && unit === 10) : unit >= 127 && unit <= 159) return 'control_character';
    if (unit === 0xfffd) return 'bad_character';
    if (unit >= 0xd800 && unit <= 0xdfff) hasSurrogates = true;
  }
  if (hasSurrogates && !value.isWellFormed()) return 'bad_character';
  if (value !== value.trim()) return 'untrimmed';
  return value.length > limit && charactersIn(value, hasSurrogates) > limit ? 'too_long' : undefined;
}

function charactersIn(value: string, hasSurrogates: boolean): number {
  return hasSurrogates ? Array.from(value).length : value.length;
}
