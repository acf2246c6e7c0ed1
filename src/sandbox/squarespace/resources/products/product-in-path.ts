import type { Exchange } from '../../conventions/exchange.ts';
import { Refusal, notFound } from '../../conventions/refusal.ts';
import type { Product } from '../../store/product.ts';
import type { Store } from '../../store/store.ts';

/** The product that a path names. Throws 404 where there is none. */
export function productIn(exchange: Exchange, { catalogue }: Store): Product {
  const product = catalogue.products.get(exchange.req.param('id') ?? '');
  if (!product) throw notFound('There is no product with this id.');
  return product;
}

/** Throws 405 for a product of a type with which this cannot be done. */
export function refuseDigital({ type }: Pick<Product, 'type'>): void {
  if (type !== 'DIGITAL') return;
  throw new Refusal(405, 'This cannot be done with a digital product.', {
    subtype: 'OPERATION_NOT_ALLOWED_FOR_PRODUCT_TYPE',
  });
}
