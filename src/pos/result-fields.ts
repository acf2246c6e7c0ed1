import type { RowKind } from '../model/record.ts';
import { TillbridgeError } from '../support/errors.ts';
import { fieldsOf, type ProfileQuery } from './profile.ts';

/** What a kind of row is called in a sentence about many of them. */
export const kindWords: Readonly<Record<RowKind, string>> = {
  customer: 'customers',
  product: 'articles',
  sale: 'sales',
  saleLine: 'lines of sales',
  payment: 'payments',
};

/** Where the columns of a profile's SELECT go. Positions are those of the SELECT. */
export interface ResultFields {
  /** A row's cells in their order: our fields, then the parts of the key that are no fields of ours. */
  readonly cells: readonly { readonly field: string; readonly position: number }[];
  /** Positions of the key's parts, in the order in which they are joined. */
  readonly key: readonly number[];
  readonly change: number | undefined;
}

/**
 * Finds our fields among the aliases of a SELECT, in any case. Throws where the key is missing, and for an alias that
 * is neither a field of the kind, nor part of the key, nor the change column.
 */
export function resultFields(
  kind: RowKind,
  query: Pick<ProfileQuery, 'key' | 'change'>,
  aliases: readonly string[],
): ResultFields {
  const positions = new Map<string, number>();
  for (const [position, alias] of aliases.entries()) {
    if (positions.has(alias.toLowerCase()))
      fail(kind, `two columns are called "${alias}"`, 'Give each an alias of its own.');
    positions.set(alias.toLowerCase(), position);
  }
  const known: readonly string[] = fieldsOf[kind];
  const keyParts = query.key.filter((part) => !isOneOf(known, part));
  for (const alias of aliases) {
    if (isOneOf(known, alias) || isOneOf(keyParts, alias) || alias.toLowerCase() === query.change?.toLowerCase())
      continue;
    fail(
      kind,
      `there is no field "${alias}"`,
      `Did you mean ${nearest(alias, known).join(' or ')}? An alias names a field of ours.`,
    );
  }
  const at = (name: string, hint: string): number =>
    positions.get(name.toLowerCase()) ?? fail(kind, `no column is called "${name}"`, hint);
  const key = query.key.map((part) =>
    at(part, `Every row needs its key: add AS "${part}" to the column that names it.`),
  );
  const cells = [...known, ...keyParts].flatMap((field) => {
    const position = positions.get(field.toLowerCase());
    return position === undefined ? [] : [{ field, position }];
  });
  const change =
    query.change === undefined ? undefined : at(query.change, 'The change column has to stand in the SELECT too.');
  return { cells, key, change };
}

/** The error that says why a profile's SELECT cannot be used. */
export function profileError(kind: RowKind, what: string, hint: string): TillbridgeError {
  return new TillbridgeError(
    'settings',
    `reading ${kindWords[kind]} from the till: in the profile's SELECT for "${kind}", ${what}`,
    { hint },
  );
}

function fail(kind: RowKind, what: string, hint: string): never {
  throw profileError(kind, what, hint);
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}

/** The three names that share most pairs of letters with this one. */
function nearest(name: string, known: readonly string[]): readonly string[] {
  const pairs = pairsOf(name);
  const share = (other: string): number => {
    const theirs = pairsOf(other);
    const common = [...pairs].filter((pair) => theirs.has(pair)).length;
    return (2 * common) / (pairs.size + theirs.size);
  };
  return known.toSorted((a, b) => share(b) - share(a)).slice(0, 3);
}

function pairsOf(word: string): ReadonlySet<string> {
  const lower = ` ${word.toLowerCase()} `;
  return new Set(Array.from({ length: lower.length - 1 }, (_, start) => lower.slice(start, start + 2)));
}
