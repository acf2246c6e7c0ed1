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

/** Kinds of record, in the order in which destinations must receive them: a sale names its customer. */
export const recordKinds = ['customer', 'product', 'sale'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Kinds of row that a till is read for; lines and payments become part of their sale's record. */
export const rowKinds = ['customer', 'product', 'sale', 'saleLine', 'payment'] as const;
export type RowKind = (typeof rowKinds)[number];

/** The record that belongs to each kind. */
export interface RecordOf {
  customer: Customer;
  product: Product;
  sale: Sale;
}

/** A record of any kind. */
export type AnyRecord = RecordOf[RecordKind];

/** One row as a till gave it: cells in the order of the query's fields. Numbers are exact decimal text, times are wall-clock text, empty is null. */
export type Row = readonly (string | null)[];
