import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { ResourceParts } from '../context.ts';
import { getOrder } from './get-order.ts';
import { listOrders } from './list-orders.ts';

const path = '/1.0/commerce/orders';

/** The Orders API. */
export function routeOrders(app: Hono<ExchangeEnv>, parts: ResourceParts): void {
  const { call } = parts;
  app.get(path, call({ api: 'orders', needs: 'read' }, listOrders(parts)));
  app.get(`${path}/:id`, call({ api: 'orders', needs: 'read' }, getOrder(parts)));
}
