import type { Api, Level, Permissions } from '../conventions/permissions.ts';

const parts: readonly Exclude<Api, 'webhooks'>[] = [
  'orders',
  'inventory',
  'products',
  'transactions',
  'contacts',
  'discounts',
  'profiles',
];

const nothing: Permissions = {
  orders: 'none',
  inventory: 'none',
  products: 'none',
  transactions: 'none',
  contacts: 'none',
  profiles: 'none',
  discounts: 'none',
  webhooks: 'write',
};

function levelOf(scopes: readonly string[], part: string): Level {
  if (scopes.includes(`website.${part}`)) return 'write';
  return scopes.includes(`website.${part}.read`) ? 'read' : 'none';
}

/** Every scope that there is. */
export const knownScopes: ReadonlySet<string> = new Set(
  parts.flatMap((part) => [`website.${part}`, `website.${part}.read`]),
);

/** What a token with these scopes may do. The old scope of profiles serves for contacts as well. */
export function permissionsOf(scopes: readonly string[]): Permissions {
  const granted = Object.fromEntries(parts.map((part) => [part, levelOf(scopes, part)]));
  const permissions: Permissions = { ...nothing, ...granted };
  const { contacts, profiles } = permissions;
  return contacts === 'none' ? { ...permissions, contacts: profiles } : permissions;
}
