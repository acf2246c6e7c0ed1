import { compareNodes, type Node } from './node.ts';
import type { Saying } from './person.ts';
import { nameText } from './saying-book.ts';

/** Customers of whom it was said that they are one: for every other question they count as one customer with several names. */
export type SaidClass = readonly Node[];

/** Two customers of whom it was said that they are two, by their names. */
export type SaidTwo = (one: Node, other: Node) => boolean;

/**
 * The customers in classes of those who were said to be one. The newest saying comes first; one that would bring together
 * two of whom it was later said that they are two is left out.
 */
export function saidClasses(
  nodes: readonly Node[],
  sayings: readonly Saying[],
): { classes: SaidClass[]; areTwo: SaidTwo } {
  const byName = new Map(nodes.map((node) => [nameText(node), node]));
  const classOf = new Map<Node, Node[]>(nodes.map((node) => [node, [node]]));
  const two = new Map<string, string>();
  for (const { one, other, are, at } of sayings)
    if (are === 'two') two.set(pairText(nameText(one), nameText(other)), at);
  const saidTwo = (one: Node, other: Node) => two.get(pairText(nameText(one), nameText(other)));
  for (const { one, other, at } of sayings.filter(({ are }) => are === 'one').toSorted(newestFirst)) {
    const [first, second] = [byName.get(nameText(one)), byName.get(nameText(other))];
    const ones = first && classOf.get(first);
    const others = second && classOf.get(second);
    if (!ones || !others || ones === others) continue;
    const isTakenBack = ones.some((a) => others.some((b) => (saidTwo(a, b) ?? '') >= at));
    if (isTakenBack) continue;
    ones.push(...others);
    for (const node of others) classOf.set(node, ones);
  }
  const classes = [...new Set(classOf.values())].map((each) => each.toSorted(compareNodes));
  return { classes, areTwo: (one, other) => saidTwo(one, other) !== undefined };
}

function newestFirst(a: Saying, b: Saying): number {
  if (a.at !== b.at) return a.at > b.at ? -1 : 1;
  return textOf(a) < textOf(b) ? -1 : 1;
}

function textOf({ one, other }: Saying): string {
  return pairText(nameText(one), nameText(other));
}

function pairText(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}
