import { order } from '../../../../src/connectors/squarespace/wire/order.ts';
import type { Order } from '../../../../src/connectors/squarespace/wire/order.ts';

/** An amount in pounds as the site tells it. */
export function pounds(value: string) {
  return { currency: 'GBP', value };
}

/** An article of an order as the site tells it. */
export function item(id: string, quantity: number, unitPrice: string, more: object = {}) {
  return {
    id,
    variantId: `v-${id}`,
    sku: `S-${id}`,
    productName: `Ring ${id}`,
    quantity,
    unitPricePaid: pounds(unitPrice),
    variantOptions: null,
    ...more,
  };
}

/** An order as the site tells it, read as we read it. */
export function orderWith(more: object): Order {
  return order.parse({
    id: '5f3c0000000000000000000a',
    orderNumber: '1001',
    createdOn: '2026-11-20T10:00:00.5Z',
    modifiedOn: '2026-11-20T10:00:00.5Z',
    testmode: false,
    customerEmail: 'Ada@Example.com',
    billingAddress: null,
    shippingAddress: null,
    fulfillmentStatus: 'PENDING',
    paymentState: 'PAID',
    lineItems: [],
    discountLines: null,
    shippingLines: [],
    shippingTotal: pounds('0.00'),
    taxTotal: pounds('0.00'),
    discountTotal: pounds('0.00'),
    grandTotal: pounds('0.00'),
    refundedTotal: pounds('0.00'),
    priceTaxInterpretation: 'INCLUSIVE',
    ...more,
  });
}
