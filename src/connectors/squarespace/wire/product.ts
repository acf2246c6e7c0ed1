import { z } from 'zod';
import { looseList, looseMoney, looseText, looseTruth } from './loose.ts';

const variant = z.object({
  id: z.string().min(1),
  sku: looseText,
  pricing: z.object({ basePrice: looseMoney, salePrice: looseMoney, onSale: looseTruth }).nullish().catch(null),
  attributes: z.record(z.string(), z.unknown()).nullish().catch(null),
  gtin: looseText,
});

/** One way to buy a product. */
export type WireVariant = z.infer<typeof variant>;

/** A product with its variants; what is only downloaded has none. */
export const product = z.object({
  id: z.string().min(1),
  type: looseText,
  name: looseText,
  isVisible: looseTruth,
  variants: looseList(variant),
});

/** A product of the site. */
export type WireProduct = z.infer<typeof product>;

/** What is left of a variant. */
export const inventoryItem = z.object({
  variantId: z.string().min(1),
  isUnlimited: looseTruth,
  quantity: z.int().nullish().catch(null),
});

/** What is left of a variant. */
export type InventoryItem = z.infer<typeof inventoryItem>;
