import type { Wire } from '../../conventions/wire.ts';
import type { Address } from '../../store/contact.ts';
import { sumsOf } from '../../store/order.ts';
import type { Fulfillment, Order, OrderLine } from '../../store/order.ts';

function addressDocument(address: Address | null): object | null {
  if (!address) return null;
  const { firstName, lastName, line1, line2, city, region, countryCode, postalCode, phone } = address;
  return { firstName, lastName, address1: line1, address2: line2, city, state: region, countryCode, postalCode, phone };
}

function lineDocument(wire: Wire, line: OrderLine): object {
  const { id, type, variantId, sku, productId, productName, options, quantity, unitPrice } = line;
  return {
    id,
    variantId,
    sku,
    weight: 0,
    width: 0,
    length: 0,
    height: 0,
    productId,
    productName,
    quantity,
    unitPricePaid: wire.money(unitPrice),
    variantOptions: wire.list(options, `${id} variantOptions`),
    customizations: null,
    imageUrl: productId === null ? null : `https://images.example.com/${productId}.jpg`,
    lineItemType: wire.open(type, id),
    ...wire.extras(id),
  };
}

function fulfillmentDocument(fulfillment: Fulfillment): object {
  const { shipDate, carrierName, service, trackingNumber, trackingUrl } = fulfillment;
  return { shipDate, carrierName, service, trackingNumber, trackingUrl };
}

/** An order as the Orders API tells it. */
export function orderDocument(wire: Wire, order: Order): object {
  const { id, orderNumber, customerEmail, customerId, externalOrderReference, testmode } = order;
  const { subtotal, shippingTotal, discountTotal, refundedTotal, grandTotal } = sumsOf(order);
  const listed = (name: string, items: readonly object[]) => wire.list(items, `${id} ${name}`);
  return {
    id,
    orderNumber,
    createdOn: wire.time(order.createdOn),
    modifiedOn: wire.time(order.modifiedOn),
    channel: order.channel,
    testmode,
    customerEmail,
    customerId,
    billingAddress: addressDocument(order.billing),
    shippingAddress: addressDocument(order.shipping),
    fulfillmentStatus: order.fulfillmentStatus,
    paymentState: order.paymentState,
    lineItems: order.lines.map((line) => lineDocument(wire, line)),
    internalNotes: listed(
      'internalNotes',
      order.notes.map((content) => ({ content })),
    ),
    shippingLines: listed(
      'shippingLines',
      order.shippingLines.map(({ method, amount }) => ({ method, amount: wire.money(amount) })),
    ),
    shippingOptionName: order.shippingLines[0]?.method ?? null,
    shippingOptionServiceType: order.shippingLines.length > 0 ? wire.open('OTHER', id) : null,
    discountLines: listed(
      'discountLines',
      order.discounts.map(({ name, promoCode, amount }) => ({
        name,
        description: name,
        promoCode,
        amount: wire.money(amount),
      })),
    ),
    formSubmission: listed('formSubmission', []),
    fulfillments: listed('fulfillments', order.fulfillments.map(fulfillmentDocument)),
    subtotal: wire.money(subtotal),
    shippingTotal: wire.money(shippingTotal),
    discountTotal: wire.money(discountTotal),
    taxTotal: wire.money(order.taxTotal),
    refundedTotal: wire.money(refundedTotal),
    grandTotal: wire.money(grandTotal),
    channelName: order.channelName,
    externalOrderReference,
    fulfilledOn: wire.timeOrNull(order.fulfilledOn),
    priceTaxInterpretation: order.priceTaxInterpretation,
    ...wire.extras(id),
  };
}
