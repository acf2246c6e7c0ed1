import type { Batch, Held, Outcome, Parcel } from '../contract.ts';
import type { RemoteId, TillKey } from '../../model/ids.ts';

/** The two contacts of one merge, by GenieAI's own ids. */
export interface MergePair {
  readonly keepId: RemoteId;
  readonly mergeId: RemoteId;
}

/** What merging takes of GenieAI's other calls. */
export interface MergeParts {
  /** Which of at most 100 contacts are there, and not put away; or what it means that this was not answered. */
  readonly lookUp: (keys: readonly TillKey[], signal: AbortSignal) => Promise<readonly Held[] | Outcome>;
  /** One request, which says the same however often it goes under its key. */
  readonly mergeOne: (pair: MergePair, idempotencyKey: string, signal: AbortSignal) => Promise<Outcome>;
}

/** Two keys for each: so many fit into one question. */
const pairsPerQuestion = 50;

/** What the other requests of the batch would only be told again. */
function concernsAll(outcome: Outcome): boolean {
  if (outcome.kind === 'retry') return outcome.scope === undefined;
  return outcome.kind === 'throttled' || outcome.kind === 'halted';
}

/** What is meant by a parcel: two contacts there, or an outcome that needs no request. */
function pairOf({ key, into }: Parcel, ids: ReadonlyMap<TillKey, RemoteId>): MergePair | Outcome {
  const mergeId = ids.get(key);
  // What is not there any more, or was put away, stands in nobody's way.
  if (mergeId === undefined) return { kind: 'unchanged' };
  const keepId = into === undefined ? undefined : ids.get(into);
  return keepId === undefined
    ? { kind: 'refused', faults: [{ field: '', code: 'into_unknown' }] }
    : { keepId, mergeId };
}

/** Makes contacts one with others, a request each. What ends one of them for good does not end the others. */
export async function mergeContacts(
  { parcels, idempotencyKey }: Batch,
  { lookUp, mergeOne }: MergeParts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();

  /** Answers what stops the whole batch. */
  async function mergeSome(some: readonly Parcel[]): Promise<Outcome | undefined> {
    const keys = some.flatMap(({ key, into }) => (into === undefined ? [key] : [key, into]));
    const held = await lookUp([...new Set(keys)], signal);
    if ('kind' in held) return held;
    const ids = new Map(held.map(({ key, remoteId }) => [key, remoteId]));
    for (const parcel of some) {
      const pair = pairOf(parcel, ids);
      const outcome = 'kind' in pair ? pair : await mergeOne(pair, `${idempotencyKey}-${parcel.ref}`, signal);
      outcomes.set(parcel.ref, outcome);
      if (concernsAll(outcome)) return outcome;
      if (outcome.kind === 'delivered') ids.delete(parcel.key);
    }
    return undefined;
  }

  let stop: Outcome | undefined;
  for (let start = 0; start < parcels.length && !stop; start += pairsPerQuestion) {
    stop = await mergeSome(parcels.slice(start, start + pairsPerQuestion));
  }
  // Those whose turn did not come were not sent: they go again with whoever stopped them.
  for (const { ref } of parcels) if (stop && !outcomes.has(ref)) outcomes.set(ref, notSent(stop));
  return outcomes;
}

function notSent(stop: Outcome): Outcome {
  return stop.kind === 'retry' ? { ...stop, mayHaveArrived: false } : stop;
}
