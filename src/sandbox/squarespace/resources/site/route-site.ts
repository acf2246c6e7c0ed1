import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { ResourceParts } from '../context.ts';
import { describeSite } from './describe-site.ts';

/** The site itself, which any credential may ask for. */
export function routeSite(app: Hono<ExchangeEnv>, parts: ResourceParts): void {
  app.get('/1.0/authorization/website', parts.call({ api: null, needs: 'read' }, describeSite(parts)));
}
