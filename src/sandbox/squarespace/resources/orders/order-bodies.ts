import { z } from 'zod';
import { moneyBody } from '../amount.ts';

const mostPieces = 1_000_000;
const mostFulfillments = 100;

const short = z.string().max(100);
const text = z.string().nullish();

const addressBody = z.object({
  firstName: text,
  lastName: text,
  address1: text,
  address2: text,
  city: text,
  state: text,
  countryCode: z.string(),
  postalCode: text,
  phone: text,
});
export type AddressBody = z.output<typeof addressBody>;

const shipment = z.object({
  shipDate: z.iso.datetime({ offset: true }),
  carrierName: short,
  service: short,
  trackingNumber: short,
  trackingUrl: z.url().max(100).nullish(),
});
export type ShipmentBody = z.output<typeof shipment>;

/** What is said when an order is sent. */
export const fulfillment = z.object({
  shouldSendNotification: z.boolean(),
  shipments: z.array(shipment),
});

const priced = {
  quantity: z.int().min(1).max(mostPieces),
  unitPricePaid: moneyBody,
  nonSaleUnitPrice: moneyBody.optional(),
};

/** What an imported order must say. */
export const orderImport = z.object({
  channelName: z.string().min(1).max(30),
  createdOn: z.iso.datetime({ offset: true }),
  externalOrderReference: z.string().min(1).max(200),
  fulfillments: z.array(shipment).max(mostFulfillments),
  grandTotal: moneyBody,
  lineItems: z
    .array(
      z.discriminatedUnion('lineItemType', [
        z.object({ lineItemType: z.literal('PHYSICAL_PRODUCT'), variantId: z.string(), ...priced }),
        z.object({ lineItemType: z.literal('CUSTOM'), title: z.string(), ...priced }),
      ]),
    )
    .min(1),
  priceTaxInterpretation: z.enum(['EXCLUSIVE', 'INCLUSIVE']),
  customerEmail: z.email().nullish(),
  billingAddress: addressBody.nullish(),
  shippingAddress: addressBody.nullish(),
  discountLines: z.array(z.object({ name: z.string(), promoCode: text, amount: moneyBody })).nullish(),
  discountTotal: moneyBody.optional(),
  shippingLines: z
    .array(z.object({ method: z.string(), amount: moneyBody }))
    .max(1)
    .nullish(),
  shippingTotal: moneyBody.optional(),
  taxTotal: moneyBody.optional(),
  subtotal: moneyBody.optional(),
  fulfillmentStatus: z.enum(['PENDING', 'FULFILLED']).default('PENDING'),
  fulfilledOn: z.iso.datetime({ offset: true }).optional(),
  inventoryBehavior: z.enum(['DEDUCT', 'SKIP']).default('SKIP'),
  shopperFulfillmentNotificationBehavior: z.enum(['SEND', 'SKIP']).optional(),
});
export type OrderImport = z.output<typeof orderImport>;
