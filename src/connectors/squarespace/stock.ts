import type { Batch, Outcome } from '../contract.ts';
import type { HttpAnswer, NoAnswer } from '../http/client.ts';
import { said, silentOutcome, wholeOutcome } from '../http/outcome-table.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Adjustment } from './adjust-outcomes.ts';
import { adjusted, adjustmentOf, refusedAdjustments } from './adjust-outcomes.ts';
import type { Calls } from './calls.ts';
import { label, refusalOf, squarespaceRows, wholeAnswer } from './refusal.ts';
import type { InventoryItem } from './wire/product.ts';

/** What sending stock takes. */
export interface StockParts {
  readonly calls: Pick<Calls, 'send' | 'auth'>;
  /** What is left of these variants, those left out that the site does not know. Throws a `TillbridgeError`. */
  readonly inventoryOf: (variantIds: readonly string[], signal: AbortSignal) => Promise<readonly InventoryItem[]>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

type Outcomes = ReadonlyMap<string, Outcome>;

const notLookedAt: Outcome = {
  kind: 'retry',
  reason: 'what the website has of it must be looked at first',
  mayHaveArrived: false,
  scope: 'record',
};

/** The words of a 409 that say which state of the stock forbids the change. Of any other, it may have been our own repetition. */
const aboutStock: readonly (string | undefined)[] = ['INSUFFICIENT_STOCK', 'STOCK_NOT_TRACKED', 'STOCK_EXCEEDS_MAX'];

function bodyOf(adjustments: readonly Adjustment[]): string {
  const operations = (sign: 1 | -1) =>
    adjustments
      .filter(({ change }) => change * sign > 0)
      .map(({ variantId, change }) => ({ variantId, quantity: change * sign }));
  const [up, down] = [operations(1), operations(-1)];
  return JSON.stringify({
    ...(up.length > 0 ? { incrementOperations: up } : {}),
    ...(down.length > 0 ? { decrementOperations: down } : {}),
  });
}

/** The site looked into the request and made none of it. */
function isRefusal(answer: HttpAnswer): boolean {
  const { type, subtype } = refusalOf(answer);
  if (answer.status === 400) return type !== undefined;
  return answer.status === 409 && aboutStock.includes(subtype);
}

/**
 * Sends changes of stock, all of a batch or none. The same batch under its key says the same however often it goes, so
 * where nobody knows whether it arrived, every parcel of it is told so alike: it must go again as it was.
 */
export function createStock({ calls, inventoryOf, now }: StockParts) {
  function wholeOf(answer: HttpAnswer | NoAnswer): Outcome {
    return answer.answered
      ? wholeOutcome(wholeAnswer(answer, now()), squarespaceRows(calls.auth))
      : silentOutcome(answer, label);
  }

  /** The request was refused: what the site shows says because of whom. */
  async function explained(
    answer: HttpAnswer,
    adjustments: readonly Adjustment[],
    signal: AbortSignal,
  ): Promise<Outcomes> {
    const what = said(wholeAnswer(answer, now()));
    try {
      const items = await inventoryOf(
        adjustments.map(({ variantId }) => variantId),
        signal,
      );
      return refusedAdjustments({ adjustments, subtype: refusalOf(answer).subtype, said: what, items });
    } catch (thrown) {
      if (!signal.aborted && !(thrown instanceof TillbridgeError)) throw thrown;
      const outcome: Outcome = { kind: 'retry', reason: what, mayHaveArrived: false, scope: 'record' };
      return new Map(adjustments.map(({ parcel }) => [parcel.ref, outcome]));
    }
  }

  return {
    async deliver({ parcels, idempotencyKey }: Batch, signal: AbortSignal): Promise<Outcomes> {
      const adjustments = parcels.map(adjustmentOf).filter((adjustment) => adjustment !== undefined);
      const changes = adjustments.filter(({ change }) => change !== 0);
      const still = new Map<string, Outcome>(parcels.map(({ ref }) => [ref, notLookedAt]));
      for (const { parcel } of adjustments) still.set(parcel.ref, { kind: 'unchanged' });
      if (changes.length === 0) return still;

      const headers = { 'idempotency-key': idempotencyKey };
      const path = '/1.0/commerce/inventory/adjustments';
      const request = { method: 'POST', path, headers, body: bodyOf(changes), records: changes.length } as const;
      const answer = await calls.send(request, signal);
      if (answer.answered && answer.status === 204) {
        return new Map([...still, ...changes.map((change) => [change.parcel.ref, adjusted(change)] as const)]);
      }
      if (answer.answered && isRefusal(answer))
        return new Map([...still, ...(await explained(answer, changes, signal))]);
      const outcome = wholeOf(answer);
      return new Map(parcels.map(({ ref }) => [ref, outcome]));
    },
  };
}
