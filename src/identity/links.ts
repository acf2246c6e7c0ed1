import type { Trait } from './card.ts';
import { areDifferent, isConflict } from './conflict.ts';
import { compareNames, type NameAgreement } from './name-agreement.ts';
import { compareNodes, type Node } from './node.ts';
import type { Ground } from './person.ts';
import { compareSurnames } from './surnames.ts';

/** Two customers of whom something says that they are one person. */
export interface Link {
  readonly one: Node;
  readonly other: Node;
  readonly by: Exclude<Ground, 'said'>;
  readonly value: string;
}

/** A household seldom has more than two last names, or more than five first names: what more than that share is nobody's own. */
const householdSurnames = 2;
const householdNames = 5;

/** The links between all those who have a trait, and whether so many different people have it that there are none. */
export function linksOf(
  carriers: readonly Node[],
  trait: Trait,
): { readonly links: readonly Link[]; readonly isShared: boolean } {
  if (trait.isNobodys) return { links: [], isShared: true };
  const has = ({ card }: Node) => card.traits.some(({ kind, key }) => kind === trait.kind && key === trait.key);
  const nodes = carriers.filter(has).toSorted(compareNodes);
  if (nodes.length < 2) return { links: [], isShared: false };
  const isPersonal = trait.kind === 'email' || trait.kind === 'phone';
  if (isPersonal && isSharedByNames(nodes, trait.kind)) return { links: [], isShared: true };
  return { links: pairsOf(nodes, trait), isShared: false };
}

function pairsOf(nodes: readonly Node[], trait: Trait): Link[] {
  const links: Link[] = [];
  for (const [index, one] of nodes.entries()) {
    for (const other of nodes.slice(index + 1)) {
      if (!isLink({ one, other, nodes, trait })) continue;
      const name = trait.kind === 'address' ? `${one.card.fullName}, ` : '';
      const value = one.card.traits.find(({ digest }) => digest === trait.digest)?.value ?? trait.value;
      links.push({ one, other, by: trait.kind, value: name + value });
    }
  }
  return links;
}

interface Pair {
  readonly one: Node;
  readonly other: Node;
  /** Everybody who has the trait. */
  readonly nodes: readonly Node[];
  readonly trait: Trait;
}

function isLink({ one, other, nodes, trait }: Pair): boolean {
  if (isConflict(one, other)) return false;
  if (trait.kind === 'account') return true;
  const names = compareNames(one.card.name, other.card.name);
  if (names === 'same') return true;
  return trait.kind === 'email' && isEnough(names) && !isAmbiguous({ one, other, nodes, trait });
}

/** What is enough beside the same e-mail address, which few share: nothing that speaks against it. */
function isEnough(names: NameAgreement): boolean {
  return names === 'initials' || names === 'renamed' || names === 'unsaid';
}

/** Whether another customer with the address could be one of the two, but not both: `J Smith` beside John and Jane. */
function isAmbiguous({ one, other, nodes }: Pair): boolean {
  return nodes.some(
    (third) => third !== one && third !== other && areDifferent(third, one) !== areDifferent(third, other),
  );
}

/** Whether more different people have it than live in one household. */
function isSharedByNames(nodes: readonly Node[], kind: Trait['kind']): boolean {
  if (nodes.length <= householdSurnames) return false;
  const surnames = distinct(
    nodes,
    ({ name: one }, { name: other }) => compareSurnames(one.family, other.family) !== 'different',
  );
  if (surnames <= householdSurnames) {
    return distinct(nodes, (one, other) => compareNames(one.name, other.name) !== 'different') > householdNames;
  }
  // Somebody may have had several last names; with a number alone nobody would be taken to be the same for that.
  return distinct(nodes, (one, other) => mayBeOne(compareNames(one.name, other.name), kind)) > householdSurnames;
}

function mayBeOne(names: NameAgreement, kind: Trait['kind']): boolean {
  return names === 'same' || (isEnough(names) && (kind === 'email' || names !== 'renamed'));
}

/** How many there are when those who are alike count as one; the first of each stands for it. */
function distinct(nodes: readonly Node[], areAlike: (one: Node['card'], other: Node['card']) => boolean): number {
  const found: Node[] = [];
  for (const node of nodes) if (!found.some((known) => areAlike(known.card, node.card))) found.push(node);
  return found.length;
}
