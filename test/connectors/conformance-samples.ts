import type { Batch, Connector, Operation, Parcel } from '../../src/connectors/contract.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { TillKey } from '../../src/model/ids.ts';
import type { AnyRecord, ReadKind, RecordKind } from '../../src/model/record.ts';
import { readKindOf } from '../../src/model/record.ts';

/** A record that a far side takes. */
export interface Sample {
  readonly key: TillKey;
  readonly record: AnyRecord;
  /** What the far side has of it already. */
  readonly held?: Facts;
}

/** One connector with a far side of its own, which is gone when the test is. */
export interface ConformanceFixture {
  readonly connector: Connector;
  /** A text that stands in for the secret; undefined for a destination that has none. */
  readonly secret: string | undefined;
  /** Records for a far side that takes none but those of what it has itself; any that we make up, where this is absent. */
  samples?(kind: RecordKind, count: number): readonly Sample[];
  /** What there is of a kind: how many records, put away or not, or how each of them stands. */
  holds(kind: RecordKind): Promise<unknown>;
  /** How many bytes all the parcels of the last batch, which were of this kind, took on the wire. */
  lastBytes(kind: RecordKind): Promise<number>;
  /** What a line can do to this destination; or why it has no line. */
  readonly line:
    | {
        /** The same connector, with nothing listening at the other end. */
        refusing(): Promise<Connector>;
        /** The next answer is lost after the far side did its work. */
        cutNext(): void;
        /** The far side does not answer until the test ends. */
        stall(): void;
      }
    | string;
}

const instant = '2026-11-20T11:04:00.000Z';

const madeUp: { [K in ReadKind]: (key: string) => object } = {
  customer: (key) => ({
    key,
    title: 'Mrs',
    firstName: 'Ada',
    lastName: `O’Möller-${key}`,
    email: `ada.${key.toLowerCase()}@example.com`,
    line1: '1 High Street',
    town: 'Bury St Edmunds',
    county: null,
    postcode: 'IP33 1AA',
    country: 'GB',
    marketingEmail: true,
    consentedAt: instant,
    tags: ['gold'],
    notes: 'likes "pearls"\nand €',
    birthday: null,
  }),
  product: (key) => ({
    key,
    sku: `SKU-${key}`,
    name: 'Silver chain',
    price: { minor: 8900, currency: 'GBP' },
    stock: 3,
  }),
  sale: (key) => ({
    key,
    customerKey: null,
    soldAt: instant,
    channel: 'pos',
    currency: 'GBP',
    lines: [{ sku: null, description: 'Silver chain', quantity: 1, unitPrice: 8900, lineTotal: 8900 }],
    total: 8900,
    payments: [{ method: 'card', amount: 8900 }],
  }),
};

let batches = 0;

/** What a parcel is made of: a sample, or what is to be done with a record by its key. */
export type Asked = Sample | Pick<Parcel, 'key' | 'into'>;

/** A batch of these, under a key of its own. */
export function batchOf(kind: RecordKind, asked: readonly Asked[], operation: Operation = 'upsert'): Batch {
  batches += 1;
  const parcels = asked.map((each, index): Parcel => {
    const record = operation === 'upsert' && 'record' in each ? each.record : null;
    return { ref: `r${index}`, kind, operation, ...each, record };
  });
  return { idempotencyKey: `conformance-${batches}`, kind, operation, parcels };
}

/** A record of our own making. */
export function sampleOf(kind: RecordKind, key: string): Sample {
  return { key: key as TillKey, record: madeUp[readKindOf(kind)](key) as AnyRecord };
}

/** So many records that the far side takes. */
export function samplesOf({ samples }: ConformanceFixture, kind: RecordKind, count: number): readonly Sample[] {
  if (samples) return samples(kind, count);
  return Array.from({ length: count }, (_, index) => sampleOf(kind, `K-${index}`));
}

/** The same records, once the far side has them. */
export function taken(samples: readonly Sample[]): readonly Sample[] {
  return samples.map((sample) => {
    const { record } = sample;
    return 'supply' in record ? { ...sample, held: { supply: record.supply } } : sample;
  });
}
