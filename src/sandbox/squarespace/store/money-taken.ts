import { sumsOf } from './order.ts';
import type { Order, Payment } from './order.ts';
import type { Store } from './store.ts';

const withoutMoney = new Set(['NOT_CHARGED', 'AUTHORIZED', 'PENDING', 'FAILED']);

/** The payment that an order in its state must have had; none for nothing. */
export function paymentFor({ ids }: Store, order: Order, paidOn: number): readonly Payment[] {
  const { grandTotal } = sumsOf(order);
  if (withoutMoney.has(order.paymentState) || grandTotal === 0) return [];
  const amount = order.paymentState === 'PARTIALLY_PAID' ? Math.ceil(grandTotal / 2) : grandTotal;
  return [{ id: ids.uuid(), amount, paidOn, provider: 'STRIPE', refunds: [] }];
}

/** The order with so much more paid back, from its first payments first. */
export function withRefund(store: Store, order: Order, refund: { amount: number; refundedOn: number }): Order {
  let left = refund.amount;
  const payments = order.payments.map((payment): Payment => {
    const paidBack = payment.refunds.reduce((total, each) => total + each.amount, 0);
    const amount = Math.min(left, payment.amount - paidBack);
    if (amount <= 0) return payment;
    left -= amount;
    const made = { id: store.ids.uuid(), amount, refundedOn: refund.refundedOn };
    return { ...payment, refunds: [...payment.refunds, made] };
  });
  return { ...order, payments };
}

/** The payment state of an order after money was paid back. */
export function stateAfterRefund({ habits }: Store, order: Order): string {
  const { grandTotal, refundedTotal } = sumsOf(order);
  return refundedTotal >= grandTotal ? 'REFUNDED' : habits.stateAfterPartialRefund;
}
