import type { SiteContent } from '../site.ts';
import { loadContact } from './load-contact.ts';
import { loadOrder } from './load-order.ts';
import { loadProduct } from './load-product.ts';
import type { Product } from './product.ts';
import type { Store } from './store.ts';

/** Fills a store with what a site starts with. */
export function loadContent(
  store: Store,
  { products, contacts, orders }: Pick<SiteContent, 'products' | 'contacts' | 'orders'>,
): void {
  const downloads = new Map<string, Product>();
  for (const given of products) {
    const product = loadProduct(store, given);
    if (product.digital) for (const { sku } of given.variants) downloads.set(sku, product);
  }
  for (const contact of contacts) loadContact(store, contact);
  for (const order of orders) loadOrder(store, downloads, order);
}
