import type { WritableDatabase } from '../database/open.ts';
import { readCard, type Card } from './card.ts';
import { createMarks, type Marks } from './marks.ts';
import { createMemberStore, type MemberRow, type MemberStore } from './member-store.ts';
import { createSayingStore, type SayingStore } from './saying-store.ts';
import { createTraitStore, type TraitStore } from './trait-store.ts';
import { createUnsettledStore, type UnsettledStore } from './unsettled-store.ts';

/** Everything that joining works with. */
export interface Workshop {
  readonly database: WritableDatabase;
  readonly members: MemberStore;
  readonly traits: TraitStore;
  readonly unsettled: UnsettledStore;
  readonly sayings: SayingStore;
  readonly marks: Marks;
  /** Mailboxes that the shop says are nobody's. */
  readonly shared: ReadonlySet<string>;
  /** The card of somebody who is there. */
  cardOf(row: Pick<MemberRow, 'card' | 'source'>): Card;
}

/** Puts the tools together. */
export function createWorkshop(database: WritableDatabase, shared: ReadonlySet<string>): Workshop {
  return {
    database,
    members: createMemberStore(database),
    traits: createTraitStore(database),
    unsettled: createUnsettledStore(database),
    sayings: createSayingStore(database),
    marks: createMarks(database),
    shared,
    cardOf({ card, source }) {
      if (card === null) throw new TypeError('a customer who is gone has no card');
      return readCard(card, { source, shared });
    },
  };
}
