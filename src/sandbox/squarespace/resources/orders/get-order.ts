import type { Work } from '../../conventions/calls.ts';
import type { Exchange } from '../../conventions/exchange.ts';
import { invalid, notFound } from '../../conventions/refusal.ts';
import type { Order } from '../../store/order.ts';
import type { Store } from '../../store/store.ts';
import type { ResourceParts } from '../context.ts';
import { orderDocument } from './order-document.ts';

/** The order that a path names. Throws 400 for what is no id, and 404 where there is none. */
export function orderIn(exchange: Exchange, { orders }: Store): Order {
  const id = exchange.req.param('id') ?? '';
  if (!/^[0-9a-f]{24}$/.test(id)) throw invalid('The order id is malformed.');
  const order = orders.get(id);
  if (!order) throw notFound('There is no order with this id.', null);
  return order;
}

/** `GET /1.0/commerce/orders/{id}`. */
export function getOrder({ store, wire }: ResourceParts): Work {
  return (exchange) => ({ status: 200, body: orderDocument(wire, orderIn(exchange, store)) });
}
