import type { Currency } from '../../../model/money.ts';
import { currency, minorFromDecimal } from '../../../model/money.ts';
import { localDateOf } from '../../../model/wall-clock.ts';
import type { SquarespaceApi } from '../api.ts';
import type { Refund } from '../mapping/order-lines.ts';
import type { Order } from '../wire/order.ts';
import type { Transaction } from '../wire/transaction.ts';

/** What can be learnt of the refunds of an order; nothing where there is none, or the key may not ask. */
export type Refunds = (order: Order, signal: AbortSignal) => Promise<readonly Refund[]>;

/** What refunds are read with. */
export interface RefundsParts {
  readonly api: Pick<SquarespaceApi, 'transactionsOf'>;
  /** IANA: in which the site counts days. */
  readonly timeZone: (signal: AbortSignal) => Promise<string>;
}

function refundsIn(
  transactions: readonly Transaction[],
  { code, timeZone }: { code: Currency; timeZone: string },
): readonly Refund[] {
  const all = transactions.flatMap(({ payments }) => payments.flatMap(({ refunds }) => refunds));
  return all.map(({ id, amount, refundedOn }, index) => ({
    id: id ?? String(index),
    day: refundedOn === null ? null : localDateOf(refundedOn, timeZone),
    amount: minorFromDecimal(amount?.value ?? '', code) ?? 0,
  }));
}

/**
 * Asks the site's Transactions for the days of refunds, which its orders lack. One order at a time, for few have any.
 * Money that was given without an order (a donation) is never asked for: it is no sale.
 */
export function createRefunds({ api, timeZone }: RefundsParts): Refunds {
  // A key's permissions never change, so it need not be asked for each order.
  let isClosed = false;
  return async (order, signal) => {
    const { grandTotal, refundedTotal } = order;
    const code = currency.safeParse(refundedTotal?.currency ?? grandTotal?.currency).data;
    if (isClosed || !code || !refundedTotal || !minorFromDecimal(refundedTotal.value, code)) return [];
    const listed = await api.transactionsOf(order.id, signal);
    isClosed = listed === 'closed';
    if (typeof listed === 'string') return [];
    const own = listed.items.filter(({ salesOrderId }) => salesOrderId === order.id);
    return refundsIn(own, { code, timeZone: await timeZone(signal) });
  };
}
