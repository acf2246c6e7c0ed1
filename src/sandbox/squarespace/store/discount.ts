/** What a discount is for. */
export const criteria = ['ANY_ORDER', 'CART_TOTAL', 'PRODUCT', 'BUY_X_GET_Y'] as const;

/** A discount of the shop. What it takes off is not reckoned here: orders say themselves what was taken off them. */
export interface Discount {
  readonly id: string;
  readonly createdOn: number;
  readonly name: string;
  readonly criteria: { readonly type: string };
  readonly template: { readonly type: string };
  /** Null where it applies by itself. */
  readonly promoCode: string | null;
  readonly validFrom: number | null;
  readonly validTo: number | null;
  readonly maxUses: number | null;
  readonly isOncePerCustomer: boolean;
}

/** Where a discount stands at a moment. */
export function statusOf({ validFrom, validTo }: Discount, now: number): 'ACTIVE' | 'EXPIRED' | 'SCHEDULED' {
  if (validTo !== null && validTo <= now) return 'EXPIRED';
  return validFrom !== null && validFrom > now ? 'SCHEDULED' : 'ACTIVE';
}
