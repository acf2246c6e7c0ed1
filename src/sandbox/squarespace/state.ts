import type { Contact } from './store/contact.ts';
import type { ContactsView } from './store/contacts.ts';
import type { CatalogueView } from './store/catalogue.ts';
import type { OrdersView } from './store/orders.ts';
import type { Order } from './store/order.ts';
import type { OwnedVariant } from './store/product.ts';
import type { Store } from './store/store.ts';

/** Read access to what a site holds. */
export interface SiteState {
  readonly catalogue: CatalogueView;
  readonly orders: OrdersView;
  readonly contacts: ContactsView;
  /** By id or article number; of several with the same number, the first. */
  variant(skuOrId: string): OwnedVariant | undefined;
  /** Pieces by variant id or article number; null where none are counted, undefined where there is no such variant. */
  stock(skuOrId: string): number | null | undefined;
  /** By id or number. */
  order(idOrNumber: string): Order | undefined;
  /** By id or e-mail. */
  contact(idOrEmail: string): Contact | undefined;
}

/** What a store holds, for whoever may only look. */
export function createState({ catalogue, orders, contacts }: Store): SiteState {
  const variant = (skuOrId: string) => catalogue.variant(skuOrId) ?? catalogue.bySku(skuOrId)[0];
  return {
    catalogue,
    orders,
    contacts,
    variant,
    stock(skuOrId) {
      const stock = catalogue.stock.get(variant(skuOrId)?.variant.id ?? '');
      if (!stock) return undefined;
      return stock.unlimited ? null : stock.quantity;
    },
    order: (idOrNumber) => orders.get(idOrNumber) ?? orders.byNumber(idOrNumber),
    contact: (idOrEmail) => contacts.get(idOrEmail) ?? contacts.byEmail(idOrEmail),
  };
}
