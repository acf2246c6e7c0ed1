import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { ResourceParts } from '../context.ts';
import { createDiscount, deleteDiscount, getDiscount, listDiscounts, replaceDiscount } from './discounts.ts';

const path = '/v1/commerce/discounts';

/** The Discounts API. */
export function routeDiscounts(app: Hono<ExchangeEnv>, parts: ResourceParts): void {
  const { call } = parts;
  const reading = { api: 'discounts', needs: 'read' } as const;
  const bare = { api: 'discounts', needs: 'write' } as const;
  const writing = { ...bare, body: 'application/json' } as const;
  app.get(path, call(reading, listDiscounts(parts)));
  app.post(path, call(writing, createDiscount(parts)));
  app.get(`${path}/:id`, call(reading, getDiscount(parts)));
  app.put(`${path}/:id`, call(writing, replaceDiscount(parts)));
  app.delete(`${path}/:id`, call(bare, deleteDiscount(parts)));
}
