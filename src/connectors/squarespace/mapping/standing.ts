import type { Order } from '../wire/order.ts';

/** What an order is to the books: a sale, one that is not paid for yet, one that came to nothing, or a test. */
export type Standing = 'sale' | 'open' | 'void' | 'test';

/** Payment states in which no money was taken yet. */
const unpaid: ReadonlySet<string> = new Set(['NOT_CHARGED', 'AUTHORIZED', 'PENDING']);

function isNothing({ grandTotal }: Order): boolean {
  return grandTotal !== null && /^\s*0+(?:\.0*)?\s*$/.test(grandTotal.value);
}

/**
 * What an order is to the books. Of a state that we do not know, money counts as taken: a sale too many is seen, one that
 * is missing is not. An order for nothing (a voucher covered it) has nothing to wait for.
 */
export function standingOf(order: Order): Standing {
  const { testmode, fulfillmentStatus, paymentState } = order;
  if (testmode) return 'test';
  if (fulfillmentStatus === 'CANCELED' || paymentState === 'FAILED') return 'void';
  if (paymentState !== null && unpaid.has(paymentState)) return isNothing(order) ? 'sale' : 'open';
  return 'sale';
}
