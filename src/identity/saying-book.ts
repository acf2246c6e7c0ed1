import type { MemberName, Saying } from './person.ts';

/** What was said, by whom it is about. */
export interface SayingBook {
  readonly isEmpty: boolean;
  /** Everything that was said of a customer. */
  about(name: MemberName): readonly Saying[];
}

/** Puts sayings where they are found by either customer. */
export function createSayingBook(sayings: readonly Saying[]): SayingBook {
  const byName = new Map<string, Saying[]>();
  for (const saying of sayings) {
    for (const name of [nameText(saying.one), nameText(saying.other)]) {
      byName.set(name, [...(byName.get(name) ?? []), saying]);
    }
  }
  return { isEmpty: sayings.length === 0, about: (name) => byName.get(nameText(name)) ?? [] };
}

/** A customer's name as one text. */
export function nameText({ source, key }: MemberName): string {
  return `${source}\n${key}`;
}

/** The two customers of a saying in their order, so that it does not matter which was named first. */
export function inOrder(one: MemberName, other: MemberName): readonly [MemberName, MemberName] {
  return nameText(one) <= nameText(other) ? [one, other] : [other, one];
}
