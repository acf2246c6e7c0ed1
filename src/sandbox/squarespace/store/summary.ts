import { sumsOf } from './order.ts';
import type { Order } from './order.ts';
import type { Store } from './store.ts';

/** What somebody's purchases and gifts come to. Amounts are minor units. */
export interface Summary {
  readonly firstOrderOn: number | null;
  readonly lastOrderOn: number | null;
  readonly orderCount: number;
  readonly orderAmount: number;
  readonly refundAmount: number;
  readonly firstDonationOn: number | null;
  readonly lastDonationOn: number | null;
  readonly donationCount: number;
  readonly donationAmount: number;
}

function ends(moments: readonly number[]): { first: number | null; last: number | null } {
  return moments.length === 0
    ? { first: null, last: null }
    : { first: Math.min(...moments), last: Math.max(...moments) };
}

function refundedBy(order: Order, moment: number): number {
  const refunds = order.payments.flatMap((payment) => payment.refunds);
  return refunds.reduce((total, { amount, refundedOn }) => total + (refundedOn <= moment ? amount : 0), 0);
}

/** The sums of whoever has this e-mail. They are worked out later: what is younger than the lag is not in them yet. */
export function summaryOf({ orders, donations, now, habits }: Store, email: string): Summary {
  const seen = now() - habits.summaryLag;
  const bought = orders.byEmail(email).filter((each) => each.recordedOn <= seen && each.paymentState !== 'FAILED');
  const given = donations
    .all()
    .filter((each) => each.givenOn <= seen && each.email?.toLowerCase() === email.toLowerCase());
  const ordered = ends(bought.map(({ createdOn }) => createdOn));
  const donated = ends(given.map(({ givenOn }) => givenOn));
  return {
    firstOrderOn: ordered.first,
    lastOrderOn: ordered.last,
    orderCount: bought.length,
    orderAmount: bought.reduce((total, order) => total + sumsOf(order).grandTotal, 0),
    refundAmount: bought.reduce((total, order) => total + refundedBy(order, seen), 0),
    firstDonationOn: donated.first,
    lastDonationOn: donated.last,
    donationCount: given.length,
    donationAmount: given.reduce((total, { amount }) => total + amount, 0),
  };
}
