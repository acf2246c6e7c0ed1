import type { Page, PageRow, ShopFront, Stream } from '../../src/connectors/shop-front.ts';
import { TillbridgeError } from '../../src/support/errors.ts';

/** A small website that lives in a test: contacts by full scan, orders by what changed; and what may go wrong with it. */
export interface PagedShopFront extends ShopFront {
  /** Names by key. */
  readonly contacts: Map<string, string>;
  /** What its articles are called, by key. */
  readonly articles: Map<string, string>;
  /** Orders in the order in which they changed: key, total, article numbers. */
  readonly orders: [key: string, total: string, ...skus: string[]][];
  /** The page that is asked for next, and every one after it, as long as it says so. */
  trouble: 'none' | 'unreachable' | 'refused' | 'defect';
  /** How many pages it gives before the trouble shows. */
  pagesBeforeTrouble: number;
  /** The pages that were asked for, by stream. */
  readonly asked: string[];
}

const troubles = {
  unreachable: () =>
    new TillbridgeError('unreachable', 'reading the website: no answer', { hint: 'It may answer again.' }),
  refused: () =>
    new TillbridgeError('settings', 'reading the website: the key was not taken', { hint: 'Make a new key.' }),
  defect: () => new Error('a bug'),
} as const;

/** A website that gives so many rows a page. */
export function createPagedShopFront(rowsAPage: number): PagedShopFront {
  const front: PagedShopFront = {
    contacts: new Map(),
    articles: new Map(),
    orders: [],
    trouble: 'none',
    pagesBeforeTrouble: 0,
    asked: [],
    prefix: 'web-',
    fields: {
      customer: ['key', 'lastName'],
      product: ['key', 'name'],
      sale: ['key', 'total'],
      saleLine: ['key', 'sku'],
    },
    origins: { customer: { lastName: 'Contacts: Last name' } },
    streams: [],
    stockOf: () => Promise.resolve([]),
    startCounting: () => Promise.resolve('gone'),
  };

  function giveOrFail(name: string): void {
    front.asked.push(name);
    if (front.trouble !== 'none' && front.pagesBeforeTrouble-- <= 0) throw troubles[front.trouble]();
  }

  async function* pagesOf(name: string, all: () => PageRow[], from: number): AsyncGenerator<Page> {
    for (let at = from; ; at += rowsAPage) {
      giveOrFail(name);
      await Promise.resolve();
      const rows = all();
      yield { rows: rows.slice(at, at + rowsAPage), position: String(Math.min(at + rowsAPage, rows.length)) };
      if (at + rowsAPage >= rows.length) return;
    }
  }

  const sweep = (name: string, kind: 'customer' | 'product', rows: Map<string, string>): Stream => ({
    name,
    kinds: [kind],
    brings: 'everything',
    read(position) {
      const all = (): PageRow[] => [...rows].map(([key, text]) => ({ kind, key, parent: null, cells: [key, text] }));
      // After its last page a sweep begins at the first again.
      const from = position === null || Number(position) >= rows.size ? 0 : Number(position);
      return pagesOf(name, all, from);
    },
  });
  const orders: Stream = {
    name: 'orders',
    kinds: ['sale'],
    brings: 'changes',
    read: (position) => pagesOf('orders', () => front.orders.map(orderRow), Number(position ?? 0)),
  };
  return Object.assign(front, {
    streams: [orders, sweep('contacts', 'customer', front.contacts), sweep('products', 'product', front.articles)],
  });
}

function orderRow([key, total, ...skus]: PagedShopFront['orders'][number]): PageRow {
  const parts = skus.map((sku) => `${key}-${sku}`);
  return {
    kind: 'sale',
    key,
    parent: null,
    cells: [key, total],
    parts: parts.map((part, index) => ({
      kind: 'saleLine',
      key: part,
      parent: key,
      cells: [part, skus[index] ?? null],
    })),
  };
}
