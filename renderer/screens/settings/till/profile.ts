import type { ApiClient } from '../../../../src/api/client.ts';

/** What the till's columns mean. */
export type Profile = NonNullable<Awaited<ReturnType<ApiClient['till']['profile']>>>;

/** The kinds of row that a profile speaks of. */
export const profileKinds = [
  'customer',
  'product',
  'sale',
  'saleLine',
  'payment',
] as const satisfies readonly (keyof Profile)[];
export type ProfileKind = (typeof profileKinds)[number];

/** How one kind is read. */
export type ProfileQuery = NonNullable<Profile[ProfileKind]>;

/** The fields that each kind may have, as the engine names them. */
export const fieldsOfKind: Readonly<Record<ProfileKind, readonly string[]>> = {
  customer:
    `key title firstName lastName fullName company email phone mobile line1 line2 town county postcode country birthday
    anniversary marketingEmail marketingSms marketingPost consentedAt tags ringSize notes firstSeenAt lastPurchaseAt`.split(
      /\s+/,
    ),
  product: 'key sku name category metal stone price currency barcode stock active updatedAt'.split(' '),
  sale: 'key customerKey soldAt currency total staff promoCode reference'.split(' '),
  saleLine: 'key saleKey sku description quantity unitPrice discount lineTotal'.split(' '),
  payment: 'key saleKey method amount'.split(' '),
};
