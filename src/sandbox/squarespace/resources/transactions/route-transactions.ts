import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { ResourceParts } from '../context.ts';
import { getTransactions, listTransactions } from './list-transactions.ts';

const path = '/1.0/commerce/transactions';

/** The Transactions API. */
export function routeTransactions(app: Hono<ExchangeEnv>, parts: ResourceParts): void {
  const { call } = parts;
  app.get(path, call({ api: 'transactions', needs: 'read' }, listTransactions(parts)));
  app.get(`${path}/:ids`, call({ api: 'transactions', needs: 'read' }, getTransactions(parts)));
}
