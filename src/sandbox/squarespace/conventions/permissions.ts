import { Refusal } from './refusal.ts';

/** The parts of the Commerce APIs that a credential is made for, one by one. */
export const apis = [
  'orders',
  'inventory',
  'products',
  'transactions',
  'contacts',
  'profiles',
  'discounts',
  'webhooks',
] as const;
export type Api = (typeof apis)[number];

/** How much of a part somebody may use. */
export type Level = 'none' | 'read' | 'write';

/** What a credential may do. */
export type Permissions = Readonly<Record<Api, Level>>;

/** Who asks: an API key, or a token that the owner of the site granted to an application. */
export interface Caller {
  readonly kind: 'key' | 'token';
  readonly permissions: Permissions;
}

/** All that an API key can be given. */
export const everything: Permissions = {
  orders: 'write',
  inventory: 'write',
  products: 'write',
  transactions: 'read',
  contacts: 'write',
  profiles: 'read',
  discounts: 'write',
  webhooks: 'write',
};

/** Throws 403 where the caller may not use this part so. */
export function demand(caller: Caller, api: Api, level: 'read' | 'write'): void {
  if (api === 'webhooks' && caller.kind === 'key') {
    throw new Refusal(403, 'Webhook subscriptions need an OAuth token.', { subtype: 'OAUTH_TOKEN_REQUIRED' });
  }
  const held = caller.permissions[api];
  if (held === 'write' || held === level) return;
  throw new Refusal(403, 'The credential lacks the permission for this.', { subtype: 'MISSING_SCOPE' });
}
