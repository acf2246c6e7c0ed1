import type { Batch, Capabilities, Connector, Outcome, Parcel } from '../../src/connectors/contract.ts';
import type { RemoteId } from '../../src/model/ids.ts';
import type { AnyRecord } from '../../src/model/record.ts';

/** What a far side does with a batch instead of taking it; undefined takes it. */
export type Mood = (batch: Batch) => ReadonlyMap<string, Outcome> | Outcome | undefined;

/** How a far side of these tests is to be. */
export interface FarSideOptions {
  readonly capabilities?: Partial<Capabilities>;
  readonly mood?: Mood;
  /** Rules over single parcels, before they are taken. */
  readonly judge?: (parcel: Parcel, farSide: FarSide) => Outcome | undefined;
}

/** A destination in memory that keeps the contract, and remembers what it was sent. */
export interface FarSide {
  readonly connector: Connector;
  readonly batches: Batch[];
  readonly records: Map<string, AnyRecord>;
  readonly archived: Set<string>;
  mood: Mood;
  /** How often a record was made: more than once is a double. */
  readonly made: Map<string, number>;
}

/** The same outcome for every parcel. */
export function forAll({ parcels }: Batch, outcome: Outcome): ReadonlyMap<string, Outcome> {
  return new Map(parcels.map(({ ref }) => [ref, outcome]));
}

/** The failure of a line that is cut. */
export function lost(mayHaveArrived: boolean): Outcome {
  return { kind: 'retry', reason: 'the connection was lost', mayHaveArrived };
}

const unknownCustomer = {
  kind: 'sale',
  version: '1',
  rules: [],
  judge: () => [],
  unique: [],
  reference: { field: 'customerKey', code: 'unknown_contact', to: 'customer', key: () => null },
} as const;

/** A far side that takes everything, unless its mood or its rules say otherwise. */
export function createFarSide(options: FarSideOptions = {}): FarSide {
  const records = new Map<string, AnyRecord>();
  const archived = new Set<string>();
  const made = new Map<string, number>();
  const batches: Batch[] = [];

  /** Like GenieAI's: the kept one takes over what it does not have itself. */
  function merge({ kind, into }: Parcel, name: string): Outcome {
    const kept = `${kind} ${into ?? ''}`;
    const other = records.get(name);
    if (!other || archived.has(name)) return { kind: 'unchanged' };
    const standing = records.get(kept);
    if (!standing || archived.has(kept)) return { kind: 'refused', faults: [{ field: '', code: 'into_unknown' }] };
    const spoken = Object.entries(standing).filter(([, value]) => value !== null);
    records.set(kept, { ...other, ...Object.fromEntries(spoken) });
    records.delete(name);
    made.delete(name);
    return { kind: 'delivered', remoteId: `far ${kept}` as RemoteId, created: false };
  }

  function take(parcel: Parcel): Outcome {
    const refused = options.judge?.(parcel, farSide);
    if (refused) return refused;
    const name = `${parcel.kind} ${parcel.key}`;
    if (parcel.operation === 'archive') {
      archived.add(name);
      return { kind: 'unchanged' };
    }
    if (parcel.operation === 'merge') return merge(parcel, name);
    const before = records.get(name);
    if (parcel.record) records.set(name, parcel.record);
    archived.delete(name);
    if (before && JSON.stringify(before) === JSON.stringify(parcel.record)) return { kind: 'unchanged' };
    if (!before) made.set(name, (made.get(name) ?? 0) + 1);
    return { kind: 'delivered', remoteId: `far ${name}` as RemoteId, created: !before };
  }

  const connector: Connector = {
    capabilities: {
      kinds: ['customer', 'product', 'sale'],
      merges: ['customer'],
      archives: ['customer'],
      batch: { records: 10, bytes: 100_000 },
      rate: null,
      concurrency: 1,
      idempotency: 'natural',
      ...options.capabilities,
    },
    rules: (kind) => (kind === 'sale' ? (unknownCustomer as never) : undefined),
    check: () => Promise.resolve({ ok: true, account: 'Test', detail: '' }),
    size: ({ record }) => Buffer.byteLength(JSON.stringify(record)) + 100,
    async deliver(batch) {
      batches.push(batch);
      await Promise.resolve();
      const mood = farSide.mood(batch);
      if (mood && 'kind' in mood) return forAll(batch, mood);
      return mood ?? new Map(batch.parcels.map((parcel) => [parcel.ref, take(parcel)]));
    },
    find: (kind, keys) =>
      Promise.resolve(
        keys
          .filter((key) => records.has(`${kind} ${key}`))
          .map((key) => ({ key, remoteId: `far ${kind} ${key}` as RemoteId })),
      ),
    close: () => Promise.resolve(),
  };
  const farSide: FarSide = { connector, batches, records, archived, made, mood: options.mood ?? (() => undefined) };
  return farSide;
}
