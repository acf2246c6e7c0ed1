import { isConflict } from './conflict.ts';
import type { Link } from './links.ts';
import { compareNodes, type Node } from './node.ts';
import { grounds, type Saying } from './person.ts';
import { saidClasses, type SaidClass, type SaidTwo } from './said-classes.ts';

/** Customers who hang together, what links them, and what was said about them. */
export interface Cluster {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  readonly sayings: readonly Saying[];
}

/**
 * The persons among customers who hang together, their members in order. What was said comes first; then links are
 * followed, the strongest first, and one that would bring together two who cannot be one person is left out. So a chain
 * with a contradiction is cut where it is weakest, and nothing depends on the order in which customers came.
 */
export function personsOf({ nodes, links, sayings }: Cluster): Node[][] {
  const { classes, areTwo } = saidClasses(nodes, sayings);
  const groups = new Map<Node, SaidClass[]>();
  for (const each of withAccounts(classes, links, areTwo)) {
    const group = [each];
    for (const node of each) groups.set(node, group);
  }
  for (const { one, other } of links.toSorted(strongestFirst)) {
    const [ones, others] = [groups.get(one), groups.get(other)];
    if (!ones || !others || ones === others) continue;
    if (ones.some((a) => others.some((b) => areForbidden(a, b, areTwo)))) continue;
    ones.push(...others);
    for (const node of others.flat()) groups.set(node, ones);
  }
  return [...new Set(groups.values())].map((group) => group.flat().toSorted(compareNodes));
}

/** Customers with one account of a shop front, too, count as one customer with several names. */
function withAccounts(classes: readonly SaidClass[], links: readonly Link[], areTwo: SaidTwo): SaidClass[] {
  const classOf = new Map<Node, SaidClass>();
  for (const each of classes) for (const node of each) classOf.set(node, each);
  for (const { one, other } of links.filter(({ by }) => by === 'account').toSorted(strongestFirst)) {
    const [ones, others] = [classOf.get(one), classOf.get(other)];
    if (!ones || !others || ones === others) continue;
    if (ones.some((a) => others.some((b) => areTwo(a, b)))) continue;
    const both = [...ones, ...others];
    for (const node of both) classOf.set(node, both);
  }
  return [...new Set(classOf.values())];
}

function strongestFirst(a: Link, b: Link): number {
  return grounds.indexOf(a.by) - grounds.indexOf(b.by) || compareNodes(a.one, b.one) || compareNodes(a.other, b.other);
}

/** Two classes may not meet where any two of them were said to be two, or where nobody of the one can be anybody of the other. */
function areForbidden(ones: SaidClass, others: SaidClass, areTwo: SaidTwo): boolean {
  if (ones.some((one) => others.some((other) => areTwo(one, other)))) return true;
  return ones.every((one) => others.every((other) => isConflict(one, other)));
}
