import type { Instant, TillKey } from '../../model/ids.ts';
import type { KeyedOrders } from './keyed-orders.ts';
import { isTaken, type OrderedPieces } from './ordered-pieces.ts';

/** The rule's code. Whoever dismisses such a problem says that the order is accounted for. */
export const notKeyed = 'not_keyed';

/** How long staff may take to key a web order before it is called forgotten: a weekend. */
export const keyedWithinDays = 3;

/** The orders that should have been keyed into the till by now, and are not, each with its pieces. */
export function ordersNotKeyed(
  orders: Iterable<OrderedPieces>,
  { countsFrom, isRecognised, before }: Pick<KeyedOrders, 'countsFrom' | 'isRecognised'> & { before: Instant },
): ReadonlyMap<TillKey, number> {
  const forgotten = new Map<TillKey, number>();
  for (const order of orders) {
    if (!isTaken(order) || order.placedAt < countsFrom || order.placedAt >= before) continue;
    if (isRecognised(order.order)) continue;
    forgotten.set(order.order, (forgotten.get(order.order) ?? 0) + order.pieces);
  }
  return forgotten;
}
