import type { Batch, Connector, Held, Operation, Outcome } from '../connectors/contract.ts';
import type { DestinationId } from '../model/ids.ts';
import { TillbridgeError } from '../support/errors.ts';
import type { Claimed } from './claims.ts';
import type { Ledger } from './ledger.ts';

/** What sending one batch takes. */
export interface SendParts {
  readonly connector: Connector;
  readonly ledger: Ledger;
  readonly destination: DestinationId;
  readonly signal: AbortSignal;
  /** Called once for each request. */
  readonly onRequest: () => void;
}

type Outcomes = ReadonlyMap<string, Outcome>;

/** A defect of a connector must not hold up what it does not concern, so it counts as a failed request. */
function failedBy(thrown: unknown, { parcels }: Batch, mayHaveArrived: boolean): Outcomes {
  // The message of an error of ours holds nobody's data; another's may.
  const said = thrown instanceof TillbridgeError ? thrown.message : thrown instanceof Error ? thrown.name : 'unknown';
  const isForOwner = thrown instanceof TillbridgeError && thrown.reason === 'settings';
  const outcome: Outcome = isForOwner
    ? { kind: 'halted', reason: said, hint: thrown.hint }
    : { kind: 'retry', reason: `sending failed: ${said}`, mayHaveArrived };
  return new Map(parcels.map(({ ref }) => [ref, outcome]));
}

async function deliver(batch: Batch, { connector, signal, onRequest }: SendParts): Promise<Outcomes> {
  onRequest();
  try {
    return await connector.deliver(batch, signal);
  } catch (thrown) {
    return failedBy(thrown, batch, true);
  }
}

function puts(operation: Operation): boolean {
  return operation === 'lower' || operation === 'upsert';
}

/** Those whose earlier sending may have arrived, at a destination where sending twice would make two of them. */
function uncertain({ entries, batch }: Claimed, { ledger, connector }: SendParts) {
  if (connector.capabilities.idempotency !== 'none' || !puts(batch.operation)) return [];
  return entries.filter((entry) => entry.mayHaveArrived && !ledger.has(entry));
}

/**
 * Sends a batch and answers with what the far side said of each parcel. Where an earlier sending may have arrived and the
 * far side cannot tell a repetition from a new record, it is asked first what it holds.
 */
export async function sendBatch(claimed: Claimed, parts: SendParts): Promise<Outcomes> {
  const { batch } = claimed;
  const doubtful = uncertain(claimed, parts);
  if (doubtful.length === 0) return await deliver(batch, parts);
  let held: readonly Held[];
  try {
    parts.onRequest();
    held = await parts.connector.find(
      batch.kind,
      doubtful.map(({ key }) => key),
      parts.signal,
    );
  } catch (thrown) {
    return failedBy(thrown, batch, false);
  }
  const found = new Map(held.map(({ key, remoteId }) => [key, remoteId]));
  const outcomes = new Map<string, Outcome>();
  const parcels = batch.parcels.filter(({ ref, key }) => {
    const remoteId = doubtful.some((entry) => entry.key === key) ? found.get(key) : undefined;
    if (remoteId) outcomes.set(ref, { kind: 'delivered', remoteId, created: 'unknown' });
    return remoteId === undefined;
  });
  if (parcels.length === 0) return outcomes;
  return new Map([...outcomes, ...(await deliver({ ...batch, parcels }, parts))]);
}
