import { instantOf, type TillKey } from '../../model/ids.ts';
import type { Engine } from '../engine.ts';
import type { Joining } from './joining.ts';
import { hide, layPerson } from './lay-person.ts';
import { createSaleLayer } from './lay-sale.ts';
import { layPartsOf } from './settle-persons.ts';
import { createSaleTouch } from './touch-sales.ts';

/** Makes a person, or a pair of an order and a sale, go by another of their keys. False where it is none of them. Inside the caller's transaction. */
export function goByKey(
  engine: Engine,
  joining: Joining,
  { kind, key, to }: { kind: 'customer' | 'sale'; key: TillKey; to: TillKey },
): boolean {
  return kind === 'customer' ? renamePerson(engine, joining, { key, to }) : carryPair(engine, joining, { key, to });
}

interface Change {
  readonly key: TillKey;
  readonly to: TillKey;
}

function renamePerson(engine: Engine, joining: Joining, { key, to }: Change): boolean {
  const { identity, overlay } = joining;
  if (!identity.rename(key, to)) return false;
  const person = identity.person(to);
  if (!person) return false;
  for (const each of [key, ...overlay.hiddenBehind('customer', key)]) if (each !== to) hide(overlay, each, to);
  layPerson(layPartsOf(engine, joining), person);
  const touchSalesOf = createSaleTouch(engine.database, joining);
  for (const member of person.members) touchSalesOf(member);
  return true;
}

function carryPair({ clock }: Engine, joining: Joining, { key, to }: Change): boolean {
  const pair = joining.pairs.ofOrder(key) ?? joining.pairs.ofSale(key);
  if (!pair || (to !== pair.order && to !== pair.sale)) return false;
  joining.pairs.carry(pair, to);
  createSaleLayer(joining, instantOf(clock())).layPair({ ...pair, carrier: to });
  return true;
}
