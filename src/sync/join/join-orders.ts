import { recogniseOrders, type OrderFinding } from '../../identity/orders.ts';
import { instantOf, type Instant, type TillKey } from '../../model/ids.ts';
import { decimalFromMinor } from '../../model/money.ts';
import type { Engine } from '../engine.ts';
import { findKeyedOrders, type KeyedOrders } from './find-keyed-orders.ts';
import { createJoinedThrough, type ReadFor } from './joined-through.ts';
import type { Joining, JoinedSource } from './joining.ts';
import { createSaleLayer } from './lay-sale.ts';
import { createOrderSide, createSaleSide } from './order-sides.ts';
import type { NearPair, Pair } from './pairs.ts';

/** Recognises which web orders staff keyed into the till, for whatever changed since the last time, and lays pairs over both. */
export async function joinOrders(engine: Engine, joining: Joining, signal: AbortSignal): Promise<void> {
  const [till, website] = joining.sources;
  if (!till || !website) return;
  const through = createJoinedThrough(engine.database);
  const [sales, orders] = [salesOf(till), salesOf(website)];
  const [salesAfter, ordersAfter] = [through.of(sales.reading), through.of(orders.reading)];
  if (salesAfter >= sales.upTo && ordersAfter >= orders.upTo) return;
  const changedOrders = changedKeys(website, ordersAfter, orders.upTo);
  const work = createOrderWork(engine, joining, { till, website });
  const together = (task: () => void): void => engine.database.transaction(task).immediate();

  together(() =>
    work.layAgain([...changedOrders, ...pairedAmong(joining, till, { after: salesAfter, upTo: sales.upTo })]),
  );
  const found = await findKeyedOrders({ engine, joining, till, website, salesAfter, changedOrders, signal });
  together(() => {
    work.take(found, salesAfter);
    through.reached(sales.reading, sales.upTo);
    through.reached(orders.reading, orders.upTo);
  });
}

function salesOf({ id, staging }: JoinedSource): { reading: ReadFor; upTo: number } {
  const upTo = Math.max(staging.feed('sale').lastRow, staging.feed('saleLine').lastRow);
  return { reading: { source: id, name: 'orders', rules: '' }, upTo };
}

function changedKeys({ staging }: JoinedSource, after: number, upTo: number): Set<string> {
  const keys = new Set(staging.changedParents('saleLine', { after, upTo }));
  for (const { key } of staging.changes('sale', { after, upTo, limit: Number.MAX_SAFE_INTEGER })) keys.add(key);
  return keys;
}

/** Changed sales over which something lies: pairs are few, sales are many. */
function pairedAmong(
  { pairs, overlay }: Joining,
  { staging }: JoinedSource,
  { after, upTo }: { after: number; upTo: number },
): string[] {
  const known = pairs.all().map(({ sale }) => sale);
  return known.filter((key) => overlay.row('sale', key) && (staging.row('sale', key)?.id ?? 0) > after && after < upTo);
}

/** What is done about pairs, inside the caller's transaction. */
function createOrderWork(engine: Engine, joining: Joining, sides: { till: JoinedSource; website: JoinedSource }) {
  const { pairs, overlay } = joining;
  const { settings, ledger, destinations } = engine;
  const at: Instant = instantOf(engine.clock());
  const layer = createSaleLayer(joining, at);
  const orderSide = createOrderSide(joining, sides.website, settings);
  const saleSide = createSaleSide(joining, sides.till, settings);

  const money = (minor: number): string => decimalFromMinor(minor, settings.shop.currency);
  const said = ({ day, total }: { day: string; total: number }): string => `${day} ${money(total)}`;
  const isKnown = (key: TillKey): boolean =>
    destinations.some(({ id }) => ledger.has({ destination: id, kind: 'sale', key }));

  /** A pair holds until the till's sale says something else than when it was recognised; that it is gone says nothing. */
  function holds(sale: string): boolean {
    const pair = pairs.ofSale(sale);
    const [orderRow, saleRow] = pair
      ? [sides.website.staging.row('sale', pair.order), sides.till.staging.row('sale', pair.sale)]
      : [];
    const [order, now] = [orderRow && orderSide(orderRow), saleRow && saleSide(saleRow)];
    if (!pair || !order || !now || pair.said === said(now)) return true;
    return recogniseOrders([order], [now]).pairs.some(({ by }) => by === 'reference');
  }

  function layAgain(keys: readonly string[]): void {
    for (const key of keys) {
      const pair = pairs.ofSale(key);
      if (!pair || holds(key)) layer.layAgain(key);
      else {
        pairs.remove(pair);
        pairs.removeNear(pair.carrier);
        layer.layAlone(pair.order);
        layer.layAlone(pair.sale);
      }
      if (pair && agrees(pair)) pairs.removeNear(pair.carrier);
    }
  }

  function take({ pairs: found, findings, orders, sales }: KeyedOrders, salesAfter: number): void {
    for (const { order, sale, by, value } of found) {
      const keyed = sales.get(sale);
      if (!keyed) continue;
      const carrier = isKnown(sale) && !isKnown(order) ? sale : order;
      pairs.removeNear(sale);
      const pair = { order, sale, carrier, ground: by, value, said: said(keyed), since: at };
      pairs.add(pair);
      layer.layPair(pair);
    }
    const near = findings.flatMap((finding) => nearOf(finding, { orders, sales }) ?? []);
    for (const old of pairs.near()) {
      const hasChanged = (sides.till.staging.row('sale', old.sale)?.id ?? 0) > salesAfter;
      if (old.why === 'other_total' || !hasChanged || near.some(({ sale }) => sale === old.sale)) continue;
      pairs.removeNear(old.sale);
      touch(old.sale);
    }
    for (const each of near) {
      const old = pairs.nearOf(each.sale);
      if (old?.why === each.why && old.value === each.value) continue;
      pairs.addNear(each);
      touch(each.sale);
    }
  }

  function nearOf(
    { order, sale, why }: OrderFinding,
    { orders, sales }: Pick<KeyedOrders, 'orders' | 'sales'>,
  ): NearPair | undefined {
    const [ordered, keyed] = [orders.get(order), sales.get(sale)];
    if (!ordered || !keyed) return undefined;
    const value = `order ${ordered.number}: ${said(ordered)}; sale ${sale}: ${said(keyed)}`;
    return { sale: pairs.ofOrder(order)?.carrier ?? keyed.key, order, why, value };
  }

  /** Whether both sides of a pair say the same by now. */
  function agrees({ order, sale }: Pair): boolean {
    const [orderRow, saleRow] = [sides.website.staging.row('sale', order), sides.till.staging.row('sale', sale)];
    const [ordered, keyed] = [orderRow && orderSide(orderRow), saleRow && saleSide(saleRow)];
    return ordered !== undefined && ordered.total === keyed?.total;
  }

  function touch(key: string): void {
    if (!overlay.touch('sale', key)) sides.till.staging.touch('sale', key);
  }

  return { layAgain, take };
}
