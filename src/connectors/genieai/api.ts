import { z } from 'zod';
import type { Batch, Held, Outcome, Parcel } from '../contract.ts';
import type { HttpAnswer, HttpClient, HttpRequest, NoAnswer } from '../http/client.ts';
import type { StatusRow, WholeAnswer } from '../http/outcome-table.ts';
import { said, silentOutcome, statusRows, wholeOutcome } from '../http/outcome-table.ts';
import type { Pacing } from '../http/pacing.ts';
import type { TillKey } from '../../model/ids.ts';
import { remoteId } from '../../model/ids.ts';
import { readKindOf, type ReadKind, type RecordKind } from '../../model/record.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { MergePair } from './merge.ts';
import { mergeContacts } from './merge.ts';
import { eraseOutcomes, importOutcomes } from './outcomes.ts';

/** As people call it. */
export const label = 'GenieAI';

const collections = { customer: 'contacts', product: 'products', sale: 'sales' } as const satisfies Record<
  ReadKind,
  string
>;

const errorBody = z.object({ error: z.object({ code: z.string() }) });

const account = z.object({ name: z.string(), plan: z.string(), currency: z.string() });
export type GenieaiAccount = z.infer<typeof account>;

const foundBody = z.object({
  records: z.array(z.object({ id: remoteId, externalId: z.string().nullish(), archived: z.boolean().nullish() })),
});

/** The rows of the outcome table in which GenieAI differs. */
const genieaiRows: readonly StatusRow[] = [
  {
    // The key was used for another body, so this body was not looked at: it goes again under another key.
    from: 409,
    to: 409,
    outcome: (whole) =>
      whole.code === 'idempotency_mismatch'
        ? { kind: 'retry', reason: said(whole), mayHaveArrived: false, scope: 'record' }
        : undefined,
  },
  ...statusRows,
];

/** What GenieAI calls the thing that is wrong with a whole request; undefined where it is not a plain word. */
function codeOf(body: unknown): string | undefined {
  const parsed = errorBody.safeParse(body);
  return parsed.success && /^[a-z_]{1,40}$/.test(parsed.data.error.code) ? parsed.data.error.code : undefined;
}

const mergedBody = z.object({ id: remoteId });

/** One of the two went, or was put away, after it was found: that is looked up again. */
const overtaken: Outcome = {
  kind: 'retry',
  reason: `${label} changed one of the two contacts meanwhile`,
  mayHaveArrived: false,
  scope: 'record',
};

/** A conflict with a name of its own is about the request, any other about the two contacts. */
function isOvertaken({ status, body }: HttpAnswer): boolean {
  const code = codeOf(body);
  return (status === 404 && code === 'not_found') || (status === 409 && code === 'conflict');
}

function isGood(answer: HttpAnswer | NoAnswer): answer is HttpAnswer {
  return answer.answered && answer.status === 200 && answer.body !== undefined;
}

/** Which of the keys were found, and are not put away; undefined where that is no such answer. */
function heldOf(body: unknown, keys: readonly TillKey[]): readonly Held[] | undefined {
  const found = foundBody.safeParse(body);
  if (!found.success) return undefined;
  const ids = new Map(
    found.data.records.flatMap(({ externalId, archived, id }) => (externalId && !archived ? [[externalId, id]] : [])),
  );
  return keys.flatMap((key) => {
    const id = ids.get(key);
    return id ? [{ key, remoteId: id }] : [];
  });
}

/** What GenieAI's calls are made with. */
export interface GenieaiApiParts {
  readonly client: HttpClient;
  readonly pacing: Pacing;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The wire text of a parcel. */
  readonly textOf: (parcel: Parcel) => string;
}

/** GenieAI's calls, after the contract page. */
export function createGenieaiApi({ client, pacing, now, textOf }: GenieaiApiParts) {
  async function call(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer | NoAnswer> {
    try {
      return await pacing.turn(() => client.request(request, signal), signal);
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
      return { answered: false, reason: 'we were told to stop', mayHaveArrived: false };
    }
  }

  function whole(answer: HttpAnswer): WholeAnswer {
    return { answer, label, code: codeOf(answer.body), now: now() };
  }

  async function write(batch: Batch, request: Pick<HttpRequest, 'path' | 'body'>, signal: AbortSignal) {
    const headers = { 'Idempotency-Key': batch.idempotencyKey };
    return await call({ method: 'POST', headers, records: batch.parcels.length, ...request }, signal);
  }

  function outcomes(
    batch: Batch,
    answer: HttpAnswer | NoAnswer,
    read: (batch: Batch, body: unknown) => ReadonlyMap<string, Outcome> | undefined,
  ): ReadonlyMap<string, Outcome> {
    const each = answer.answered && answer.status === 207 ? read(batch, answer.body) : undefined;
    if (each) return each;
    const outcome = outcomeOf(answer);
    return new Map(batch.parcels.map(({ ref }) => [ref, outcome]));
  }

  function outcomeOf(answer: HttpAnswer | NoAnswer): Outcome {
    return answer.answered ? wholeOutcome(whole(answer), genieaiRows) : silentOutcome(answer, label);
  }

  async function ask(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const answer = await call(request, signal);
    if (isGood(answer)) return answer;
    const outcome = outcomeOf(answer);
    const reason = 'reason' in outcome ? outcome.reason : answer.answered ? said(whole(answer)) : answer.reason;
    const message = `asking ${label}: ${reason}`;
    // What only the owner can mend is no line that is down.
    if (outcome.kind === 'halted') throw new TillbridgeError('settings', message, { hint: outcome.hint });
    throw new TillbridgeError('unreachable', message, { hint: 'Nothing is lost; it is tried again by itself.' });
  }

  const questionFor = (kind: RecordKind, keys: readonly TillKey[]): HttpRequest => ({
    method: 'GET',
    path: `/${collections[readKindOf(kind)]}`,
    query: { externalId: keys.join(',') },
    records: keys.length,
  });

  async function lookUp(keys: readonly TillKey[], signal: AbortSignal): Promise<readonly Held[] | Outcome> {
    const answer = await call(questionFor('customer', keys), signal);
    return (isGood(answer) ? heldOf(answer.body, keys) : undefined) ?? outcomeOf(answer);
  }

  async function mergeOne(pair: MergePair, idempotencyKey: string, signal: AbortSignal): Promise<Outcome> {
    const headers = { 'Idempotency-Key': idempotencyKey };
    const request = {
      method: 'POST',
      path: '/contacts/merge',
      headers,
      body: JSON.stringify(pair),
      records: 1,
    } as const;
    const answer = await call(request, signal);
    const merged = isGood(answer) ? mergedBody.safeParse(answer.body) : undefined;
    if (merged?.success) return { kind: 'delivered', remoteId: merged.data.id, created: false };
    return answer.answered && isOvertaken(answer) ? overtaken : outcomeOf(answer);
  }

  return {
    async import(batch: Batch, signal: AbortSignal): Promise<ReadonlyMap<string, Outcome>> {
      const body = `{"records":[${batch.parcels.map(textOf).join(',')}]}`;
      const answer = await write(batch, { path: `/${collections[readKindOf(batch.kind)]}/import`, body }, signal);
      return outcomes(batch, answer, importOutcomes);
    },
    async archive(batch: Batch, signal: AbortSignal): Promise<ReadonlyMap<string, Outcome>> {
      const body = JSON.stringify({ externalIds: batch.parcels.map(({ key }) => key), mode: 'archive' });
      const answer = await write(batch, { path: '/contacts/erase', body }, signal);
      return outcomes(batch, answer, eraseOutcomes);
    },
    /** Which of at most 100 keys are there, and not put away. */
    async find(kind: RecordKind, keys: readonly TillKey[], signal: AbortSignal): Promise<readonly Held[]> {
      const answer = await ask(questionFor(kind, keys), signal);
      const held = heldOf(answer.body, keys);
      if (held) return held;
      throw new TillbridgeError('unreachable', `asking ${label}: ${said(whole(answer))}, but not as agreed`, {
        hint: 'Nothing is lost; it is tried again by itself.',
      });
    },
    merge: (batch: Batch, signal: AbortSignal): Promise<ReadonlyMap<string, Outcome>> =>
      mergeContacts(batch, { lookUp, mergeOne, now }, signal),
    /** The account that the key belongs to. */
    async account(signal: AbortSignal): Promise<GenieaiAccount> {
      const answer = await ask({ method: 'GET', path: '/account' }, signal);
      const parsed = account.safeParse(answer.body);
      if (parsed.success) return parsed.data;
      throw new TillbridgeError('settings', `asking ${label}: what answers at this address is not ${label}`, {
        hint: `Check the address of ${label} in the settings.`,
      });
    },
  };
}
