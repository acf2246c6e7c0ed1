import type { MemberRow } from './member-store.ts';
import type { Node } from './node.ts';
import type { Workshop } from './workshop.ts';

/** A customer as they stood before, and what is compared of them now; without a card where they are gone. */
export interface Neighbour {
  readonly row: MemberRow;
  readonly node: Node | undefined;
}

/** Customers who were looked up once, for as long as a batch of changes is being settled. */
export interface Atlas {
  /** Looks up those who are not known yet. */
  know(ids: Iterable<number>): void;
  get(id: number): Neighbour | undefined;
}

/** An atlas with nobody in it. */
export function createAtlas(workshop: Workshop): Atlas {
  const known = new Map<number, Neighbour>();
  return {
    know(ids) {
      const unknown = [...new Set(ids)].filter((id) => !known.has(id)).toSorted((one, other) => one - other);
      for (const row of workshop.members.load(unknown)) known.set(row.id, neighbourOf(workshop, row));
    },
    get: (id) => known.get(id),
  };
}

function neighbourOf(workshop: Workshop, row: MemberRow): Neighbour {
  if (row.card === null) return { row, node: undefined };
  const { id, source, key } = row;
  return { row, node: { id, source, key, card: workshop.cardOf(row) } };
}
