import type { Batch, Held, Outcome, Parcel } from '../contract.ts';
import { eachInTurn, notSent } from '../http/each-in-turn.ts';
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
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** So many keys may be asked for at once. */
const keysPerQuestion = 100;

type Ids = ReadonlyMap<TillKey, RemoteId>;

/** The ids of everybody whom the batch names, or what it means that they were not told. */
async function idsOf({ parcels }: Batch, lookUp: MergeParts['lookUp'], signal: AbortSignal): Promise<Ids | Outcome> {
  const keys = [...new Set(parcels.flatMap(({ key, into }) => (into === undefined ? [key] : [key, into])))];
  const ids = new Map<TillKey, RemoteId>();
  for (let start = 0; start < keys.length; start += keysPerQuestion) {
    const held = await lookUp(keys.slice(start, start + keysPerQuestion), signal);
    if ('kind' in held) return notSent(held);
    for (const { key, remoteId } of held) ids.set(key, remoteId);
  }
  return ids;
}

/** What is meant by a parcel: two contacts there, or an outcome that needs no request. */
function pairOf({ key, into }: Parcel, ids: Ids): MergePair | Outcome {
  const mergeId = ids.get(key);
  // What is not there any more, or was put away, stands in nobody's way.
  if (mergeId === undefined) return { kind: 'unchanged' };
  const keepId = into === undefined ? undefined : ids.get(into);
  if (keepId !== undefined) return { keepId, mergeId };
  return { kind: 'refused', faults: [{ field: '', code: 'into_unknown' }] };
}

/** Makes contacts one with others, a request each. */
export async function mergeContacts(
  batch: Batch,
  { lookUp, mergeOne, now }: MergeParts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Outcome>> {
  const ids = await idsOf(batch, lookUp, signal);
  if ('kind' in ids) return new Map(batch.parcels.map(({ ref }) => [ref, ids]));
  async function send(parcel: Parcel, known: Ids): Promise<Outcome> {
    const pair = pairOf(parcel, known);
    return 'kind' in pair ? pair : await mergeOne(pair, `${batch.idempotencyKey}-${parcel.ref}`, signal);
  }
  return await eachInTurn(batch.parcels, (parcel) => send(parcel, ids), now);
}
