import type { Instant } from '../../model/ids.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { momentOf } from '../../validation/read/date.ts';
import type { JoinedSource } from './joining.ts';

/** When somebody bought for the first and for the last time. */
export interface Purchases {
  readonly first: Instant;
  readonly last: Instant;
}

/** Finds out when a customer of a source bought, from the sales that name them; orders that are no sales do not count. */
export function createPurchases({ staging }: JoinedSource, shop: ShopSettings): (key: string) => Purchases | undefined {
  const { fields } = staging.feed('sale');
  const soldAt = fields.indexOf('soldAt');
  const standing = fields.indexOf('standing');
  if (soldAt < 0) return () => undefined;
  return (key) => {
    const moments = staging.children('sale', key).flatMap(({ cells }) => {
      const text = cells?.[soldAt] ?? null;
      const counts = standing < 0 || cells?.[standing] === 'sale';
      return text === null || !counts ? [] : (momentOf(text, shop) ?? []);
    });
    const [first, ...rest] = moments.toSorted();
    return first === undefined ? undefined : { first, last: rest.at(-1) ?? first };
  };
}
