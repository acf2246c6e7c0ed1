import { customerFields } from '../model/customer.ts';
import { productFields } from '../model/product.ts';
import type { ReadKind } from '../model/record.ts';
import { saleFields } from '../model/sale.ts';

const orders: Readonly<Record<ReadKind, readonly string[]>> = {
  customer: customerFields,
  product: productFields,
  sale: saleFields,
};

/** Puts names of fields in the order in which people tell them, a name before an address, in whatever order they were read; what no profile can name comes last. */
export function compareFields(kind: ReadKind): (one: string, other: string) => number {
  const order = orders[kind];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return (one, other) => place(one) - place(other);
}
