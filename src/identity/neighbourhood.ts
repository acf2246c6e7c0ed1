import type { Trait } from './card.ts';
import { personsOf } from './grouping.ts';
import { linksOf, type Link } from './links.ts';
import type { MemberRow } from './member-store.ts';
import type { Node } from './node.ts';
import type { Saying } from './person.ts';
import { nameText, type SayingBook } from './saying-book.ts';
import type { Workshop } from './workshop.ts';

/** A customer as they stood before, and what is compared of them now; without a card where they are gone. */
export interface Neighbour {
  readonly row: MemberRow;
  readonly node: Node | undefined;
}

/** The customers who may be concerned by some changes, whole persons and whole clusters of them. */
export interface Neighbourhood {
  readonly neighbours: ReadonlyMap<number, Neighbour>;
  /** Every person among them as they are now, their members in order. */
  readonly persons: readonly (readonly Node[])[];
  readonly links: readonly Link[];
  readonly sayings: readonly Saying[];
}

/** Where to look. */
interface Start {
  /** Members who changed: whoever has something in common with them is looked at too. */
  readonly changed: readonly number[];
  /** Traits that some of them had before. */
  readonly former: readonly number[];
}

/**
 * Looks at everybody whom a change may concern: those who have, or had, something in common with somebody who changed;
 * whoever hangs together with those by links or by what was said; and whoever was one person with any of them.
 */
export function lookAround(workshop: Workshop, book: SayingBook, start: Start): Neighbourhood {
  const { members, traits } = workshop;
  const silent = traits.sharedFor('nobody', 'crowd');
  const known = new Map<number, Neighbour>();
  const visited = new Set<number>();
  const links: Link[] = [];
  const linkedTo = new Map<number, number[]>();
  const judged = new Set<number>();
  const sayings = new Set<Saying>();
  const persons = new Set<number>();

  function know(ids: Iterable<number>): void {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id)).toSorted((one, other) => one - other);
    for (const row of members.load(unknown)) known.set(row.id, neighbourOf(workshop, row));
  }

  /** Judges every trait of these nodes that was not judged yet. Answers the carriers of them all. */
  function judge(nodes: readonly Node[]): number[] {
    const byDigest = new Map<number, Trait>();
    for (const { card } of nodes) {
      for (const trait of card.traits) {
        if (!silent.has(trait.digest) && !judged.has(trait.digest)) byDigest.set(trait.digest, trait);
      }
    }
    const rows = traits.carriers([...byDigest.keys()].toSorted((one, other) => one - other));
    const carriers = Map.groupBy(rows, ({ digest }) => digest);
    know(rows.map(({ member }) => member));
    for (const [digest, trait] of byDigest) {
      judged.add(digest);
      const nodesWith = (carriers.get(digest) ?? []).flatMap(({ member }) => known.get(member)?.node ?? []);
      const { links: found, isShared } = linksOf(nodesWith, trait);
      noteWhetherShared(trait, isShared);
      for (const link of found) {
        links.push(link);
        linkedTo.set(link.one.id, [...(linkedTo.get(link.one.id) ?? []), link.other.id]);
        linkedTo.set(link.other.id, [...(linkedTo.get(link.other.id) ?? []), link.one.id]);
      }
    }
    return rows.map(({ member }) => member);
  }

  const sharedByNames = traits.sharedFor('names');
  function noteWhetherShared({ digest, value }: Trait, isShared: boolean): void {
    if (isShared && !sharedByNames.has(digest)) traits.share({ digest, why: 'names', value });
    if (!isShared && sharedByNames.has(digest)) traits.unshare(digest);
  }

  /** Whoever was one person with them, and of whom something was said with them. */
  function company({ row }: Neighbour): number[] {
    const others: number[] = [];
    if (row.person !== null && !persons.has(row.person)) {
      persons.add(row.person);
      others.push(row.person, ...members.othersOf(row.person));
    }
    if (book.isEmpty) return others;
    for (const saying of book.about(row)) {
      sayings.add(saying);
      const other = members.find(nameText(saying.one) === nameText(row) ? saying.other : saying.one);
      if (other) others.push(other.id);
    }
    return others;
  }

  let next = new Set([...start.changed, ...traits.carriers(start.former).map(({ member }) => member)]);
  for (let isFirst = true; next.size > 0; isFirst = false) {
    know(next);
    const here = [...next].flatMap((id) => known.get(id) ?? []);
    for (const id of next) visited.add(id);
    const carriers = judge(here.flatMap(({ node }) => node ?? []));
    const linked = here.flatMap(({ row }) => linkedTo.get(row.id) ?? []);
    const ids = [...(isFirst ? carriers : []), ...linked, ...here.flatMap(company)];
    next = new Set(ids.filter((id) => !visited.has(id)));
  }

  const neighbours = new Map([...visited].flatMap((id) => entry(id, known.get(id))));
  const isHere = ({ one, other }: Link) => visited.has(one.id) && visited.has(other.id);
  const cluster = { nodes: nodesOf(neighbours), links: links.filter(isHere), sayings: [...sayings] };
  return { neighbours, persons: personsOf(cluster), links: cluster.links, sayings: cluster.sayings };
}

function entry(id: number, neighbour: Neighbour | undefined): (readonly [number, Neighbour])[] {
  return neighbour ? [[id, neighbour]] : [];
}

function nodesOf(neighbours: ReadonlyMap<number, Neighbour>): Node[] {
  return [...neighbours.values()].flatMap(({ node }) => node ?? []);
}

function neighbourOf(workshop: Workshop, row: MemberRow): Neighbour {
  if (row.card === null) return { row, node: undefined };
  const { id, source, key } = row;
  return { row, node: { id, source, key, card: workshop.cardOf(row) } };
}
