import { currency, positiveAmount } from './amount.ts';
import { isBarcode } from './barcode.ts';
import { anyInstant } from './dates.ts';
import { flag, integer, object, required } from './schema.ts';
import { externalId, text } from './text.ts';

/** A product, after the contract's section on products. `updatedAt` may be any instant: the contract sets it no range. */
export const product = object({
  externalId: required(externalId),
  sku: required(text({ max: 40 })),
  name: required(text({ max: 120 })),
  category: text({ max: 60 }),
  metal: text({ max: 60 }),
  stone: text({ max: 60 }),
  price: required(object({ amount: required(positiveAmount), currency: required(currency) })),
  barcode: text({ form: (value) => (isBarcode(value) ? undefined : 'bad_barcode') }),
  stock: integer({ min: 0, max: 1_000_000 }),
  active: flag,
  updatedAt: anyInstant,
});
