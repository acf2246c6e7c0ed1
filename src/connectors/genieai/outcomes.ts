import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Batch, Outcome, Parcel } from '../contract.ts';
import { remoteId } from '../../model/ids.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Fault } from '../../model/rule-pack.ts';
import { ourField } from './mapping.ts';

/** What GenieAI says is wrong with a field. */
const fieldError = z.object({ field: z.string().nullish(), code: z.string().min(1), message: z.string().nullish() });

const importResult = z.object({
  ref: z.string(),
  status: z.enum(['created', 'updated', 'unchanged', 'rejected']),
  id: remoteId.nullish(),
  errors: z.array(fieldError).nullish(),
});

const eraseResult = z.object({
  externalId: z.string(),
  status: z.string(),
  errors: z.array(fieldError).nullish(),
});

/** One by one, because a result that cannot be read must not cost its neighbours theirs. */
const results = z.object({ results: z.array(z.unknown()) });

/** A far side's sentence is shown behind Details alone, and no screen wants more of it. */
const longestMessage = 300;

function faultOf(kind: RecordKind, { field, code, message }: z.infer<typeof fieldError>): Fault {
  const fault = { field: ourField(kind, field ?? ''), code };
  return message ? { ...fault, message: message.slice(0, longestMessage) } : fault;
}

function again(reason: string): Outcome {
  return { kind: 'retry', reason, mayHaveArrived: true, scope: 'record' };
}

function importOutcome(kind: RecordKind, { status, id, errors }: z.infer<typeof importResult>): Outcome {
  switch (status) {
    case 'created':
    case 'updated':
      if (!id) return again('GenieAI took it, but did not say under which id');
      return { kind: 'delivered', remoteId: id, created: status === 'created' };
    case 'unchanged':
      return id ? { kind: 'unchanged', remoteId: id } : { kind: 'unchanged' };
    case 'rejected': {
      const faults = (errors ?? []).map((error) => faultOf(kind, error));
      return { kind: 'refused', faults: faults.length > 0 ? faults : [{ field: '', code: 'rejected' }] };
    }
  }
}

function eraseOutcome({ externalId, status, errors }: z.infer<typeof eraseResult>): Outcome {
  // What is not there any more is put away already.
  if (status === 'archived' || status === 'erased') return { kind: 'unchanged' };
  const faults = (errors ?? []).map((error) => faultOf('customer', error));
  return faults.length > 0 ? { kind: 'refused', faults } : again(`GenieAI did not say what became of ${externalId}`);
}

/** Results by what they are matched by; what cannot be read, or is said twice and differently, counts as not said. */
function matched<T>(
  body: unknown,
  schema: z.ZodType<T>,
  nameOf: (result: T) => string,
): ReadonlyMap<string, T> | undefined {
  const answer = results.safeParse(body);
  if (!answer.success) return undefined;
  const found = new Map<string, T>();
  const contradicted = new Set<string>();
  for (const each of answer.data.results) {
    const result = schema.safeParse(each);
    if (!result.success) continue;
    const name = nameOf(result.data);
    const before = found.get(name);
    if (before && !isDeepStrictEqual(before, result.data)) contradicted.add(name);
    found.set(name, result.data);
  }
  for (const name of contradicted) found.delete(name);
  return found;
}

function outcomesBy(batch: Batch, outcomeOf: (parcel: Parcel) => Outcome | undefined): ReadonlyMap<string, Outcome> {
  const missing = again('GenieAI answered, but did not mention this record');
  return new Map(batch.parcels.map((parcel) => [parcel.ref, outcomeOf(parcel) ?? missing]));
}

/** What an import's answer says of each parcel, matched by `ref`; undefined where it is no such answer at all. */
export function importOutcomes(batch: Batch, body: unknown): ReadonlyMap<string, Outcome> | undefined {
  const byRef = matched(body, importResult, ({ ref }) => ref);
  return (
    byRef &&
    outcomesBy(batch, ({ ref }) => {
      const result = byRef.get(ref);
      return result && importOutcome(batch.kind, result);
    })
  );
}

/** What the answer to an archiving says of each parcel, matched by our key, for this call knows no `ref`. */
export function eraseOutcomes(batch: Batch, body: unknown): ReadonlyMap<string, Outcome> | undefined {
  const byKey = matched(body, eraseResult, ({ externalId }) => externalId);
  return (
    byKey &&
    outcomesBy(batch, ({ key }) => {
      const result = byKey.get(key);
      return result && eraseOutcome(result);
    })
  );
}
