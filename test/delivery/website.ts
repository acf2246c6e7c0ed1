import type { Batch, Connector, Outcome, Parcel } from '../../src/connectors/contract.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { RemoteId } from '../../src/model/ids.ts';
import { createFarSide } from './far-side.ts';

/** A website in memory that is sent its stock as changes, takes orders off by itself, and knows a batch again by its key. */
export interface Website {
  readonly connector: Connector;
  /** What it shows. */
  readonly shown: Map<string, number>;
  /** What was ordered of each, ever. */
  readonly ordered: Map<string, number>;
  /** Somebody buys as many as there are, at most so many. */
  buy(key: string, pieces: number): void;
  /** Every body that came under a key, once for each time. */
  readonly bodies: Map<string, readonly string[]>;
  readonly batches: Batch[];
}

function supplyOf(facts: Facts | undefined): number {
  const supply = facts?.['supply'];
  if (typeof supply !== 'number') throw new TypeError('a stock came without what the website has of it');
  return supply;
}

/** A change in pieces, as Squarespace's connector sends it. */
function changeOf({ record, held }: Parcel): number {
  return (record && 'supply' in record ? record.supply : 0) - supplyOf(held);
}

/** A website with these articles and as many pieces of each. */
export function createWebsite(keys: readonly string[], pieces: number): Website {
  const shown = new Map(keys.map((key) => [key, pieces]));
  const ordered = new Map(keys.map((key) => [key, 0]));
  const bodies = new Map<string, readonly string[]>();
  const taken = new Set<string>();
  const batches: Batch[] = [];
  const { connector } = createFarSide();
  const here = (key: string) => shown.get(key) ?? 0;

  function short(parcel: Parcel): Outcome {
    const there = here(parcel.key);
    const reason = 'fewer are there than are to be taken off';
    if (there + changeOf(parcel) >= 0)
      return { kind: 'retry', reason: 'another was short', mayHaveArrived: false, scope: 'record' };
    if (there === 0) return { kind: 'refused', faults: [{ field: '', code: 'oversold' }] };
    const partly = { supply: supplyOf(parcel.held) - there };
    return { kind: 'retry', reason, mayHaveArrived: false, scope: 'record', partly };
  }

  function take({ idempotencyKey, parcels }: Batch): ReadonlyMap<string, Outcome> {
    const isShort = parcels.some((parcel) => here(parcel.key) + changeOf(parcel) < 0);
    if (!taken.has(idempotencyKey) && isShort) return new Map(parcels.map((parcel) => [parcel.ref, short(parcel)]));
    if (!taken.has(idempotencyKey))
      for (const parcel of parcels) shown.set(parcel.key, here(parcel.key) + changeOf(parcel));
    taken.add(idempotencyKey);
    return new Map(
      parcels.map(({ ref, key }) => [ref, { kind: 'delivered', remoteId: key as string as RemoteId, created: false }]),
    );
  }

  return {
    shown,
    ordered,
    bodies,
    batches,
    buy(key, wanted) {
      const bought = Math.min(wanted, here(key));
      shown.set(key, here(key) - bought);
      ordered.set(key, (ordered.get(key) ?? 0) + bought);
    },
    connector: {
      ...connector,
      capabilities: {
        ...connector.capabilities,
        kinds: ['stock'],
        merges: [],
        archives: [],
        changes: { kinds: ['stock'], keyLasts: 40 * 3_600_000 },
        batch: { records: 4, bytes: 100_000 },
        idempotency: 'key',
      },
      rules: () => undefined,
      deliver(batch) {
        batches.push(batch);
        bodies.set(batch.idempotencyKey, [...(bodies.get(batch.idempotencyKey) ?? []), JSON.stringify(batch.parcels)]);
        return Promise.resolve(take(batch));
      },
    },
  };
}
