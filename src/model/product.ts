import { z } from 'zod';
import { instant, tillKey } from './ids.ts';
import { currency } from './money.ts';

const text = z.string().nullable().optional();

/** An amount in whole minor units (pence), never a fraction of one. */
const money = z.object({ minor: z.int(), currency });

/** An article of the shop. */
export const product = z.object({
  key: tillKey,
  sku: text,
  name: text,
  category: text,
  metal: text,
  stone: text,
  price: money.nullable().optional(),
  /** EAN-8, UPC-A or EAN-13. */
  barcode: text,
  /** Pieces in the shop; a till may say less than none. */
  stock: z.int().nullable().optional(),
  active: z.boolean().nullable().optional(),
  updatedAt: instant.nullable().optional(),
});
export type Product = z.infer<typeof product>;

/** What a profile's SELECT for products may name. `currency` is the price's; without it the shop's own is meant. */
export const productFields = [
  'key',
  'sku',
  'name',
  'category',
  'metal',
  'stone',
  'price',
  'currency',
  'barcode',
  'stock',
  'active',
  'updatedAt',
] as const;
