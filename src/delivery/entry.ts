import { z } from 'zod';
import type { Operation } from '../connectors/contract.ts';
import { customer } from '../model/customer.ts';
import type { Facts } from '../model/facts.ts';
import type { DestinationId, Instant, TillKey } from '../model/ids.ts';
import { product } from '../model/product.ts';
import type { AnyRecord, RecordKind } from '../model/record.ts';
import type { Fault } from '../model/rule-pack.ts';
import { sale } from '../model/sale.ts';
import { shelfPrice } from '../model/shelf-price.ts';
import { stockLevel } from '../model/stock-level.ts';
import { oneOf } from '../support/kind-words.ts';

/** One record at one destination. */
export interface Subject {
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly key: TillKey;
}

/** A record by its kind and key, wherever it is. */
export interface RecordName {
  readonly kind: RecordKind;
  readonly key: TillKey;
}

/** The values that only one record of its kind may carry at a destination, by field, as the destination compares them. */
export type Uniques = Readonly<Record<string, string>>;

/** `waiting` for its turn; `claimed` by a request under way; `accepted` by the far side, which will answer later; `parked` until somebody acts; `discarded` by a person, until the record changes. */
export type EntryState = 'waiting' | 'claimed' | 'accepted' | 'parked' | 'discarded';

/** One record on its way to one destination. */
export interface Entry extends Subject {
  readonly id: number;
  readonly operation: Operation;
  readonly hash: string;
  readonly watched: Facts | null;
  readonly uniques: Uniques | null;
  readonly dependsOn: RecordName | null;
  /** The record into which it is merged; null for every other operation. */
  readonly into: TillKey | null;
  /** The watched facts that the destination had when the entry's batch was made; null where it had none. */
  readonly held: Facts | null;
  /** The watched facts as far as the destination can take them now: they go first, and the whole after them. */
  readonly partly: Facts | null;
  readonly state: EntryState;
  readonly attempts: number;
  readonly notBefore: Instant | null;
  readonly reason: string | null;
  readonly faults: readonly Fault[] | null;
  readonly mayHaveArrived: boolean;
  /** The fields that the sending under way leaves empty, so that another record may take their values first. */
  readonly cleared: readonly string[] | null;
  /** The far side did not take it with those fields empty. */
  readonly cannotClear: boolean;
  readonly createdAt: Instant;
  readonly claimedAt: Instant | null;
  /** Null where the record is to be put away or merged. */
  readonly record: AnyRecord | null;
}

/** A row of the table `outbox`, as it is stored. */
export interface EntryRow {
  readonly id: number;
  readonly destination: DestinationId;
  readonly kind: RecordKind;
  readonly key: TillKey;
  readonly operation: Operation;
  readonly hash: string;
  readonly watched: string | null;
  readonly uniques: string | null;
  readonly depends_kind: RecordKind | null;
  readonly depends_key: TillKey | null;
  readonly into_key: TillKey | null;
  readonly held: string | null;
  readonly partly: string | null;
  readonly state: EntryState;
  readonly attempts: number;
  readonly not_before: Instant | null;
  readonly reason: string | null;
  readonly faults: string | null;
  readonly may_have_arrived: number;
  readonly batch: string | null;
  readonly cleared: string | null;
  readonly cannot_clear: number;
  readonly created_at: Instant;
  readonly claimed_at: Instant | null;
  readonly record: string | null;
}

const records: Readonly<Record<RecordKind, z.ZodType<AnyRecord>>> = {
  customer,
  product,
  sale,
  stock: stockLevel,
  price: shelfPrice,
};
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const uniques = z.record(z.string(), z.string());
const fields = z.array(z.string());
const faults = z.array(
  z
    .object({ field: z.string(), code: z.string(), message: z.string().optional() })
    .transform(({ message, ...fault }): Fault => (message === undefined ? fault : { ...fault, message })),
);

function read<T>(schema: z.ZodType<T>, text: string | null): T | null {
  return text === null ? null : schema.parse(JSON.parse(text));
}

/** The facts that were stored as this text. */
export const readFacts = (text: string | null): Facts | null => read(facts, text);

/** The unique values that were stored as this text. */
export const readUniques = (text: string | null): Uniques | null => read(uniques, text);

/** An entry read back from its row. Throws where the row is not one that we wrote. */
export function entryOf(row: EntryRow): Entry {
  const { id, destination, kind, key, operation, hash, state, attempts, reason } = row;
  const plain = { id, destination, kind, key, operation, hash, state, attempts, reason };
  return {
    ...plain,
    watched: readFacts(row.watched),
    uniques: readUniques(row.uniques),
    dependsOn: row.depends_kind && row.depends_key ? { kind: row.depends_kind, key: row.depends_key } : null,
    into: row.into_key,
    held: readFacts(row.held),
    partly: readFacts(row.partly),
    notBefore: row.not_before,
    faults: read(faults, row.faults),
    mayHaveArrived: row.may_have_arrived === 1,
    cleared: read(fields, row.cleared),
    cannotClear: row.cannot_clear === 1,
    createdAt: row.created_at,
    claimedAt: row.claimed_at,
    record: read(records[kind], row.record),
  };
}

/** Whether the sending under way says the whole record, and not first what can be said of it. */
export function isWhole({ cleared, partly }: Pick<Entry, 'cleared' | 'partly'>): boolean {
  return cleared === null && partly === null;
}

/** The unique values with which an entry is sent: without those that this sending leaves empty. */
export function sentUniques({ uniques: all, cleared }: Pick<Entry, 'uniques' | 'cleared'>): Uniques | null {
  if (all === null || cleared === null) return all;
  return Object.fromEntries(Object.entries(all).filter(([field]) => !cleared.includes(field)));
}

/** What is stored for a value that may be absent or null. */
export function stored(value: object | null | undefined): string | null {
  return value ? JSON.stringify(value) : null;
}

/** A record as people name it: `customer 10433`, `article R-118`. */
export function nameOf({ kind, key }: RecordName): string {
  return `${oneOf(kind)} ${key}`;
}
