import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { ResourceParts } from '../context.ts';
import { adjustInventory } from './adjust-inventory.ts';
import { getInventory, listInventory } from './list-inventory.ts';

const path = '/1.0/commerce/inventory';

/** The Inventory API. */
export function routeInventory(app: Hono<ExchangeEnv>, parts: ResourceParts): void {
  const { call } = parts;
  app.get(path, call({ api: 'inventory', needs: 'read' }, listInventory(parts)));
  app.get(`${path}/:ids`, call({ api: 'inventory', needs: 'read' }, getInventory(parts)));
  app.post(
    `${path}/adjustments`,
    call({ api: 'inventory', needs: 'write', body: 'application/json', once: true }, adjustInventory(parts)),
  );
}
