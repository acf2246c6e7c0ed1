import { createCollection } from './collection.ts';
import type { CollectionView } from './collection.ts';
import { createMultiMap } from './multi-map.ts';
import type { Order } from './order.ts';

/** Read access to the orders. */
export interface OrdersView extends CollectionView<Order> {
  byNumber(orderNumber: string): Order | undefined;
  /** Whatever the case of its letters. */
  byEmail(email: string): readonly Order[];
}

/** The orders. None is ever deleted. */
export interface Orders extends OrdersView {
  put(order: Order): void;
  /** The number of the next order. */
  nextNumber(): string;
}

/** No orders yet. */
export function createOrders(): Orders {
  const orders = createCollection<Order>();
  const byNumber = new Map<string, string>();
  const byEmail = createMultiMap<string>();
  let highest = 1000;

  return {
    get size() {
      return orders.size;
    },
    get: orders.get,
    all: orders.all,
    byNumber: (orderNumber) => orders.get(byNumber.get(orderNumber) ?? ''),
    byEmail: (email) => byEmail.get(email.toLowerCase()).flatMap((id) => orders.get(id) ?? []),
    nextNumber: () => String(highest + 1),
    put(order) {
      const before = orders.get(order.id);
      if (before?.customerEmail) byEmail.remove(before.customerEmail.toLowerCase(), before.id);
      if (order.customerEmail) byEmail.add(order.customerEmail.toLowerCase(), order.id);
      byNumber.set(order.orderNumber, order.id);
      orders.put(order);
      const number = Number(order.orderNumber);
      if (Number.isSafeInteger(number)) highest = Math.max(highest, number);
    },
  };
}
