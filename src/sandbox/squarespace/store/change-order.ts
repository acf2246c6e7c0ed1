import type { OrderUpdate } from './events.ts';
import type { Order } from './order.ts';
import type { Store } from './store.ts';

/** Keeps what became of an order, as changed now, and tells of it where there is a word for it. */
export function changeOrder(store: Store, order: Order, update?: OrderUpdate): Order {
  const changed = { ...order, modifiedOn: store.now() };
  store.orders.put(changed);
  if (update) store.events.emit({ topic: 'order.update', orderId: order.id, update });
  return changed;
}

/** How many pieces of each variant an order has. */
export function piecesOf({ lines }: Pick<Order, 'lines'>): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { variantId, quantity } of lines) {
    if (variantId !== null) pieces.set(variantId, (pieces.get(variantId) ?? 0) + quantity);
  }
  return pieces;
}
