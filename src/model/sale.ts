import { z } from 'zod';
import { instant, tillKey } from './ids.ts';
import { currency } from './money.ts';

const text = z.string().nullable().optional();

/** One line of a sale. Amounts are minor units of the sale's currency; a return has a quantity below zero. `lineTotal` = quantity × unitPrice − discount. */
export const saleLine = z.object({
  sku: text,
  description: z.string().nullable(),
  quantity: z.int().nullable(),
  unitPrice: z.int().nullable(),
  discount: z.int().nullable().optional(),
  lineTotal: z.int().nullable(),
});
export type SaleLine = z.infer<typeof saleLine>;

/** How a part of a sale was paid, in minor units of the sale's currency. */
export const payment = z.object({ method: z.string().nullable(), amount: z.int().nullable() });
export type Payment = z.infer<typeof payment>;

/** A sale with its lines, as rung up. `customerKey` is null for somebody unknown to the till. */
export const sale = z.object({
  key: tillKey,
  customerKey: tillKey.nullable().optional(),
  soldAt: instant.nullable().optional(),
  channel: z.enum(['pos', 'web']),
  currency,
  lines: z.array(saleLine),
  /** Minor units. */
  total: z.int().nullable().optional(),
  payments: z.array(payment).optional(),
  staff: text,
  promoCode: text,
  reference: text,
});
export type Sale = z.infer<typeof sale>;

/** What a profile's SELECT for sales may name. */
export const saleFields = [
  'key',
  'customerKey',
  'soldAt',
  'currency',
  'total',
  'staff',
  'promoCode',
  'reference',
] as const;

/** What a profile's SELECT for the lines of sales may name; `saleKey` says whose line it is, `key` makes it one of its kind. */
export const saleLineFields = [
  'key',
  'saleKey',
  'sku',
  'description',
  'quantity',
  'unitPrice',
  'discount',
  'lineTotal',
] as const;

/** What a profile's SELECT for payments may name. */
export const paymentFields = ['key', 'saleKey', 'method', 'amount'] as const;
