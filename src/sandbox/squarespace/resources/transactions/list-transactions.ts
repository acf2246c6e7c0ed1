import { askedFor, windowOf } from '../../conventions/asked.ts';
import type { Work } from '../../conventions/calls.ts';
import { allOf } from '../../conventions/ids-in-path.ts';
import type { Store } from '../../store/store.ts';
import { byModified } from '../by-modified.ts';
import type { ResourceParts } from '../context.ts';
import { transactionOfDonation, transactionOfOrder } from './transaction.ts';
import type { Transaction } from './transaction.ts';
import { transactionDocument } from './transaction-document.ts';

const parameters = ['modifiedAfter', 'modifiedBefore', 'orderId'];

/** Orders that were paid, or whose payment failed, and donations; what is only ordered moved no money yet. */
function transactionsOf({ orders, donations }: Store): Transaction[] {
  const moved = orders.all().filter((order) => order.payments.length > 0 || order.paymentGatewayError !== null);
  return [...moved.map(transactionOfOrder), ...donations.all().map(transactionOfDonation)];
}

/** `GET /1.0/commerce/transactions`. */
export function listTransactions({ store, wire, page }: ResourceParts): Work {
  return (exchange) => {
    const asked = askedFor(exchange, { of: 'transactions', parameters }, store.now);
    const isInWindow = windowOf(asked, store.habits);
    const { orderId } = asked.asked;
    const wanted = transactionsOf(store).filter(
      ({ modifiedOn, salesOrderId }) => isInWindow(modifiedOn) && (orderId === undefined || salesOrderId === orderId),
    );
    const { items, pagination } = page(exchange, byModified(wanted, store.habits), asked);
    return { status: 200, body: { documents: items.map((each) => transactionDocument(wire, each)), pagination } };
  };
}

/** `GET /1.0/commerce/transactions/{id1},{id2}`. */
export function getTransactions({ store, wire }: ResourceParts): Work {
  return (exchange) => {
    const byId = new Map(transactionsOf(store).map((each) => [each.id, each]));
    const wanted = allOf(exchange.req.param('ids') ?? '', (id) => byId.get(id));
    return { status: 200, body: { documents: wanted.map((each) => transactionDocument(wire, each)) } };
  };
}
