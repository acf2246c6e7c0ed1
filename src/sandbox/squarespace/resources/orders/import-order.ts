import { shaped } from '../../conventions/body.ts';
import type { Work } from '../../conventions/calls.ts';
import type { Limiter } from '../../conventions/limiter.ts';
import { conflict } from '../../conventions/refusal.ts';
import { piecesOf } from '../../store/change-order.ts';
import { welcomeGuest } from '../../store/guest.ts';
import { paymentFor } from '../../store/money-taken.ts';
import { takeStock } from '../../store/put-stock.ts';
import type { ResourceParts } from '../context.ts';
import { importedOrder } from './imported-order.ts';
import { orderImport } from './order-bodies.ts';
import { orderDocument } from './order-document.ts';

/** `POST /1.0/commerce/orders`. Stock is left alone unless it says DEDUCT; the same order twice is two orders. */
export function importOrder({ store, wire }: ResourceParts, hourly: Limiter): Work {
  return (exchange, body) => {
    if (exchange.var.caller.kind === 'key') hourly.take();
    const given = shaped(orderImport, body);
    const draft = importedOrder(store, given);
    if (draft.tookStock && !takeStock(store, piecesOf(draft))) {
      throw conflict('INSUFFICIENT_STOCK', 'There is not enough stock for the order.');
    }
    const order = { ...draft, payments: paymentFor(store, draft, draft.createdOn) };
    store.orders.put(order);
    if (order.customerEmail !== null) {
      const { firstName, lastName } = order.billing ?? order.shipping ?? { firstName: null, lastName: null };
      const name = { firstName: firstName ?? '', lastName: lastName ?? '' };
      welcomeGuest(store, { email: order.customerEmail, ...name, address: order.shipping });
    }
    store.events.emit({ topic: 'order.create', orderId: order.id });
    return { status: 201, body: orderDocument(wire, order) };
  };
}
