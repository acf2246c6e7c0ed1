import type { z } from 'zod';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const typeWords: Record<string, string> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'a group in { }',
  record: 'a group in { }',
};

function quoted(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

function bound(origin: string, words: 'at least' | 'at most', limit: number | bigint): string {
  if (origin === 'string') return limit === 1 ? 'a text that is not empty' : `a text of ${words} ${limit} characters`;
  if (origin === 'array') return `a list of ${words} ${limit}`;
  return `a number of ${words} ${limit}`;
}

function expectation(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1 ? quoted(issue.values) : `one of ${quoted(issue.values)}`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? `one of ${quoted(issue.options)}` : undefined;
    case 'too_small':
      return bound(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return bound(issue.origin, 'at most', issue.maximum);
    case 'unrecognized_keys':
      return `no ${quoted(issue.keys)} here: it is not known (a slip of the keys?)`;
    default:
      return undefined;
  }
}

/** A path as people write it: `destinations[0].id`; the name of the whole where it is empty. */
function pathWords(path: readonly PropertyKey[], whole: string): string {
  const words = path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${String(part)}`),
    '',
  );
  return words || whole;
}

/** A value that fits its schema, or a line for each thing that does not: `shop.country: expected a country code …`. */
export type Explained<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly lines: readonly string[] };

/**
 * Parses with the schema and says in plain words, by path, what was expected instead; never what stands there, which
 * may be somebody's secret. `whole` names the thing itself, for faults that belong to no part of it.
 */
export function explainIssues<T>(schema: z.ZodType<T>, value: unknown, whole: string): Explained<T> {
  const parsed = schema.safeParse(value, {
    error: (issue) => {
      const words = expectation(issue);
      if (words === undefined) return undefined;
      return issue.input === undefined && issue.code !== 'unrecognized_keys' ? `${words}; it is missing` : words;
    },
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    lines: parsed.error.issues.map((issue) => `${pathWords(issue.path, whole)}: expected ${issue.message}`),
  };
}
