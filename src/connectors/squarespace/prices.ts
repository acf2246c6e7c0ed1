import type { Batch, Outcome, Parcel } from '../contract.ts';
import type { HttpAnswer } from '../http/client.ts';
import { eachInTurn } from '../http/each-in-turn.ts';
import { said, silentOutcome, wholeOutcome } from '../http/outcome-table.ts';
import type { RemoteId } from '../../model/ids.ts';
import { decimalFromMinor } from '../../model/money.ts';
import type { ShelfPrice } from '../../model/shelf-price.ts';
import type { Calls } from './calls.ts';
import { siteId } from './keys.ts';
import { label, refusalOf, squarespaceRows, wholeAnswer } from './refusal.ts';

/** What sending prices takes. */
export interface PricesParts {
  readonly calls: Pick<Calls, 'send' | 'auth'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

function refused(code: string, answer: HttpAnswer): Outcome {
  const { subtype } = refusalOf(answer);
  return { kind: 'refused', faults: [{ field: '', code, ...(subtype === undefined ? {} : { message: subtype }) }] };
}

/** A site has no dots in its ids; anything else would make a path of another meaning. */
const possible = /^[\w-]{1,64}$/;

/** Sends base prices, a request each. What is on sale stays on sale, for its sale price is not spoken of. */
export function createPrices({ calls, now }: PricesParts) {
  function outcomeOf(answer: HttpAnswer, variantId: string): Outcome {
    if (answer.status === 200) return { kind: 'delivered', remoteId: variantId as RemoteId, created: false };
    const { type } = refusalOf(answer);
    if (answer.status === 404 && type !== undefined) return refused('variant_gone', answer);
    if (answer.status === 400 && type !== undefined) return refused('price_refused', answer);
    const whole = wholeAnswer(answer, now());
    // Somebody is at this very product: that says nothing of the next one.
    if (answer.status === 409) return { kind: 'retry', reason: said(whole), mayHaveArrived: true, scope: 'record' };
    return wholeOutcome(whole, squarespaceRows(calls.auth));
  }

  async function send({ price, product }: ShelfPrice, variantId: string, signal: AbortSignal): Promise<Outcome> {
    const basePrice = { currency: price.currency, value: decimalFromMinor(price.minor, price.currency) };
    const path = `/v2/commerce/products/${product}/variants/${variantId}`;
    const body = JSON.stringify({ pricing: { basePrice } });
    const answer = await calls.send({ method: 'POST', path, body, records: 1 }, signal);
    return answer.answered ? outcomeOf(answer, variantId) : silentOutcome(answer, label);
  }

  function priceOf({ record, key }: Parcel) {
    const variantId = siteId(key);
    if (!record || !('price' in record) || !('product' in record)) return undefined;
    return possible.test(record.product) && possible.test(variantId) ? { record, variantId } : undefined;
  }

  return {
    deliver: ({ parcels }: Batch, signal: AbortSignal): Promise<ReadonlyMap<string, Outcome>> =>
      eachInTurn(
        parcels,
        async (parcel) => {
          const asked = priceOf(parcel);
          if (!asked) return { kind: 'refused', faults: [{ field: '', code: 'variant_gone' }] };
          return await send(asked.record, asked.variantId, signal);
        },
        now,
      ),
  };
}
