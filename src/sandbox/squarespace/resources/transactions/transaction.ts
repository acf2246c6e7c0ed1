import type { Donation } from '../../store/donation.ts';
import { refundedOf, sumsOf } from '../../store/order.ts';
import type { Order, Payment } from '../../store/order.ts';

interface TransactionLine {
  readonly id: string;
  readonly totalSales: number;
  readonly discountAmount: number;
}

/** Money that moved: with an order, or as a donation. Amounts are minor units. */
export interface Transaction {
  readonly id: string;
  readonly createdOn: number;
  readonly modifiedOn: number;
  readonly customerEmail: string | null;
  readonly salesOrderId: string | null;
  readonly voided: boolean;
  readonly totalSales: number;
  readonly totalNetSales: number;
  readonly totalNetShipping: number;
  readonly totalTaxes: number;
  readonly total: number;
  readonly totalNetPayment: number;
  readonly paymentGatewayError: string | null;
  readonly payments: readonly Payment[];
  readonly lines: readonly TransactionLine[];
  readonly discounts: Order['discounts'];
  readonly shippingLines: Order['shippingLines'];
}

/** A discount spread over the lines by what they cost; the last bears what rounding leaves. */
function linesOf({ lines }: Order, subtotal: number, discountTotal: number): TransactionLine[] {
  let left = discountTotal;
  return lines.map(({ id, unitPrice, quantity }, place) => {
    const totalSales = unitPrice * quantity;
    const share = subtotal === 0 ? 0 : Math.round((discountTotal * totalSales) / subtotal);
    const discountAmount = place === lines.length - 1 ? left : share;
    left -= discountAmount;
    return { id, totalSales, discountAmount };
  });
}

function netPayment(payments: readonly Payment[]): number {
  return payments.reduce((total, payment) => total + payment.amount - refundedOf(payment), 0);
}

/** What an order is among the transactions. */
export function transactionOfOrder(order: Order): Transaction {
  const { subtotal, discountTotal, shippingTotal, grandTotal } = sumsOf(order);
  return {
    id: order.transactionId,
    createdOn: order.createdOn,
    modifiedOn: order.modifiedOn,
    customerEmail: order.customerEmail,
    salesOrderId: order.id,
    voided: order.fulfillmentStatus === 'CANCELED',
    totalSales: subtotal,
    totalNetSales: subtotal - discountTotal,
    totalNetShipping: shippingTotal,
    totalTaxes: order.taxTotal,
    total: grandTotal,
    totalNetPayment: netPayment(order.payments),
    paymentGatewayError: order.paymentGatewayError,
    payments: order.payments,
    lines: linesOf(order, subtotal, discountTotal),
    discounts: order.discounts,
    shippingLines: order.shippingLines,
  };
}

/** What a donation is among the transactions: no order belongs to it. */
export function transactionOfDonation({ id, email, amount, givenOn }: Donation): Transaction {
  const payments = [{ id: `${id}-payment`, amount, paidOn: givenOn, provider: 'STRIPE', refunds: [] }];
  return {
    id,
    createdOn: givenOn,
    modifiedOn: givenOn,
    customerEmail: email,
    salesOrderId: null,
    voided: false,
    totalSales: amount,
    totalNetSales: amount,
    totalNetShipping: 0,
    totalTaxes: 0,
    total: amount,
    totalNetPayment: amount,
    paymentGatewayError: null,
    payments,
    lines: [{ id: `${id}-line`, totalSales: amount, discountAmount: 0 }],
    discounts: [],
    shippingLines: [],
  };
}
