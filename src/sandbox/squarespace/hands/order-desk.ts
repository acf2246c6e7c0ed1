import { TillbridgeError } from '../../../support/errors.ts';
import { changeOrder, piecesOf } from '../store/change-order.ts';
import { paymentFor, stateAfterRefund, withRefund } from '../store/money-taken.ts';
import { sumsOf } from '../store/order.ts';
import type { Order } from '../store/order.ts';
import { giveBack } from '../store/put-stock.ts';
import type { Store } from '../store/store.ts';

/** What staff do with orders in Squarespace itself. An order is named by its id or its number; each step answers it as it is then. */
export interface OrderDesk {
  /** Takes all that is still owed. */
  pay(order: string): Order;
  /** Marks it as sent, which tells nobody. */
  fulfil(order: string): Order;
  /** Pays so much back, or, without an amount, all that is left. */
  refund(order: string, amount?: string): Order;
  /** Whether its pieces go back on the shelf is a habit where nobody says so. */
  cancel(order: string, options?: { readonly restock?: boolean }): Order;
  /** Takes back that it was sent. */
  markPending(order: string): Order;
  changeEmail(order: string, email: string): Order;
  /** Changes the payment state alone, to whatever it may be. */
  setPaymentState(order: string, state: string): Order;
  addNote(order: string, text: string): Order;
}

/** The order that somebody means. Throws where there is none. */
function meant({ orders }: Store, order: string): Order {
  const found = orders.get(order) ?? orders.byNumber(order);
  if (found) return found;
  throw new TillbridgeError(
    'settings',
    'working on an order of the Squarespace sandbox: there is none of this id or number',
    {
      hint: 'Name an order that is there.',
    },
  );
}

/** Staff at a store's orders. */
export function createOrderDesk(store: Store): OrderDesk {
  const { now } = store;

  function pay(order: Order): Order {
    const paid = { ...order, paymentState: 'PAID', paymentGatewayError: null };
    const already = order.payments.reduce((total, { amount }) => total + amount, 0);
    const [first] = paymentFor(store, paid, now());
    const owed = (first?.amount ?? 0) - already;
    const payments = first && owed > 0 ? [...order.payments, { ...first, amount: owed }] : order.payments;
    const changed = changeOrder(store, { ...paid, payments });
    if (order.paymentState === 'PARTIALLY_PAID') store.events.emit({ topic: 'order.create', orderId: order.id });
    return changed;
  }

  function refund(order: Order, amount: string | undefined): Order {
    const { grandTotal, refundedTotal } = sumsOf(order);
    const wanted = amount === undefined ? grandTotal - refundedTotal : store.minor(amount);
    const refunded = withRefund(store, order, { amount: wanted, refundedOn: now() });
    return changeOrder(store, { ...refunded, paymentState: stateAfterRefund(store, refunded) }, 'REFUNDED');
  }

  function cancel(order: Order, restock: boolean): Order {
    if (restock && order.tookStock) giveBack(store, piecesOf(order));
    const tookStock = order.tookStock && !restock;
    return changeOrder(store, { ...order, fulfillmentStatus: 'CANCELED', tookStock }, 'CANCELED');
  }

  return {
    pay: (order) => pay(meant(store, order)),
    fulfil: (order) =>
      changeOrder(store, { ...meant(store, order), fulfillmentStatus: 'FULFILLED', fulfilledOn: now() }, 'FULFILLED'),
    refund: (order, amount) => refund(meant(store, order), amount),
    cancel: (order, { restock = store.habits.restockOnCancel } = {}) => cancel(meant(store, order), restock),
    markPending: (order) =>
      changeOrder(store, { ...meant(store, order), fulfillmentStatus: 'PENDING', fulfilledOn: null }, 'MARKED_PENDING'),
    changeEmail: (order, email) =>
      changeOrder(
        store,
        { ...meant(store, order), customerEmail: email, customerId: store.customerIdOf(email) },
        'EMAIL_UPDATED',
      ),
    setPaymentState: (order, paymentState) => changeOrder(store, { ...meant(store, order), paymentState }),
    addNote(order, text) {
      const found = meant(store, order);
      return changeOrder(store, { ...found, notes: [...found.notes, text] });
    },
  };
}
