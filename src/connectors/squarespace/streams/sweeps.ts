import type { PageRow, Stream } from '../../shop-front.ts';
import type { Listed, SquarespaceApi } from '../api.ts';
import { contactRow, profileRow } from '../mapping/contact-row.ts';
import { productRows, stockRow } from '../mapping/product-rows.ts';
import { createSweep } from './sweep.ts';

function rowsOf<T>(listed: Listed<T>, rowsFrom: (item: T) => readonly PageRow[]): Listed<PageRow> {
  return typeof listed === 'string' ? listed : { ...listed, items: listed.items.flatMap(rowsFrom) };
}

/** Everybody whom the site knows: by Contacts, or, where the key may not read them or the site has none, by Profiles. */
export function createContacts(api: SquarespaceApi): Stream {
  // A key's permissions never change, so it need not be asked for each page.
  let isClosed = false;
  return createSweep({
    name: 'contacts',
    kind: 'customer',
    permission: 'Contacts',
    async list(cursor, signal) {
      const listed = isClosed ? 'closed' : await api.contacts(cursor, signal);
      isClosed = listed === 'closed';
      return isClosed
        ? rowsOf(await api.profiles(cursor, signal), (profile) => [profileRow(profile)])
        : rowsOf(listed, (contact) => [contactRow(contact)]);
    },
  });
}

/** Everything that is sold there, by variant. */
export function createProducts(api: SquarespaceApi): Stream {
  return createSweep({
    name: 'products',
    kind: 'product',
    permission: 'Products',
    list: async (cursor, signal) => rowsOf(await api.products(cursor, signal), productRows),
  });
}

/** What is left of each variant. */
export function createInventory(api: SquarespaceApi): Stream {
  return createSweep({
    name: 'stock',
    kind: 'stock',
    permission: 'Inventory',
    list: async (cursor, signal) => rowsOf(await api.inventory(cursor, signal), (item) => [stockRow(item)]),
  });
}
