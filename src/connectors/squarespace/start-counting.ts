import { z } from 'zod';
import type { ShopFront } from '../shop-front.ts';
import type { Calls, Question } from './calls.ts';
import { siteId } from './keys.ts';
import type { InventoryItem } from './wire/product.ts';

/** What beginning to count takes. */
export interface StartCountingParts {
  readonly calls: Pick<Calls, 'ask' | 'take'>;
  /** What is left of these variants, those left out that the site does not know. Throws a `TillbridgeError`. */
  readonly inventoryOf: (variantIds: readonly string[], signal: AbortSignal) => Promise<readonly InventoryItem[]>;
}

/** No body is as agreed where none was promised. */
const nothing = z.never();

/**
 * Begins to count a variant of which the site counts none. Only then is it told a number outright: a site that counts
 * takes its sales off by itself, and a number of ours would put them back.
 */
export function createStartCounting({ calls, inventoryOf }: StartCountingParts): ShopFront['startCounting'] {
  return async (key, pieces, { signal, idempotencyKey }) => {
    const variantId = siteId(key);
    const [item] = await inventoryOf([variantId], signal);
    if (!item) return 'gone';
    if (item.isUnlimited !== true) return 'counted-already';
    const question = {
      about: 'stock',
      method: 'POST',
      path: '/1.0/commerce/inventory/adjustments',
      headers: { 'idempotency-key': idempotencyKey },
      body: JSON.stringify({ setFiniteOperations: [{ variantId, quantity: pieces }] }),
    } satisfies Question;
    const answer = await calls.ask(question, signal);
    if (answer.status === 204) return 'begun';
    return calls.take(question, answer, nothing);
  };
}
