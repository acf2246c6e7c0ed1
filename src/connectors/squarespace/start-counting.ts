import type { HttpAnswer, NoAnswer } from '../http/client.ts';
import { said, silentOutcome, wholeOutcome } from '../http/outcome-table.ts';
import type { ShopFront } from '../shop-front.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { siteId } from './keys.ts';
import { label, squarespaceRows, wholeAnswer, type Auth } from './refusal.ts';
import type { StockParts } from './stock.ts';

function notBegun(
  answer: HttpAnswer | NoAnswer,
  { now, auth }: { readonly now: number; readonly auth: Auth },
): TillbridgeError {
  const outcome = answer.answered
    ? wholeOutcome(wholeAnswer(answer, now), squarespaceRows(auth))
    : silentOutcome(answer, label);
  const why = answer.answered ? said(wholeAnswer(answer, now)) : answer.reason;
  const isHalted = outcome.kind === 'halted';
  const hint = isHalted ? outcome.hint : 'Try again: what is counted by then is left as it is.';
  const what = `beginning to count stock at ${label}: ${why}`;
  return new TillbridgeError(isHalted ? 'settings' : 'unreachable', what, { hint });
}

/**
 * Begins to count a variant of which the site counts none. Only then is it told a number outright: a site that counts
 * takes its sales off by itself, and a number of ours would put them back.
 */
export function createStartCounting({ calls, inventoryOf, now }: StockParts): ShopFront['startCounting'] {
  return async (key, pieces, { signal, idempotencyKey }) => {
    const variantId = siteId(key);
    const [item] = await inventoryOf([variantId], signal);
    if (!item) return 'gone';
    if (item.isUnlimited !== true) return 'counted-already';
    const path = '/1.0/commerce/inventory/adjustments';
    const headers = { 'idempotency-key': idempotencyKey };
    const body = JSON.stringify({ setFiniteOperations: [{ variantId, quantity: pieces }] });
    const answer = await calls.send({ method: 'POST', path, headers, body }, signal);
    signal.throwIfAborted();
    if (answer.answered && answer.status === 204) return 'begun';
    throw notBegun(answer, { now: now(), auth: calls.auth });
  };
}
