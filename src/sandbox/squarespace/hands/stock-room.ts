import { TillbridgeError } from '../../../support/errors.ts';
import type { SiteContact, SiteOrder, SiteProduct } from '../site.ts';
import type { Contact } from '../store/contact.ts';
import { loadContact } from '../store/load-contact.ts';
import { loadOrder } from '../store/load-order.ts';
import { loadProduct } from '../store/load-product.ts';
import type { Order } from '../store/order.ts';
import type { OwnedVariant, Product, Variant } from '../store/product.ts';
import { putStock } from '../store/put-stock.ts';
import type { Store } from '../store/store.ts';

/** What can be edited of a variant; prices are decimal text, and a sale price of null ends a sale. */
export interface VariantEdit {
  readonly sku?: string;
  readonly price?: string;
  readonly salePrice?: string | null;
  readonly gtin?: string | null;
}

/** What staff do with articles and people in Squarespace itself. A variant is named by its id or its article number. */
export interface StockRoom {
  /** Pieces; null counts none from now on. */
  setStock(variant: string, pieces: number | null): void;
  editProduct(variant: string, edit: { readonly name?: string; readonly visible?: boolean }): Product;
  editVariant(variant: string, edit: VariantEdit): Variant;
  deleteProduct(variant: string): void;
  deleteVariant(variant: string): void;
  /** By id or e-mail. */
  deleteContact(contact: string): void;
  addProduct(product: SiteProduct): Product;
  addContact(contact: SiteContact): Contact;
  /** Puts an order there without taking stock off. */
  addOrder(order: SiteOrder): Order;
}

function nothingThere(what: string): TillbridgeError {
  return new TillbridgeError('settings', `editing the Squarespace sandbox: there is no such ${what}`, {
    hint: `Name a ${what} that is there.`,
  });
}

function meant({ catalogue }: Store, variant: string): OwnedVariant {
  const found = catalogue.variant(variant) ?? catalogue.bySku(variant)[0];
  if (!found) throw nothingThere('variant');
  return found;
}

function edited(store: Store, before: Variant, { sku, price, salePrice, gtin }: VariantEdit): Variant {
  return {
    ...before,
    ...(sku !== undefined && { sku }),
    ...(price !== undefined && { basePrice: store.minor(price) }),
    ...(salePrice !== undefined && {
      onSale: salePrice !== null,
      salePrice: salePrice === null ? 0 : store.minor(salePrice),
    }),
    ...(gtin !== undefined && { gtin }),
  };
}

/** Staff at a store's shelves. */
export function createStockRoom(store: Store): StockRoom {
  const { catalogue, contacts, events } = store;

  function putVariants(product: Product, variants: readonly Variant[]): void {
    catalogue.put({ ...product, variants, modifiedOn: store.now() });
  }

  return {
    setStock(variant, pieces) {
      const { id } = meant(store, variant).variant;
      const before = catalogue.stock.get(id);
      if (before) putStock(store, { id, quantity: pieces ?? before.quantity, unlimited: pieces === null });
    },
    editProduct(variant, { name, visible }) {
      const { product } = meant(store, variant);
      const changed = { ...product, name: name ?? product.name, isVisible: visible ?? product.isVisible };
      catalogue.put({ ...changed, modifiedOn: store.now() });
      return changed;
    },
    editVariant(variant, edit) {
      const { product, variant: before } = meant(store, variant);
      const after = edited(store, before, edit);
      putVariants(
        product,
        product.variants.map((each) => (each.id === before.id ? after : each)),
      );
      return after;
    },
    deleteProduct: (variant) => catalogue.remove(meant(store, variant).product.id),
    deleteVariant(variant) {
      const { product, variant: gone } = meant(store, variant);
      putVariants(
        product,
        product.variants.filter((each) => each.id !== gone.id),
      );
    },
    deleteContact(contact) {
      const found = contacts.get(contact) ?? contacts.byEmail(contact);
      if (!found) throw nothingThere('contact');
      contacts.remove(found.id);
      events.emit({ topic: 'contact.delete', contactId: found.id });
    },
    addProduct: (product) => loadProduct(store, { createdOn: new Date(store.now()).toISOString(), ...product }),
    addContact(contact) {
      const added = loadContact(store, contact);
      events.emit({ topic: 'contact.create', contactId: added.id });
      return added;
    },
    addOrder(given) {
      const order = loadOrder(store, new Map(), given);
      events.emit({ topic: 'order.create', orderId: order.id });
      return order;
    },
  };
}
