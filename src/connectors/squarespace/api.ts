import type { z } from 'zod';
import type { Calls, Question } from './calls.ts';
import type { WireContact, WireProfile } from './wire/contact.ts';
import { contact, profile } from './wire/contact.ts';
import type { Order } from './wire/order.ts';
import { order, paymentStates } from './wire/order.ts';
import type { ListPage } from './wire/page.ts';
import { listPage } from './wire/page.ts';
import type { InventoryItem, WireProduct } from './wire/product.ts';
import { inventoryItem, product } from './wire/product.ts';
import type { Transaction } from './wire/transaction.ts';
import { transaction } from './wire/transaction.ts';
import type { Website } from './wire/website.ts';
import { website } from './wire/website.ts';
import { inventoryOf } from './inventory-of.ts';

/** From when to when something was last changed, as ISO 8601. Whether the ends belong to it, the site does not say. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Where in a list to read: at the beginning of what was changed in a span, or on from a cursor, which stands alone. */
export type Place = Span | { readonly cursor: string };

/** What became of asking for a page: `stale` where the site does not know the cursor any more, `closed` where the key may not read this at all. */
export type Listed<T> = ListPage<T> | 'stale' | 'closed';

/** What the site is asked, after the reference page. Every call throws as `Calls.ask` does. */
export interface SquarespaceApi {
  website(signal: AbortSignal): Promise<Website>;
  orders(place: Place, signal: AbortSignal): Promise<Listed<Order>>;
  /** What was paid for one order. */
  transactionsOf(orderId: string, signal: AbortSignal): Promise<Listed<Transaction>>;
  products(cursor: string | null, signal: AbortSignal): Promise<Listed<WireProduct>>;
  inventory(cursor: string | null, signal: AbortSignal): Promise<Listed<InventoryItem>>;
  contacts(cursor: string | null, signal: AbortSignal): Promise<Listed<WireContact>>;
  profiles(cursor: string | null, signal: AbortSignal): Promise<Listed<WireProfile>>;
  /** Whether the key may read this part of the site; a site that has no such part counts as one that may not be read. */
  mayRead(part: SitePart, signal: AbortSignal): Promise<boolean>;
  /** What is left of these variants; those that the site does not know are left out. */
  inventoryOf(variantIds: readonly string[], signal: AbortSignal): Promise<readonly InventoryItem[]>;
}

/** The parts of a site for which a key is made, one by one, and the cheapest question that shows whether it may read them. */
const parts = {
  Orders: { path: '/1.0/commerce/orders', query: { fulfillmentStatus: 'PENDING' } },
  Products: { path: '/v2/commerce/products', query: { query: 'tillbridge' } },
  Inventory: { path: '/1.0/commerce/inventory', query: {} },
  Contacts: { path: '/v1/contacts', query: { pageSize: '1' } },
  Profiles: { path: '/1.0/profiles', query: { filter: 'email,nobody@example.com' } },
  Transactions: { path: '/1.0/commerce/transactions', query: { orderId: '0'.repeat(24) } },
} as const;

/** A part of a site, as Squarespace calls its permission. */
export type SitePart = keyof typeof parts;

/** What one request for contacts may bring; of everything else a page has 50. */
const contactsPerPage = '1000';

const pages = {
  orders: listPage('result', order),
  transactions: listPage('documents', transaction),
  products: listPage('products', product),
  inventory: listPage('inventory', inventoryItem),
  contacts: listPage('contacts', contact),
  profiles: listPage('profiles', profile),
} as const;

function placeQuery(place: Place): Readonly<Record<string, string>> {
  return 'cursor' in place ? { cursor: place.cursor } : { modifiedAfter: place.from, modifiedBefore: place.to };
}

/** The calls of one site, by what they are for. */
export function createSquarespaceApi(calls: Calls): SquarespaceApi {
  async function list<T>(question: Question, schema: z.ZodType<ListPage<T>>, signal: AbortSignal): Promise<Listed<T>> {
    const answer = await calls.ask(question, signal);
    if (answer.status === 403) return 'closed';
    // Contacts are younger than some sites' versions of the API.
    if (answer.status === 404 && question.path === '/v1/contacts') return 'closed';
    if (answer.status === 400 && question.query?.['cursor'] !== undefined) return 'stale';
    return calls.take(question, answer, schema);
  }

  const sweep = (about: string, path: string) => (cursor: string | null) =>
    ({ about, method: 'GET', path, query: cursor === null ? {} : { cursor } }) satisfies Question;
  const productsAt = sweep('products', '/v2/commerce/products');
  const inventoryAt = sweep('stock', '/1.0/commerce/inventory');
  const profilesAt = sweep('customers', '/1.0/profiles');

  return {
    async website(signal) {
      const question = { about: 'the site', method: 'GET', path: '/1.0/authorization/website' } satisfies Question;
      return calls.take(question, await calls.ask(question, signal), website);
    },
    orders(place, signal) {
      // A cursor remembers the states; what is not named here, the site would hide.
      const states = 'cursor' in place ? {} : { paymentStates: paymentStates.join(',') };
      const query = { ...placeQuery(place), ...states };
      return list({ about: 'orders', method: 'GET', path: '/1.0/commerce/orders', query }, pages.orders, signal);
    },
    async transactionsOf(orderId, signal) {
      const path = '/1.0/commerce/transactions';
      const question = { about: 'payments', method: 'GET', path, query: { orderId } } satisfies Question;
      const answer = await calls.ask(question, signal);
      if (answer.status === 403) return 'closed';
      // An order can be told without them, so a site that knows of none, or not how to look, does not stop the orders.
      return answer.status === 200 ? calls.take(question, answer, pages.transactions) : { items: [], next: null };
    },
    products: (cursor, signal) => list(productsAt(cursor), pages.products, signal),
    inventory: (cursor, signal) => list(inventoryAt(cursor), pages.inventory, signal),
    profiles: (cursor, signal) => list(profilesAt(cursor), pages.profiles, signal),
    async contacts(cursor, signal) {
      const question = { about: 'customers', method: 'GET', path: '/v1/contacts' } as const;
      const size = { pageSize: contactsPerPage };
      if (cursor === null) return await list({ ...question, query: size }, pages.contacts, signal);
      const listed = await list({ ...question, query: { ...size, cursor } }, pages.contacts, signal);
      // Where a cursor must stand alone, it remembers the size.
      return listed === 'stale' ? await list({ ...question, query: { cursor } }, pages.contacts, signal) : listed;
    },
    async mayRead(part, signal) {
      const { path, query } = parts[part];
      const { status } = await calls.ask({ about: part.toLowerCase(), method: 'GET', path, query }, signal);
      return status !== 403 && (status !== 404 || part === 'Transactions');
    },
    inventoryOf: (variantIds, signal) => inventoryOf(calls, variantIds, signal),
  };
}
