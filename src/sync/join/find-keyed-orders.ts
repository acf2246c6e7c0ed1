import type { WritableDatabase } from '../../database/open.ts';
import { recogniseOrders, type RecognisedOrders, type TillSale, type WebOrder } from '../../identity/orders.ts';
import { instantOf, type Instant } from '../../model/ids.ts';
import { minorFromDecimal } from '../../model/money.ts';
import { localDateOf } from '../../model/wall-clock.ts';
import type { Settings } from '../../settings/settings.ts';
import type { StagedRow, Staging } from '../../staging/staging.ts';
import { momentOf } from '../../validation/read/date.ts';
import type { Engine } from '../engine.ts';
import { giveWay } from '../../support/give-way.ts';
import type { Joining, JoinedSource } from './joining.ts';
import { createOrderSide, createSaleSide } from './order-sides.ts';

/** So many sales are looked at before others get a turn. */
const salesATime = 2000;

const day = 86_400_000;

/** What is to be looked through. */
export interface OrderSearch {
  readonly engine: Engine;
  readonly joining: Joining;
  readonly till: JoinedSource;
  readonly website: JoinedSource;
  /** Sales that changed after this row have not been looked at. */
  readonly salesAfter: number;
  /** Orders that came or changed: older sales may be theirs. */
  readonly changedOrders: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

/** What was recognised among sales and orders that are no pair yet, with the two sides by their keys. */
export interface KeyedOrders extends RecognisedOrders {
  readonly orders: ReadonlyMap<string, WebOrder>;
  readonly sales: ReadonlyMap<string, TillSale>;
}

/** Looks for web orders among the till's sales: those that changed, and as far back as a changed order could have been keyed. */
export async function findKeyedOrders(search: OrderSearch): Promise<KeyedOrders> {
  const orders = openOrders(search);
  const changed = orders.filter(({ key }) => search.changedOrders.has(key));
  const after = Math.min(search.salesAfter, rowBefore(search.engine.database, search.till.id, changed));
  const sales = await likelySales(search, orders, after);
  return {
    ...recogniseOrders(orders, sales),
    orders: new Map(orders.map((order) => [order.key, order])),
    sales: new Map(sales.map((sale) => [sale.key, sale])),
  };
}

function openOrders({ engine, joining, website }: OrderSearch): WebOrder[] {
  const sideOf = createOrderSide(joining, website, engine.settings);
  const orders: WebOrder[] = [];
  for (const key of keysOf(website.staging)) {
    if (joining.pairs.ofOrder(key)) continue;
    const row = website.staging.row('sale', key);
    const order = row && sideOf(row);
    if (order) orders.push(order);
  }
  return orders;
}

function* keysOf(staging: Staging): Generator<string> {
  for (let after = ''; ;) {
    const keys = staging.keys('sale', after, salesATime);
    yield* keys;
    const last = keys.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** The last row that was read before any of the orders was placed: nobody can have keyed them before that. */
function rowBefore(database: WritableDatabase, source: string, orders: readonly WebOrder[]): number {
  const [first] = orders.map((order) => order.day).toSorted();
  if (first === undefined) return Number.MAX_SAFE_INTEGER;
  const since = instantOf(Date.parse(first) - day);
  const pulls = database
    .prepare<[{ source: string; since: Instant }], { known: number; first: number | null }>(
      `SELECT count(*) FILTER (WHERE finished_at < $since) AS known, min(first_row) FILTER (WHERE finished_at >= $since) AS first
       FROM pull WHERE source = $source AND finished_at IS NOT NULL`,
    )
    .get({ source, since });
  return pulls && pulls.known > 0 ? (pulls.first ?? Number.MAX_SAFE_INTEGER) - 1 : 0;
}

async function likelySales(search: OrderSearch, orders: readonly WebOrder[], after: number): Promise<TillSale[]> {
  const { engine, joining, till, signal } = search;
  const { staging } = till;
  const isLikely = createLikeness(staging, orders, engine.settings);
  const sideOf = createSaleSide(joining, till, engine.settings);
  const sales: TillSale[] = [];
  const { lastRow: upTo } = staging.feed('sale');
  for (let from = after; from < upTo && orders.length > 0;) {
    signal.throwIfAborted();
    const rows = staging.changes('sale', { after: from, upTo, limit: salesATime });
    for (const row of rows) {
      const sale = isLikely(row) && !joining.pairs.ofSale(row.key) ? sideOf(row) : undefined;
      if (sale) sales.push(sale);
    }
    from = rows.at(-1)?.id ?? upTo;
    await giveWay();
  }
  return sales;
}

/** A quick look at a sale's cells, before it is read with its lines: does it name an order, or was something ordered for as much on that day? */
function createLikeness(
  staging: Staging,
  orders: readonly WebOrder[],
  { shop }: Settings,
): (row: StagedRow) => boolean {
  const { fields } = staging.feed('sale');
  const [reference, soldAt, total] = ['reference', 'soldAt', 'total'].map((field) => fields.indexOf(field));
  const numbers = new Set(orders.map(({ number }) => number.replace(/\D/g, '')));
  const days = new Set(orders.map((order) => order.day));
  const totals = new Set(orders.map((order) => order.total));
  return ({ cells }) => {
    const named = cells?.[reference ?? -1]?.match(/\d+/g) ?? [];
    if (named.some((digits) => numbers.has(digits) || numbers.has(digits.replace(/^0+/, '')))) return true;
    const minor = minorFromDecimal(cells?.[total ?? -1] ?? '', shop.currency);
    if (minor !== undefined && !totals.has(minor)) return false;
    const at = momentOf(cells?.[soldAt ?? -1] ?? '', shop);
    return Boolean(at && days.has(localDateOf(at, shop.timeZone)));
  };
}
