import { atTill, nameOf, onWeb, type Cast } from './cast.ts';
import type { TwoAtTheTill, WebsiteTally, Who } from './tally.ts';
import { cleanValue } from './till-people.ts';

/** E-mail addresses that several persons give, everybody who gives them named once. */
export function contestedIn(
  { customers, people }: Cast,
  { twoAtTheTill, persons }: { twoAtTheTill: readonly TwoAtTheTill[]; persons: WebsiteTally['persons'] },
): WebsiteTally['contested'] {
  const givers = [
    ...customers.map((draft) => [cleanValue(draft, 'email').toLowerCase(), atTill(String(draft.values.key))] as const),
    ...twoAtTheTill.flatMap(({ email, one, other }) => [one, other].map((key) => [email, atTill(key)] as const)),
    ...people.map(({ email }) => [email.toLowerCase(), onWeb(email)] as const),
  ];
  const personOf = new Map(persons.flatMap((members) => members.map((who) => [nameOf(who), members] as const)));
  const byEmail = new Map<string, Map<unknown, Who>>();
  for (const [email, who] of givers) {
    const holders = byEmail.get(email) ?? new Map<unknown, Who>();
    byEmail.set(email, holders);
    const person = personOf.get(nameOf(who)) ?? nameOf(who);
    if (!holders.has(person)) holders.set(person, who);
  }
  return [...byEmail]
    .filter(([, holders]) => holders.size > 1)
    .map(([email, holders]) => ({ email, by: [...holders.values()] }));
}
