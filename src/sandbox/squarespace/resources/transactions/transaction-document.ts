import type { Wire } from '../../conventions/wire.ts';
import { refundedOf } from '../../store/order.ts';
import type { Payment } from '../../store/order.ts';
import type { Transaction } from './transaction.ts';

function paymentDocument(wire: Wire, payment: Payment): object {
  const { id, amount, paidOn, provider, refunds } = payment;
  const refunded = refundedOf(payment);
  return {
    id,
    amount: wire.money(amount),
    refundedAmount: wire.money(refunded),
    netAmount: wire.money(amount - refunded),
    creditCardType: 'VISA',
    provider,
    refunds: wire.list(
      refunds.map((refund) => ({
        id: refund.id,
        amount: wire.money(refund.amount),
        refundedOn: wire.time(refund.refundedOn),
        externalTransactionId: `re_${refund.id}`,
      })),
      `${id} refunds`,
    ),
    processingFees: wire.list([], `${id} processingFees`),
    giftCardId: null,
    paidOn: wire.time(paidOn),
    externalTransactionId: `ch_${id}`,
    externalTransactionProperties: wire.list([], `${id} externalTransactionProperties`),
    externalCustomerId: null,
  };
}

/** A transaction as the Transactions API tells it. */
export function transactionDocument(wire: Wire, transaction: Transaction): object {
  const { id, customerEmail, salesOrderId, voided, paymentGatewayError, payments, lines } = transaction;
  const listed = (name: string, items: readonly object[]) => wire.list(items, `${id} ${name}`);
  return {
    id,
    createdOn: wire.time(transaction.createdOn),
    modifiedOn: wire.time(transaction.modifiedOn),
    customerEmail,
    salesOrderId,
    voided,
    totalSales: wire.money(transaction.totalSales),
    totalNetSales: wire.money(transaction.totalNetSales),
    totalNetShipping: wire.money(transaction.totalNetShipping),
    totalTaxes: wire.money(transaction.totalTaxes),
    total: wire.money(transaction.total),
    totalNetPayment: wire.money(transaction.totalNetPayment),
    paymentGatewayError,
    payments: listed(
      'payments',
      payments.map((payment) => paymentDocument(wire, payment)),
    ),
    salesLineItems: listed(
      'salesLineItems',
      lines.map(({ id: lineId, totalSales, discountAmount }) => ({
        id: lineId,
        discountAmount: wire.money(discountAmount),
        totalSales: wire.money(totalSales),
        totalNetSales: wire.money(totalSales - discountAmount),
        total: wire.money(totalSales - discountAmount),
        taxes: wire.list([], `${lineId} taxes`),
      })),
    ),
    discounts: listed(
      'discounts',
      transaction.discounts.map(({ name, amount }) => ({ name, description: name, amount: wire.money(amount) })),
    ),
    shippingLineItems: listed(
      'shippingLineItems',
      transaction.shippingLines.map(({ amount }) => ({
        amount: wire.money(amount),
        discountAmount: wire.money(0),
        netAmount: wire.money(amount),
        taxes: null,
      })),
    ),
    ...wire.extras(id),
  };
}
