import type { Link } from './links.ts';
import type { Node } from './node.ts';
import { grounds, type Evidence, type MemberName, type Saying } from './person.ts';
import { nameText } from './saying-book.ts';

/** Everything that joins the members of a person, the strongest first. Of an account's customers the e-mail address says nothing more. */
export function evidenceOf(members: readonly Node[], links: readonly Link[], sayings: readonly Saying[]): Evidence[] {
  const places = new Map(members.map((member, place) => [nameText(member), place]));
  const has = ({ one, other }: { one: MemberName; other: MemberName }) =>
    places.has(nameText(one)) && places.has(nameText(other));
  const placeOf = (name: MemberName) => places.get(nameText(name)) ?? 0;
  const said = sayings
    .filter((saying) => saying.are === 'one' && has(saying))
    .map(({ one, other, because }) => {
      const [first, second] = placeOf(one) < placeOf(other) ? [one, other] : [other, one];
      return { one: bare(first), other: bare(second), by: 'said' as const, value: because };
    });
  const linked = links.filter(has);
  const accounts = new Set(
    linked.filter(({ by }) => by === 'account').map(({ one, other }) => `${one.id} ${other.id}`),
  );
  const found = linked
    .filter(({ one, other, by }) => by !== 'email' || !accounts.has(`${one.id} ${other.id}`))
    .map(({ one, other, by, value }) => ({ one: bare(one), other: bare(other), by, value }));
  return [...said, ...found].toSorted(
    (a, b) =>
      grounds.indexOf(a.by) - grounds.indexOf(b.by) ||
      placeOf(a.one) - placeOf(b.one) ||
      placeOf(a.other) - placeOf(b.other) ||
      (a.value < b.value ? -1 : 1),
  );
}

function bare({ source, key }: MemberName): MemberName {
  return { source, key };
}
