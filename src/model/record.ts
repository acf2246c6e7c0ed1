/**
 * The words of this house, as every file uses them:
 *
 * | Word        | Meaning                                                                                              |
 * | ----------- | ---------------------------------------------------------------------------------------------------- |
 * | till        | any point of sale; its database is somebody else's, and we only read it                                |
 * | shop front  | the web shop; we read it, and write stock to it                                                        |
 * | destination | a cloud service that we feed (the CRM, the shop front)                                                 |
 * | row         | what a source gave us, untouched                                                                       |
 * | record      | a row understood in our words: customer, product, stock level, sale                                    |
 * | person      | one human being, joined from the customers of every source                                             |
 * | problem     | something staff must mend: which record, which field, what it says, what is wrong, what to type        |
 * | entry       | one record on its way to one destination, in the outbox                                                |
 * | outcome     | what a connector answered for one entry                                                                |
 * | parked      | an entry that we stopped trying until somebody acts                                                    |
 * | checkpoint  | how far we have read a source                                                                          |
 * | run         | one pass: pull, join, check, push; kept with its counts, times and reasons                             |
 * | guard       | a check that stops a run before it does harm (mass change, empty read, wrong database)                 |
 *
 * In a record, an absent property is a field that the till's profile does not map: we say nothing of it to any
 * destination. `null` is a field that the till has and that stands empty there: destinations are told to clear it.
 */
import type { Customer } from './customer.ts';
import type { Product } from './product.ts';
import type { Sale } from './sale.ts';
import type { ShelfPrice } from './shelf-price.ts';
import type { StockLevel } from './stock-level.ts';

/** Kinds of record, in the order in which destinations must receive them: a sale names its customer, and stock does not wait for prices. */
export const recordKinds = ['customer', 'product', 'sale', 'stock', 'price'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** The kinds that are read from rows, and judged by a destination's rules; stock and prices of a shop front are reckoned from them. */
export const readKinds = ['customer', 'product', 'sale'] as const satisfies readonly RecordKind[];
export type ReadKind = (typeof readKinds)[number];

/** Whether a kind is one of those that are read. */
export function isReadKind(kind: RecordKind | FeedKind): kind is ReadKind {
  return kind === 'customer' || kind === 'product' || kind === 'sale';
}

/** The kind, for whoever takes no other than those that are read. Throws where it is another. */
export function readKindOf(kind: RecordKind): ReadKind {
  if (isReadKind(kind)) return kind;
  throw new TypeError(`a ${kind} came to where only ${readKinds.join(', ')} are taken`);
}

/** Kinds of row that a till is read for; lines and payments become part of their sale's record. */
export const rowKinds = ['customer', 'product', 'sale', 'saleLine', 'payment'] as const;
export type RowKind = (typeof rowKinds)[number];

/** Kinds of row that any source gives: a shop front also tells who ordered (a `buyer`, whom it may know as a customer too) and its stock. */
export const feedKinds = [...rowKinds, 'buyer', 'stock'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** The record that belongs to each kind. */
export interface RecordOf {
  customer: Customer;
  product: Product;
  sale: Sale;
  stock: StockLevel;
  price: ShelfPrice;
}

/** A record of any kind. */
export type AnyRecord = RecordOf[RecordKind];

/** One row as a till gave it: cells in the order of the query's fields. Numbers are exact decimal text, times are wall-clock text, empty is null. */
export type Row = readonly (string | null)[];
