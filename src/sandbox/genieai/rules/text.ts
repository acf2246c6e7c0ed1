import type { Schema } from './schema.ts';
import type { ErrorCode, Verdict } from './verdict.ts';
import { refuse } from './verdict.ts';

/** What a text must look like besides what holds for all texts; answers the code of what is wrong. */
export type Form = (text: string, verdict: Verdict) => ErrorCode | undefined;

interface TextRules {
  /** In characters as people count them: a code point outside the basic plane is one. */
  readonly max?: number;
  readonly form?: Form;
  readonly lineFeeds?: true;
}

const controls = /\p{Cc}/u;
const controlsButLineFeed = /[^\P{Cc}\n]/u;

function isLongerThan(max: number, value: string): boolean {
  return value.length > max && (value.length > 2 * max || Array.from(value).length > max);
}

/**
 * Text under the rules that hold everywhere, then under its own. The form is looked at only where the text is clean, so
 * that one slip is one error. Lone surrogates, which JSON can carry and UTF-8 cannot, are bad characters as U+FFFD is.
 */
export function text({ max = Infinity, form, lineFeeds }: TextRules): Schema {
  const forbidden = lineFeeds ? controlsButLineFeed : controls;
  return {
    check(value, path, verdict) {
      if (typeof value !== 'string') {
        refuse(verdict, path, 'wrong_type');
        return;
      }
      const before = verdict.errors.length;
      if (forbidden.test(value)) refuse(verdict, path, 'control_character');
      if (value.includes('\uFFFD') || !value.isWellFormed()) refuse(verdict, path, 'bad_character');
      if (value !== value.trim()) refuse(verdict, path, 'untrimmed');
      if (isLongerThan(max, value)) refuse(verdict, path, 'too_long');
      if (!form || verdict.errors.length > before) return;
      const code = form(value, verdict);
      if (code) refuse(verdict, path, code);
    },
  };
}

/** Text that is one of a list. */
export function choice(values: Iterable<string>): Schema {
  const allowed = new Set(values);
  return text({ form: (value) => (allowed.has(value) ? undefined : 'not_allowed') });
}

/** Text that a pattern must match whole. */
export function matching(pattern: RegExp, code: ErrorCode): Schema {
  return text({ form: (value) => (pattern.test(value) ? undefined : code) });
}

/** The key by which the sender names a record. */
export const externalId: Schema = matching(/^[A-Za-z0-9._-]{1,64}$/, 'bad_id');
