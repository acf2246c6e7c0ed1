import type { BeforeNext } from '../faults/before-next.ts';
import type { Order } from '../store/order.ts';
import type { Store } from '../store/store.ts';
import { checkOut } from './checkout.ts';
import type { CheckoutRequest } from './checkout.ts';

/** People at the site. */
export interface Shoppers {
  /**
   * Buys and pays. The pieces leave the stock in the same step. Answers undefined where there are not enough; throws where
   * the article is not sold at all.
   */
  checkout(request: CheckoutRequest): Order | undefined;
  /**
   * Lets something happen once, right before the next request to a path that fits has its effect: between a client's read
   * and its write. A star in the path stands for anything.
   */
  beforeNext(path: string, action: () => void, method?: string): void;
  /** Gives money without ordering anything. */
  donate(donation: { readonly email: string | null; readonly amount: string }): void;
}

/** People at a site with this store. */
export function createShoppers(store: Store, beforeNext: BeforeNext): Shoppers {
  return {
    checkout: (request) => checkOut(store, request),
    beforeNext: beforeNext.add,
    donate({ email, amount }) {
      store.donations.put({ id: store.ids.uuid(), email, amount: store.minor(amount), givenOn: store.now() });
    },
  };
}
