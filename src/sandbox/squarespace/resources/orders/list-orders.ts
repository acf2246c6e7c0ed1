import { askedFor, memberIn, windowOf } from '../../conventions/asked.ts';
import type { Asked } from '../../conventions/asked.ts';
import type { Work } from '../../conventions/calls.ts';
import { invalid } from '../../conventions/refusal.ts';
import { fulfillmentStatuses, paymentStates } from '../../store/order.ts';
import type { Order } from '../../store/order.ts';
import type { Store } from '../../store/store.ts';
import { byModified } from '../by-modified.ts';
import type { ResourceParts } from '../context.ts';
import { orderDocument } from './order-document.ts';

const parameters = ['modifiedAfter', 'modifiedBefore', 'fulfillmentStatus', 'customerId', 'paymentStates'];
const shownByDefault = ['NOT_CHARGED', 'AUTHORIZED', 'PAID', 'REFUNDED'];

function statesIn({ asked }: Asked): (state: string) => boolean {
  const given = asked['paymentStates']?.split(',').map((state) => state.trim());
  if (!given) return (state) => shownByDefault.includes(state);
  const known: readonly string[] = paymentStates;
  if (!given.every((state) => known.includes(state))) throw invalid("'paymentStates' has a state that is unknown.");
  // A state that clients cannot know of cannot be asked for: whoever asks for all of them gets it.
  const asksForAll = known.every((state) => given.includes(state));
  return (state) => given.includes(state) || (asksForAll && !known.includes(state));
}

function wantedOf(store: Store, asked: Asked): (order: Order) => boolean {
  const isInWindow = windowOf(asked, store.habits);
  const isState = statesIn(asked);
  const status = memberIn(asked, 'fulfillmentStatus', fulfillmentStatuses);
  const { customerId } = asked.asked;
  return (order) =>
    isInWindow(order.modifiedOn) &&
    isState(order.paymentState) &&
    (status === undefined || order.fulfillmentStatus === status) &&
    (customerId === undefined || order.customerId === customerId);
}

/** `GET /1.0/commerce/orders`. */
export function listOrders({ store, wire, page }: ResourceParts): Work {
  return (exchange) => {
    const asked = askedFor(exchange, { of: 'orders', parameters }, store.now);
    const wanted = store.orders.all().filter(wantedOf(store, asked));
    const { items, pagination } = page(exchange, byModified(wanted, store.habits), asked);
    return { status: 200, body: { result: items.map((order) => orderDocument(wire, order)), pagination } };
  };
}
