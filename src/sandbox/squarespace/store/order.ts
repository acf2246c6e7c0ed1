import type { Address } from './contact.ts';

/** Every payment state that is known. */
export const paymentStates = [
  'NOT_CHARGED',
  'AUTHORIZED',
  'PAID',
  'PARTIALLY_PAID',
  'PENDING',
  'FAILED',
  'REFUND_PENDING',
  'REFUNDED',
  'REFUND_FAILED',
] as const;

export const fulfillmentStatuses = ['PENDING', 'FULFILLED', 'CANCELED'] as const;
export type FulfillmentStatus = (typeof fulfillmentStatuses)[number];

/** What was bought. Amounts are minor units of the site's currency. */
export interface OrderLine {
  readonly id: string;
  readonly type: string;
  readonly variantId: string | null;
  readonly sku: string | null;
  readonly productId: string | null;
  readonly productName: string | null;
  readonly options: readonly { readonly optionName: string; readonly value: string }[];
  readonly quantity: number;
  readonly unitPrice: number;
}

export interface DiscountLine {
  readonly name: string;
  readonly promoCode: string | null;
  readonly amount: number;
}

export interface ShippingLine {
  readonly method: string;
  readonly amount: number;
}

export interface Fulfillment {
  readonly shipDate: string;
  readonly carrierName: string;
  readonly service: string | null;
  readonly trackingNumber: string;
  readonly trackingUrl: string | null;
}

export interface Refund {
  readonly id: string;
  readonly amount: number;
  readonly refundedOn: number;
}

/** Money that was taken, and what of it was paid back. */
export interface Payment {
  readonly id: string;
  readonly amount: number;
  readonly paidOn: number;
  readonly provider: string;
  readonly refunds: readonly Refund[];
}

/** An order. What it comes to follows from its parts. */
export interface Order {
  readonly id: string;
  readonly orderNumber: string;
  /** What its buyer says, or an importer says. */
  readonly createdOn: number;
  /** When the site got it. */
  readonly recordedOn: number;
  readonly modifiedOn: number;
  readonly fulfilledOn: number | null;
  readonly channel: string;
  readonly channelName: string;
  readonly externalOrderReference: string | null;
  readonly testmode: boolean;
  readonly customerEmail: string | null;
  readonly customerId: string | null;
  readonly billing: Address | null;
  readonly shipping: Address | null;
  readonly fulfillmentStatus: FulfillmentStatus;
  /** One of `paymentStates`, or one that nobody has heard of. */
  readonly paymentState: string;
  readonly lines: readonly OrderLine[];
  readonly discounts: readonly DiscountLine[];
  readonly shippingLines: readonly ShippingLine[];
  readonly taxTotal: number;
  readonly priceTaxInterpretation: 'EXCLUSIVE' | 'INCLUSIVE';
  readonly fulfillments: readonly Fulfillment[];
  readonly notes: readonly string[];
  readonly transactionId: string;
  readonly payments: readonly Payment[];
  readonly paymentGatewayError: string | null;
  /** Whether the website took the pieces off its stock. */
  readonly tookStock: boolean;
}

/** What an order comes to. */
export interface OrderSums {
  readonly subtotal: number;
  readonly discountTotal: number;
  readonly shippingTotal: number;
  readonly grandTotal: number;
  readonly refundedTotal: number;
}

function sum<T>(items: readonly T[], amountOf: (item: T) => number): number {
  return items.reduce((total, item) => total + amountOf(item), 0);
}

/** What was paid back of a payment. */
export function refundedOf({ refunds }: Payment): number {
  return sum(refunds, ({ amount }) => amount);
}

/** The sums of an order. Tax stands in its prices, or comes on top. */
export function sumsOf(order: Order): OrderSums {
  const subtotal = sum(order.lines, ({ unitPrice, quantity }) => unitPrice * quantity);
  const discountTotal = sum(order.discounts, ({ amount }) => amount);
  const shippingTotal = sum(order.shippingLines, ({ amount }) => amount);
  const added = order.priceTaxInterpretation === 'EXCLUSIVE' ? order.taxTotal : 0;
  const grandTotal = subtotal - discountTotal + shippingTotal + added;
  return { subtotal, discountTotal, shippingTotal, grandTotal, refundedTotal: sum(order.payments, refundedOf) };
}
