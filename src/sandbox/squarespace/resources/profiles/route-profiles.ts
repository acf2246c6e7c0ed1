import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { ResourceParts } from '../context.ts';
import { getProfiles, listProfiles } from './list-profiles.ts';

const path = '/1.0/profiles';

/** The Profiles API. */
export function routeProfiles(app: Hono<ExchangeEnv>, parts: ResourceParts): void {
  const { call } = parts;
  app.get(path, call({ api: 'profiles', needs: 'read' }, listProfiles(parts)));
  app.get(`${path}/:ids`, call({ api: 'profiles', needs: 'read' }, getProfiles(parts)));
}
