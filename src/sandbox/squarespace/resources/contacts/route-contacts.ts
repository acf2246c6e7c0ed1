import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { ResourceParts } from '../context.ts';
import { listContacts } from './list-contacts.ts';

const path = '/v1/contacts';

/** The Contacts API. */
export function routeContacts(app: Hono<ExchangeEnv>, parts: ResourceParts): void {
  const { call } = parts;
  app.get(path, call({ api: 'contacts', needs: 'read' }, listContacts(parts)));
}
