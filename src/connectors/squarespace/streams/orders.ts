import { z } from 'zod';
import type { Page, PageRow, Stream } from '../../shop-front.ts';
import type { SquarespaceApi } from '../api.ts';
import { buyerRow, orderRow } from '../mapping/order-rows.ts';
import type { Order } from '../wire/order.ts';
import { parsedPosition } from './parsed-position.ts';
import type { Refunds } from './refunds.ts';
import { closed, lost } from './trouble.ts';
import type { Rest } from './window.ts';
import { restAfter } from './window.ts';

/** Either a pass has ended, and everything changed before `until` was read, or a pass is on its way through its window. */
const position = z.union([
  z.strictObject({ until: z.iso.datetime() }),
  z.strictObject({
    /** The end of the whole window, fixed when the pass began. */
    pinned: z.iso.datetime(),
    span: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }),
    cursor: z.string().nullable(),
  }),
]);

/** What orders are read with. */
export interface OrdersParts {
  readonly api: Pick<SquarespaceApi, 'orders'>;
  readonly refunds: Refunds;
  /** The end of a window that begins to be read now, as ISO 8601 by the site's own clock. */
  readonly end: (signal: AbortSignal) => Promise<string>;
  /** How far a window reaches back behind the end of the one before, in milliseconds. */
  readonly overlap: number;
}

/** Before there was such a site. */
const beginning = '2000-01-01T00:00:00.000Z';

/** How often a pass begins its window again because the site has forgotten its cursor. */
const mostRestarts = 2;

/** Of orders that are told twice, the one that was changed last. */
function uniqueOrders(orders: readonly Order[]): readonly Order[] {
  const byId = new Map<string, Order>();
  for (const order of orders) {
    const other = byId.get(order.id);
    if (!other || (order.modifiedOn ?? '') >= (other.modifiedOn ?? '')) byId.set(order.id, order);
  }
  return [...byId.values()];
}

/** Rows of those who placed the orders: of each the latest of this page, unless this pass has met a later one. */
function createBuyers(): (orders: readonly Order[]) => readonly PageRow[] {
  const latest = new Map<string, string>();
  return (orders) => {
    const rows = new Map<string, PageRow>();
    for (const order of orders) {
      const row = buyerRow(order);
      const at = order.createdOn ?? '';
      if (!row || at < (latest.get(row.key) ?? '')) continue;
      latest.set(row.key, at);
      rows.set(row.key, row);
    }
    return [...rows.values()];
  };
}

/**
 * Reads orders by when they were changed: each pass a window whose end is fixed before its first page, and which begins a
 * little before the end of the window before it. An order that is changed while we page through leaves the window, and
 * comes with the next one.
 */
export function createOrders({ api, refunds, end, overlap }: OrdersParts): Stream {
  async function windowFrom(text: string | null, signal: AbortSignal): Promise<Rest & { readonly pinned: string }> {
    const at = parsedPosition(position, text);
    if (at && 'pinned' in at) return at;
    const pinned = await end(signal);
    const before = at ? new Date(Date.parse(at.until) - overlap).toISOString() : beginning;
    // A clock that was put back must not make a window that ends before it begins.
    const from = before < pinned ? before : new Date(Date.parse(pinned) - overlap - 1).toISOString();
    return { pinned, span: { from, to: pinned }, cursor: null };
  }

  async function* read(from: string | null, signal: AbortSignal): AsyncGenerator<Page> {
    const { pinned, ...begun } = await windowFrom(from, signal);
    const buyersOf = createBuyers();
    const known = new Map<string, string | null>();
    let restarts = 0;
    let rest: Rest | null = begun;
    while (rest !== null) {
      const { span, cursor }: Rest = rest;
      const listed = await api.orders(cursor === null ? span : { cursor }, signal);
      if (listed === 'closed') throw closed('orders', 'Orders');
      if (listed === 'stale') {
        restarts += 1;
        if (restarts > mostRestarts) throw lost('orders');
        rest = { span, cursor: null };
        continue;
      }
      const fresh = uniqueOrders(listed.items).filter(({ id, modifiedOn }) => known.get(id) !== (modifiedOn ?? ''));
      for (const { id, modifiedOn } of fresh) known.set(id, modifiedOn ?? '');
      const rows: PageRow[] = [];
      for (const order of fresh) rows.push(orderRow(order, await refunds(order, signal)));
      rest = restAfter(rest, { times: listed.items.map(({ modifiedOn }) => modifiedOn), next: listed.next });
      const next = rest === null ? { until: pinned } : { pinned, ...rest };
      yield { rows: [...buyersOf(fresh), ...rows], position: JSON.stringify(next) };
    }
  }

  return { name: 'orders', kinds: ['sale', 'buyer'], brings: 'changes', read };
}
