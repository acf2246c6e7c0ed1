import { z } from 'zod';
import type { SiteContact, SiteContent, SiteOrder, SiteProduct } from './site.ts';

const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'decimal text');
const moment = z.iso.datetime();

const address = z.strictObject({
  firstName: z.string(),
  lastName: z.string(),
  address1: z.string(),
  address2: z.string().optional(),
  city: z.string(),
  state: z.string().optional(),
  countryCode: z.string(),
  postalCode: z.string(),
  phone: z.string().optional(),
});

const variant = z.strictObject({
  sku: z.string(),
  price: decimal,
  salePrice: decimal.optional(),
  stock: z.int().min(0).nullable(),
  gtin: z.string().optional(),
  attributes: z.record(z.string(), z.string()).optional(),
});

const siteProduct = z.strictObject({
  name: z.string(),
  type: z.enum(['PHYSICAL', 'SERVICE', 'GIFT_CARD', 'DIGITAL']).optional(),
  visible: z.boolean().optional(),
  createdOn: moment.optional(),
  variants: z.array(variant).min(1),
});

const siteContact = z.strictObject({
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  locale: z.string().optional(),
  createdOn: moment,
  joinedOn: moment.optional(),
  leftOn: moment.optional(),
  address: address.optional(),
});

const siteOrder = z.strictObject({
  orderNumber: z.string(),
  email: z.string().nullable(),
  createdOn: moment,
  modifiedOn: moment.optional(),
  billing: address.optional(),
  lines: z.array(z.strictObject({ sku: z.string(), quantity: z.int().min(1), unitPrice: decimal.optional() })),
  discount: z.strictObject({ name: z.string(), promoCode: z.string().optional(), amount: decimal }).optional(),
  shipping: z.strictObject({ method: z.string(), amount: decimal }).optional(),
  refunded: decimal.optional(),
  paymentState: z.string().optional(),
  fulfillmentStatus: z.enum(['PENDING', 'FULFILLED', 'CANCELED']).optional(),
  testmode: z.boolean().optional(),
  channel: z.string().optional(),
});

const siteContent = z.strictObject({
  title: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  products: z.array(siteProduct),
  contacts: z.array(siteContact),
  orders: z.array(siteOrder),
});

/** The content of a site from the JSON of a file, which knows no value that is undefined. Throws a ZodError for what is none. */
export function readSiteContent(json: unknown): SiteContent {
  return siteContent.parse(json) as SiteContent;
}

/** A product, a contact or an order from JSON. Each throws a ZodError for what is none. */
export const readSite = {
  product: (json: unknown) => siteProduct.parse(json) as SiteProduct,
  contact: (json: unknown) => siteContact.parse(json) as SiteContact,
  order: (json: unknown) => siteOrder.parse(json) as SiteOrder,
} as const;
