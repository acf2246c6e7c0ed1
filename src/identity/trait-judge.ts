import type { Atlas } from './atlas.ts';
import type { Trait } from './card.ts';
import { linksOf, type Link } from './links.ts';
import type { Node } from './node.ts';
import type { SharedBook } from './shared-book.ts';
import type { Workshop } from './workshop.ts';

/** Finds out what links customers, each trait once. */
export interface TraitJudge {
  /** Looks at every trait of these customers. Answers the ids of everybody who has one of them. */
  judge(nodes: readonly Node[]): number[];
  /** Everything that was found. */
  readonly links: readonly Link[];
  /** The ids of those to whom a customer is linked, as far as was looked. */
  linkedTo(id: number): readonly number[];
}

/** What judging works with. */
interface JudgeParts {
  readonly workshop: Workshop;
  readonly shared: SharedBook;
  readonly atlas: Atlas;
}

/** A judge who has seen nothing yet. */
export function createTraitJudge({ workshop, shared, atlas }: JudgeParts): TraitJudge {
  const judged = new Set<number>();
  const links: Link[] = [];
  const partners = new Map<number, number[]>();

  function keep(link: Link): void {
    links.push(link);
    for (const [one, other] of [
      [link.one.id, link.other.id],
      [link.other.id, link.one.id],
    ] as const) {
      const known = partners.get(one);
      if (known) known.push(other);
      else partners.set(one, [other]);
    }
  }

  function judgeTrait(trait: Trait, carriers: readonly number[]): void {
    judged.add(trait.digest);
    if (carriers.length < 2 && !shared.isSharedByNames(trait.digest)) return;
    const nodes = carriers.flatMap((id) => atlas.get(id)?.node ?? []);
    const found = linksOf(nodes, trait);
    if (found.isShared) shared.share({ digest: trait.digest, why: 'names', value: trait.value });
    else if (shared.isSharedByNames(trait.digest)) shared.unshare(trait.digest);
    for (const link of found.links) keep(link);
  }

  return {
    links,
    linkedTo: (id) => partners.get(id) ?? [],
    judge(nodes) {
      const traits = new Map<number, Trait>();
      for (const trait of nodes.flatMap(({ card }) => card.traits)) {
        if (!judged.has(trait.digest) && !shared.isSilent(trait.digest)) traits.set(trait.digest, trait);
      }
      const rows = workshop.traits.carriers([...traits.keys()].toSorted((one, other) => one - other));
      const carriers = Map.groupBy(rows, ({ digest }) => digest);
      atlas.know(rows.map(({ member }) => member));
      for (const [digest, trait] of traits)
        judgeTrait(
          trait,
          (carriers.get(digest) ?? []).map(({ member }) => member),
        );
      return rows.map(({ member }) => member);
    },
  };
}
