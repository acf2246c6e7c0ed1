import { z } from 'zod';
import { customerFields } from '../model/customer.ts';
import { productFields } from '../model/product.ts';
import type { RowKind } from '../model/record.ts';
import { paymentFields, saleFields, saleLineFields } from '../model/sale.ts';

/** The fields that each kind of row may yield. */
export const fieldsOf = {
  customer: customerFields,
  product: productFields,
  sale: saleFields,
  saleLine: saleLineFields,
  payment: paymentFields,
} as const satisfies Record<RowKind, readonly string[]>;

const query = z.strictObject({
  select: z
    .string()
    .min(1)
    .refine((text) => /^\s*(select|with)\b/i.test(text), 'one SELECT statement')
    .refine((text) => !text.trim().replace(/;$/, '').includes(';'), 'one statement, without a semicolon inside')
    .describe(
      'One SELECT. Its column aliases are our field names, in any case: SELECT KDNR AS "key", NAME1 AS "lastName" …',
    ),
  key: z
    .array(z.string())
    .min(1)
    .default(['key'])
    .describe('The aliases that together name one row; joined with "-". They may be aliases beside our own fields.'),
  change: z
    .string()
    .optional()
    .describe(
      'What moves whenever a row is edited: an alias of the SELECT, such as "changed" for C.CHANGED AS "changed", or a column of its tables, such as C.CHANGED. It only narrows quick passes.',
    ),
  origins: z
    .record(z.string(), z.string())
    .default({})
    .describe('What staff call the column behind a field, where the SELECT computes it: {"email": "KUNDEN.MAIL"}.'),
});

/** How one kind of row is read from one make of till. */
export type ProfileQuery = z.infer<typeof query>;

/** A make of till, as data: which SELECT feeds which of our records. A new till is a profile, not code. */
export const profile = z
  .strictObject({
    name: z.string().min(1).describe('What the till is called: "Juwelier 7".'),
    customer: query.optional(),
    product: query.optional(),
    sale: query.optional(),
    saleLine: query.optional(),
    payment: query.optional(),
  })
  .refine((value) => value.customer || value.product || value.sale, 'at least one of customer, product, sale')
  .refine((value) => !value.sale || value.saleLine, {
    path: ['saleLine'],
    message: 'sales need a SELECT for their lines',
  });
export type Profile = z.infer<typeof profile>;
