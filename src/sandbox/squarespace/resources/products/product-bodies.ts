import { z } from 'zod';
import { moneyBody } from '../amount.ts';

const mostVariants = 250;
const mostAttributes = 6;

const size = z.number().min(0);
const attributeName = z.string().min(1).max(100);
const attributes = z.record(attributeName, z.string().min(1).max(100));
const sku = z.string().trim().min(1).max(60);
const gtin = z.string().regex(/^(\d{8}|\d{12,14})$/, 'must have 8, 12, 13 or 14 digits');
const mpn = z.string().regex(/^[A-Za-z0-9]{1,70}$/, 'must be at most 70 letters and digits');

const measurements = z.object({
  weight: z.object({ unit: z.string(), value: size }).optional(),
  dimensions: z.object({ unit: z.string(), length: size, width: size, height: size }).optional(),
});

const pricing = z.object({
  basePrice: moneyBody.optional(),
  salePrice: moneyBody.optional(),
  onSale: z.boolean().optional(),
});

const variantEdit = z.object({
  pricing: pricing.optional(),
  stock: z.unknown().optional(),
  attributes: attributes.optional(),
  shippingMeasurements: measurements.nullish(),
  gtin: gtin.nullish(),
  mpn: mpn.nullish(),
});

/** What a change of a variant may say; whatever it does not say stays. */
export const variantUpdate = variantEdit.extend({ sku: sku.optional() });
export type VariantUpdate = z.output<typeof variantUpdate>;

/** What a new variant must say. */
export const variantCreation = variantEdit.extend({
  sku,
  pricing: pricing.extend({ basePrice: moneyBody }),
  stock: z.object({ quantity: z.int().min(0).default(0), unlimited: z.boolean().default(false) }).optional(),
});
export type VariantCreation = z.output<typeof variantCreation>;

const productEdit = z.object({
  name: z.string().max(200).optional(),
  description: z.string().max(102_400).optional(),
  urlSlug: z.string().min(1).max(200).optional(),
  tags: z.array(z.string()).nullish(),
  isVisible: z.boolean().optional(),
  variantAttributes: z.array(attributeName).max(mostAttributes).nullish(),
});

/** What a change of a product may say; whatever it does not say stays. */
export const productUpdate = productEdit.extend({
  seoOptions: z.object({ title: z.string(), description: z.string() }).nullish(),
});
export type ProductUpdate = z.output<typeof productUpdate>;

/** What a new product must say. */
export const productCreation = productEdit.extend({
  type: z.enum(['PHYSICAL', 'SERVICE', 'GIFT_CARD', 'DIGITAL']),
  storePageId: z.string(),
  variants: z.array(variantCreation).min(1).max(mostVariants),
});
export type ProductCreation = z.output<typeof productCreation>;
