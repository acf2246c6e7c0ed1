import type { WritableDatabase } from '../../database/open.ts';
import type { Instant, TillKey } from '../../model/ids.ts';

/** A web order that staff keyed into the till: one sale, which both of them tell of. */
export interface Pair {
  readonly order: TillKey;
  readonly sale: TillKey;
  /** The key of the two under which destinations know the one sale. */
  readonly carrier: TillKey;
  /** Why they are one: `reference`, or whatever else they have in common. */
  readonly ground: string;
  /** What they have in common, as people read it. */
  readonly value: string;
  /** What the till's sale said when it was recognised: whether it still holds is judged by that. */
  readonly said: string;
  readonly since: Instant;
}

/** A sale of which staff should know that it may be a web order, or differs from the one that it is. */
export interface NearPair {
  /** The key under which the sale is seen. */
  readonly sale: TillKey;
  readonly order: TillKey;
  readonly why: 'other_total' | 'ambiguous';
  /** What stands on either side, for people. */
  readonly value: string;
}

const columns = 'order_key AS "order", sale_key AS sale, carrier, ground, value, said, since';

function prepare(database: WritableDatabase) {
  return {
    all: database.prepare<[], Pair>(`SELECT ${columns} FROM keyed_order ORDER BY order_key`),
    ofOrder: database.prepare<[string], Pair>(`SELECT ${columns} FROM keyed_order WHERE order_key = ?`),
    ofSale: database.prepare<[string], Pair>(`SELECT ${columns} FROM keyed_order WHERE sale_key = ?`),
    add: database.prepare<[Pair]>(
      `INSERT INTO keyed_order (order_key, sale_key, carrier, ground, value, said, since)
       VALUES ($order, $sale, $carrier, $ground, $value, $said, $since)`,
    ),
    carry: database.prepare<[TillKey, TillKey]>('UPDATE keyed_order SET carrier = ? WHERE order_key = ?'),
    remove: database.prepare<[TillKey]>('DELETE FROM keyed_order WHERE order_key = ?'),
    near: database.prepare<[string], NearPair>(
      'SELECT sale_key AS sale, order_key AS "order", why, value FROM near_order WHERE sale_key = ?',
    ),
    allNear: database.prepare<[], NearPair>(
      'SELECT sale_key AS sale, order_key AS "order", why, value FROM near_order ORDER BY sale_key',
    ),
    addNear: database.prepare<[NearPair]>(
      'INSERT OR REPLACE INTO near_order (sale_key, order_key, why, value) VALUES ($sale, $order, $why, $value)',
    ),
    removeNear: database.prepare<[string, string]>('DELETE FROM near_order WHERE sale_key = ? OR order_key = ?'),
  };
}

/** The web orders that were keyed into the till, as far as they were recognised. A pair stays when the till clears its old sales away. */
export interface Pairs {
  all(): readonly Pair[];
  ofOrder(key: string): Pair | undefined;
  /** By the till's sale. */
  ofSale(key: string): Pair | undefined;
  add(pair: Pair): void;
  /** Destinations know the sale by this key now. */
  carry(pair: Pair, carrier: TillKey): void;
  remove(pair: Pair): void;
  /** What looks like a keyed order, and differs from it in something. */
  near(): readonly NearPair[];
  /** By the key under which the sale is seen. */
  nearOf(sale: string): NearPair | undefined;
  addNear(near: NearPair): void;
  /** Forgets what was near to this sale, or to this order. */
  removeNear(key: string): void;
}

/** The pairs in our own database. Writing happens inside the caller's transaction. */
export function createPairs(database: WritableDatabase): Pairs {
  const statements = prepare(database);
  return {
    all: () => statements.all.all(),
    ofOrder: (key) => statements.ofOrder.get(key),
    ofSale: (key) => statements.ofSale.get(key),
    add: (pair) => void statements.add.run(pair),
    carry: ({ order }, carrier) => void statements.carry.run(carrier, order),
    remove: ({ order }) => void statements.remove.run(order),
    near: () => statements.allNear.all(),
    nearOf: (sale) => statements.near.get(sale),
    addNear: (near) => void statements.addNear.run(near),
    removeNear: (key) => void statements.removeNear.run(key, key),
  };
}
