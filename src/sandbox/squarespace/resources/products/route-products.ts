import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { ResourceParts } from '../context.ts';
import { getProducts, listProducts } from './list-products.ts';
import { listStorePages } from './list-store-pages.ts';

const path = '/v2/commerce/products';

/** The Products API, and the pages that products stand on. */
export function routeProducts(app: Hono<ExchangeEnv>, parts: ResourceParts): void {
  const { call } = parts;
  app.get('/1.0/commerce/store_pages', call({ api: 'products', needs: 'read' }, listStorePages(parts)));
  app.get(path, call({ api: 'products', needs: 'read' }, listProducts(parts)));
  app.get(`${path}/:ids`, call({ api: 'products', needs: 'read' }, getProducts(parts)));
}
