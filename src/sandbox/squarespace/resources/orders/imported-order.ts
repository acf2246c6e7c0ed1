import { invalid, missing } from '../../conventions/refusal.ts';
import type { Address } from '../../store/contact.ts';
import { lineFor } from '../../store/order-line.ts';
import { sumsOf } from '../../store/order.ts';
import type { DiscountLine, Order, OrderLine, ShippingLine } from '../../store/order.ts';
import type { Store } from '../../store/store.ts';
import { amountIn } from '../amount.ts';
import type { MoneyBody } from '../amount.ts';
import { shipmentOf } from './fulfil-order.ts';
import type { AddressBody, OrderImport } from './order-bodies.ts';

function addressOf(given: AddressBody | null | undefined): Address | null {
  if (!given) return null;
  const { firstName, lastName, address1, address2, city, state, countryCode, postalCode, phone } = given;
  return {
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    line1: address1 ?? null,
    line2: address2 ?? null,
    city: city ?? null,
    region: state ?? null,
    countryCode,
    postalCode: postalCode ?? null,
    phone: phone ?? null,
  };
}

function lineOf(store: Store, given: OrderImport['lineItems'][number]): OrderLine {
  const { quantity } = given;
  const unitPrice = amountIn(store, given.unitPricePaid);
  if (given.lineItemType === 'PHYSICAL_PRODUCT') {
    const owned = store.catalogue.variant(given.variantId);
    if (!owned) throw invalid('A line names a variant that is unknown.');
    return lineFor(store, owned, { quantity, unitPrice });
  }
  const nothing = { variantId: null, sku: null, productId: null, options: [] };
  return { id: store.ids.uuid(), type: 'CUSTOM', productName: given.title, ...nothing, quantity, unitPrice };
}

function discountsOf(store: Store, { discountLines, discountTotal }: OrderImport): DiscountLine[] {
  if (discountLines) {
    return discountLines.map(({ name, promoCode, amount }) => ({
      name,
      promoCode: promoCode ?? null,
      amount: amountIn(store, amount),
    }));
  }
  return discountTotal ? [{ name: 'Discount', promoCode: null, amount: amountIn(store, discountTotal) }] : [];
}

function shippingOf(store: Store, { shippingLines, shippingTotal }: OrderImport): ShippingLine[] {
  if (shippingLines) return shippingLines.map(({ method, amount }) => ({ method, amount: amountIn(store, amount) }));
  return shippingTotal ? [{ method: 'Shipping', amount: amountIn(store, shippingTotal) }] : [];
}

function refuseSum(store: Store, given: MoneyBody | undefined, { is, says }: { is: number; says: string }): void {
  if (given === undefined || amountIn(store, given) !== is) throw invalid(says, null);
}

function checkSums(store: Store, { subtotal, grandTotal }: OrderImport, order: Order): void {
  const sums = sumsOf(order);
  refuseSum(store, subtotal, {
    is: sums.subtotal,
    says: 'The sum of lineItems.unitPricePaid.value must equal subtotal.value',
  });
  refuseSum(store, grandTotal, { is: sums.grandTotal, says: 'The grandTotal.value is not what its parts come to' });
}

/** The order that an import asks for, as one that is paid. Throws 400 where it does not add up. */
export function importedOrder(store: Store, given: OrderImport): Order {
  const { ids, now, orders } = store;
  const { fulfillmentStatus, fulfilledOn, customerEmail = null } = given;
  if (fulfillmentStatus === 'FULFILLED' && fulfilledOn === undefined) {
    throw missing("'fulfilledOn' is required for a fulfilled order.");
  }
  const order: Order = {
    id: ids.hex(),
    orderNumber: orders.nextNumber(),
    createdOn: Date.parse(given.createdOn),
    recordedOn: now(),
    modifiedOn: now(),
    fulfilledOn: fulfilledOn === undefined ? null : Date.parse(fulfilledOn),
    channel: 'external',
    channelName: given.channelName,
    externalOrderReference: given.externalOrderReference,
    testmode: false,
    customerEmail,
    customerId: store.customerIdOf(customerEmail),
    billing: addressOf(given.billingAddress),
    shipping: addressOf(given.shippingAddress),
    fulfillmentStatus,
    paymentState: 'PAID',
    lines: given.lineItems.map((line) => lineOf(store, line)),
    discounts: discountsOf(store, given),
    shippingLines: shippingOf(store, given),
    taxTotal: given.taxTotal ? amountIn(store, given.taxTotal) : 0,
    priceTaxInterpretation: given.priceTaxInterpretation,
    fulfillments: given.fulfillments.map(shipmentOf),
    notes: [],
    transactionId: ids.uuid(),
    payments: [],
    paymentGatewayError: null,
    tookStock: given.inventoryBehavior === 'DEDUCT',
  };
  checkSums(store, given, order);
  return order;
}
