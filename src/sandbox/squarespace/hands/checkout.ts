import { z } from 'zod';
import type { Address } from '../store/contact.ts';
import { welcomeGuest } from '../store/guest.ts';
import { paymentFor } from '../store/money-taken.ts';
import { lineFor } from '../store/order-line.ts';
import type { Order, OrderLine } from '../store/order.ts';
import type { OwnedVariant } from '../store/product.ts';
import { takeStock } from '../store/put-stock.ts';
import { piecesOf } from '../store/change-order.ts';
import type { Store } from '../store/store.ts';

const piece = z.strictObject({
  sku: z.string().optional(),
  variantId: z.string().optional(),
  quantity: z.int().min(1).default(1),
});

/** What somebody does at the checkout. */
export const checkoutRequest = z.strictObject({
  ...piece.shape,
  /** What else is in the basket. */
  more: z.array(piece).default([]),
  email: z.string().nullable().default('shopper@example.com'),
  firstName: z.string().default('Sam'),
  lastName: z.string().default('Shopper'),
  phone: z.string().nullable().default(null),
  line1: z.string().default('1 Angel Hill'),
  city: z.string().default('Bury St Edmunds'),
  postalCode: z.string().default('IP33 1AA'),
  countryCode: z.string().default('GB'),
  /** `PAID`, unless the payment takes its time or fails. */
  paymentState: z.string().default('PAID'),
  discount: z.strictObject({ name: z.string(), promoCode: z.string().optional(), amount: z.string() }).optional(),
  shipping: z.strictObject({ method: z.string(), amount: z.string() }).optional(),
  testmode: z.boolean().default(false),
});
export type CheckoutRequest = z.input<typeof checkoutRequest>;
type Checkout = z.output<typeof checkoutRequest>;

function wantedVariant({ catalogue }: Store, { sku, variantId }: z.output<typeof piece>): OwnedVariant {
  const found = variantId === undefined ? catalogue.bySku(sku ?? '')[0] : catalogue.variant(variantId);
  if (!found) throw new Error('checking out at the Squarespace sandbox: nothing is sold under this article number');
  return found;
}

function addressOf(checkout: Checkout): Address {
  const { firstName, lastName, line1, city, postalCode, countryCode, phone } = checkout;
  return { firstName, lastName, line1, line2: null, city, region: null, postalCode, countryCode, phone };
}

function draftOf(store: Store, checkout: Checkout, lines: readonly OrderLine[]): Order {
  const { ids, now, orders, minor } = store;
  const { email, discount, shipping, paymentState, testmode } = checkout;
  const address = addressOf(checkout);
  return {
    id: ids.hex(),
    orderNumber: orders.nextNumber(),
    createdOn: now(),
    recordedOn: now(),
    modifiedOn: now(),
    fulfilledOn: null,
    channel: 'web',
    channelName: 'Squarespace',
    externalOrderReference: null,
    testmode,
    customerEmail: email,
    customerId: store.customerIdOf(email),
    billing: address,
    shipping: address,
    fulfillmentStatus: 'PENDING',
    paymentState,
    lines,
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
    paymentGatewayError: paymentState === 'FAILED' ? 'card_declined' : null,
    tookStock: paymentState !== 'FAILED',
  };
}

/**
 * Places an order and takes its pieces off the stock in one step. Answers undefined, and leaves all as it was, where
 * there are not enough of something. Throws where an article is not sold at all.
 */
export function checkOut(store: Store, request: CheckoutRequest): Order | undefined {
  const checkout = checkoutRequest.parse(request);
  const basket = [{ sku: checkout.sku, variantId: checkout.variantId, quantity: checkout.quantity }, ...checkout.more];
  const lines = basket.map((each) => lineFor(store, wantedVariant(store, each), { quantity: each.quantity }));
  const draft = draftOf(store, checkout, lines);
  if (draft.tookStock && !takeStock(store, piecesOf(draft))) return undefined;
  const order = { ...draft, payments: paymentFor(store, draft, draft.createdOn) };
  store.orders.put(order);
  const { email, firstName, lastName } = checkout;
  if (email !== null && store.habits.guestsBecomeContacts) {
    welcomeGuest(store, { email, firstName, lastName, address: order.shipping });
  }
  // Whoever pays in parts has ordered when all is paid, as far as webhooks go.
  if (order.paymentState !== 'PARTIALLY_PAID') store.events.emit({ topic: 'order.create', orderId: order.id });
  return order;
}
