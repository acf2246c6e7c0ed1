import type { SiteOrder } from '../site.ts';
import { addressOf } from './load-contact.ts';
import { paymentFor, stateAfterRefund, withRefund } from './money-taken.ts';
import { sumsOf } from './order.ts';
import type { Order, OrderLine } from './order.ts';
import { digitalLineFor, goneLineFor, lineFor } from './order-line.ts';
import type { Product } from './product.ts';
import type { Store } from './store.ts';

/** Downloads by the article number that the content calls them by, for on the site they have none. */
export type Downloads = ReadonlyMap<string, Product>;

function lineOf(store: Store, downloads: Downloads, given: SiteOrder['lines'][number]): OrderLine {
  const { sku, quantity } = given;
  const unitPrice = given.unitPrice === undefined ? undefined : store.minor(given.unitPrice);
  const [sold] = store.catalogue.bySku(sku);
  if (sold) return lineFor(store, sold, { quantity, unitPrice });
  const download = downloads.get(sku);
  if (!download) return goneLineFor(store, { sku, quantity, unitPrice: unitPrice ?? 0 });
  return digitalLineFor(store, download, { quantity, unitPrice: unitPrice ?? download.digital?.price ?? 0 });
}

function draftOf(store: Store, downloads: Downloads, given: SiteOrder): Order {
  const { ids, minor } = store;
  const createdOn = Date.parse(given.createdOn);
  const modifiedOn = given.modifiedOn === undefined ? createdOn : Date.parse(given.modifiedOn);
  const address = given.billing ? addressOf(given.billing) : null;
  const channel = given.channel ?? 'web';
  const fulfillmentStatus = given.fulfillmentStatus ?? 'PENDING';
  const { discount, shipping } = given;
  return {
    id: ids.hex(),
    orderNumber: given.orderNumber,
    createdOn,
    recordedOn: createdOn,
    modifiedOn,
    fulfilledOn: fulfillmentStatus === 'FULFILLED' ? modifiedOn : null,
    channel,
    channelName: channel === 'external' ? 'Importer' : 'Squarespace',
    externalOrderReference: null,
    testmode: given.testmode ?? false,
    customerEmail: given.email,
    customerId: store.customerIdOf(given.email),
    billing: address,
    shipping: channel === 'pos' ? null : address,
    fulfillmentStatus,
    paymentState: given.paymentState ?? 'PAID',
    lines: given.lines.map((line) => lineOf(store, downloads, line)),
    discounts: discount
      ? [{ name: discount.name, promoCode: discount.promoCode ?? null, amount: minor(discount.amount) }]
      : [],
    shippingLines: shipping ? [{ method: shipping.method, amount: minor(shipping.amount) }] : [],
    taxTotal: 0,
    priceTaxInterpretation: 'INCLUSIVE',
    fulfillments: [],
    notes: [],
    transactionId: ids.uuid(),
    payments: [],
    paymentGatewayError: given.paymentState === 'FAILED' ? 'card_declined' : null,
    tookStock: given.paymentState !== 'FAILED',
  };
}

/** Takes an order into the store. The stock has it taken off already. */
export function loadOrder(store: Store, downloads: Downloads, given: SiteOrder): Order {
  const draft = draftOf(store, downloads, given);
  const { grandTotal } = sumsOf(draft);
  const amount =
    given.refunded === undefined ? (given.paymentState === 'REFUNDED' ? grandTotal : 0) : store.minor(given.refunded);
  const paid = { ...draft, payments: paymentFor(store, draft, draft.createdOn) };
  const refunded = amount > 0 ? withRefund(store, paid, { amount, refundedOn: draft.modifiedOn }) : paid;
  const paymentState = given.paymentState ?? (amount > 0 ? stateAfterRefund(store, refunded) : 'PAID');
  const order = { ...refunded, paymentState };
  store.orders.put(order);
  return order;
}
