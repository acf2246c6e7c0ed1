import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { ResourceParts } from '../context.ts';
import { getProducts, listProducts } from './list-products.ts';
import { listStorePages } from './list-store-pages.ts';
import {
  deletePicture,
  movePicture,
  showPicture,
  tellPictureStatus,
  updatePicture,
  uploadPicture,
} from './pictures.ts';
import { createProduct, deleteProduct, updateProduct } from './write-products.ts';
import { addVariant, deleteVariant, updateVariant } from './write-variants.ts';

const path = '/v2/commerce/products';

/** The Products API, and the pages that products stand on. */
export function routeProducts(app: Hono<ExchangeEnv>, parts: ResourceParts): void {
  const { call } = parts;
  const reading = { api: 'products', needs: 'read' } as const;
  const bare = { api: 'products', needs: 'write' } as const;
  const writing = { ...bare, body: 'application/json' } as const;

  app.get('/1.0/commerce/store_pages', call(reading, listStorePages(parts)));
  app.get(path, call(reading, listProducts(parts)));
  app.get(`${path}/:ids`, call(reading, getProducts(parts)));
  app.post(path, call(writing, createProduct(parts)));
  app.post(`${path}/:id`, call(writing, updateProduct(parts)));
  app.delete(`${path}/:id`, call(bare, deleteProduct(parts)));

  app.post(`${path}/:id/variants`, call(writing, addVariant(parts)));
  app.post(`${path}/:id/variants/:vid`, call(writing, updateVariant(parts)));
  app.delete(`${path}/:id/variants/:vid`, call(bare, deleteVariant(parts)));
  app.post(`${path}/:id/variants/:vid/image`, call(writing, showPicture(parts)));

  app.post(`${path}/:id/images`, call(bare, uploadPicture(parts)));
  app.get(`${path}/:id/images/:iid/status`, call(reading, tellPictureStatus(parts)));
  app.post(`${path}/:id/images/:iid`, call(writing, updatePicture(parts)));
  app.post(`${path}/:id/images/:iid/order`, call(writing, movePicture(parts)));
  app.delete(`${path}/:id/images/:iid`, call(bare, deletePicture(parts)));
}
