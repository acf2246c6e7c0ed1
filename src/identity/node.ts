import { compareKeys } from '../model/compare-keys.ts';
import type { TillKey } from '../model/ids.ts';
import type { Card } from './card.ts';
import type { MemberName } from './person.ts';

/** A customer among those who are being joined. */
export interface Node extends MemberName {
  readonly id: number;
  readonly key: TillKey;
  readonly card: Card;
}

/** The order of customers in a person: the till's before others, then by key. */
export function compareNodes(one: Node, other: Node): number {
  if (one.card.channel !== other.card.channel) return one.card.channel === 'pos' ? -1 : 1;
  return compareKeys(one.key, other.key) || (one.source < other.source ? -1 : 1);
}
