import { z } from 'zod';
import { looseList, looseMoment, looseMoney, looseText, looseTruth } from './loose.ts';

/** As orders and profiles have it; contacts have another. */
const address = z
  .object({
    firstName: looseText,
    lastName: looseText,
    address1: looseText,
    address2: looseText,
    city: looseText,
    state: looseText,
    countryCode: looseText,
    postalCode: looseText,
    phone: looseText,
  })
  .nullish()
  .catch(null);

const lineItem = z.object({
  id: looseText,
  variantId: looseText,
  sku: looseText,
  productName: looseText,
  quantity: z.int().nullish().catch(null),
  unitPricePaid: looseMoney,
  variantOptions: looseList(z.object({ optionName: looseText, value: looseText })).catch([]),
});

/** One article of an order. */
export type OrderItem = z.infer<typeof lineItem>;

const discountLine = z.object({ name: looseText, promoCode: looseText });

/** An order, as leniently as it can be read: enumerations are open, and every field but the id may be missing. */
export const order = z.object({
  id: z.string().min(1),
  orderNumber: looseText,
  createdOn: looseMoment,
  /** As the site wrote it: it is compared, and nothing must be lost of it. */
  modifiedOn: looseText,
  testmode: looseTruth,
  customerEmail: looseText,
  billingAddress: address,
  shippingAddress: address,
  fulfillmentStatus: looseText,
  paymentState: looseText,
  lineItems: looseList(lineItem),
  discountLines: looseList(discountLine).catch([]),
  shippingLines: looseList(z.object({ method: looseText })).catch([]),
  shippingTotal: looseMoney,
  taxTotal: looseMoney,
  discountTotal: looseMoney,
  grandTotal: looseMoney,
  refundedTotal: looseMoney,
  priceTaxInterpretation: looseText,
});

/** An order of the site. */
export type Order = z.infer<typeof order>;

/** The payment states there are; where a list does not name them, most orders are hidden from it. */
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
