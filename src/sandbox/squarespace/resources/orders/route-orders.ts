import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { Limiter } from '../../conventions/limiter.ts';
import type { ResourceParts } from '../context.ts';
import { fulfilOrder } from './fulfil-order.ts';
import { getOrder } from './get-order.ts';
import { importOrder } from './import-order.ts';
import { listOrders } from './list-orders.ts';

const path = '/1.0/commerce/orders';

/** The Orders API; `hourly` limits what is imported with a key. */
export function routeOrders(app: Hono<ExchangeEnv>, parts: ResourceParts, hourly: Limiter): void {
  const { call } = parts;
  const reading = { api: 'orders', needs: 'read' } as const;
  const writing = { api: 'orders', needs: 'write', body: 'application/json' } as const;
  app.get(path, call(reading, listOrders(parts)));
  app.get(`${path}/:id`, call(reading, getOrder(parts)));
  app.post(path, call({ ...writing, once: true }, importOrder(parts, hourly)));
  app.post(`${path}/:id/fulfillments`, call({ ...writing, alone: true }, fulfilOrder(parts)));
}
