import { createAtlas, type Neighbour } from './atlas.ts';
import { personsOf } from './grouping.ts';
import type { Link } from './links.ts';
import type { Node } from './node.ts';
import type { Saying } from './person.ts';
import { nameText, type SayingBook } from './saying-book.ts';
import type { SharedBook } from './shared-book.ts';
import { createTraitJudge } from './trait-judge.ts';
import type { Workshop } from './workshop.ts';

/** The customers who may be concerned by some changes, whole persons and whole clusters of them. */
export interface Neighbourhood {
  readonly neighbours: ReadonlyMap<number, Neighbour>;
  /** Every person among them as they are now, their members in order. */
  readonly persons: readonly (readonly Node[])[];
  readonly links: readonly Link[];
  readonly sayings: readonly Saying[];
}

/** What looking around works with. */
export interface LookParts {
  readonly workshop: Workshop;
  readonly shared: SharedBook;
  readonly book: SayingBook;
}

/** Where to look. */
interface Start {
  /** Members who changed. */
  readonly changed: readonly number[];
  /** Traits that some of them had before. */
  readonly former: readonly number[];
  /** Whether a customer was settled before. */
  readonly isKnown: (neighbour: Neighbour) => boolean;
}

/**
 * Looks at everybody whom a change may concern: whoever was settled before and has, or had, something in common with
 * somebody who changed, since what links them may be another thing now; whoever hangs together with those by links or by
 * what was said; and whoever was one person with any of them.
 */
export function lookAround(parts: LookParts, { changed, former, isKnown }: Start): Neighbourhood {
  const { workshop } = parts;
  const atlas = createAtlas(workshop);
  const judge = createTraitJudge({ ...parts, atlas });
  const company = createCompany(parts);
  const neighbours = new Map<number, Neighbour>();
  const gone = workshop.traits.carriers(former).map(({ member }) => member);

  function visit(ids: Iterable<number>): Neighbour[] {
    atlas.know(ids);
    const visited = [...ids].flatMap((id) => atlas.get(id) ?? []);
    for (const neighbour of visited) neighbours.set(neighbour.row.id, neighbour);
    return visited;
  }

  const first = visit(new Set([...changed, ...gone]));
  const concerned = judge.judge(nodesOf(first)).filter((id) => isKnownHere(atlas.get(id), isKnown));
  let here = [...first, ...visit(unvisited(concerned, neighbours))];
  while (here.length > 0) {
    judge.judge(nodesOf(here));
    const next = here.flatMap((each) => [...judge.linkedTo(each.row.id), ...company.of(each)]);
    here = visit(unvisited(next, neighbours));
  }

  const links = judge.links.filter(({ one, other }) => neighbours.has(one.id) && neighbours.has(other.id));
  const sayings = [...company.sayings];
  return { neighbours, links, sayings, persons: personsOf({ nodes: nodesOf(neighbours.values()), links, sayings }) };
}

function isKnownHere(neighbour: Neighbour | undefined, isKnown: Start['isKnown']): boolean {
  return neighbour !== undefined && isKnown(neighbour);
}

function unvisited(ids: readonly number[], visited: ReadonlyMap<number, unknown>): Set<number> {
  return new Set(ids.filter((id) => !visited.has(id)));
}

function nodesOf(neighbours: Iterable<Neighbour>): Node[] {
  return [...neighbours].flatMap(({ node }) => node ?? []);
}

/** Whoever was one person with a customer, and of whom something was said with them: the ids, each person and saying once. */
function createCompany({ workshop: { members }, book }: LookParts) {
  const persons = new Set<number>();
  const sayings = new Set<Saying>();

  function formerPerson({ row: { person } }: Neighbour): number[] {
    if (person === null || persons.has(person)) return [];
    persons.add(person);
    return [person, ...members.othersOf(person)];
  }

  function saidWith({ row }: Neighbour): number[] {
    return book.about(row).flatMap((saying) => {
      sayings.add(saying);
      const other = nameText(saying.one) === nameText(row) ? saying.other : saying.one;
      return members.find(other)?.id ?? [];
    });
  }

  return {
    sayings,
    of: (neighbour: Neighbour) => [...formerPerson(neighbour), ...(book.isEmpty ? [] : saidWith(neighbour))],
  };
}
