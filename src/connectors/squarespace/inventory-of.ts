import { z } from 'zod';
import type { Calls, Question } from './calls.ts';
import type { InventoryItem } from './wire/product.ts';
import { inventoryItem } from './wire/product.ts';

/** So many may be asked for at once. */
const mostIds = 50;

/** An id of another form would make a path of another meaning; the site has none such. */
const possible = /^[\w-]{1,64}$/;

const body = z.object({ inventory: z.array(inventoryItem) });

/**
 * What is left of these variants, those left out that the site does not know. It refuses a question as a whole where a
 * single variant is gone, and does not say which: then each half is asked for by itself.
 */
export async function inventoryOf(
  calls: Calls,
  variantIds: readonly string[],
  signal: AbortSignal,
): Promise<readonly InventoryItem[]> {
  async function some(ids: readonly string[]): Promise<readonly InventoryItem[]> {
    const path = `/1.0/commerce/inventory/${ids.join(',')}`;
    const question = { about: 'stock', method: 'GET', path } satisfies Question;
    const answer = await calls.ask(question, signal);
    if (answer.status !== 404) return calls.take(question, answer, body).inventory;
    if (ids.length === 1) return [];
    const middle = Math.ceil(ids.length / 2);
    return [...(await some(ids.slice(0, middle))), ...(await some(ids.slice(middle)))];
  }

  const wanted = [...new Set(variantIds)].filter((id) => possible.test(id));
  const found: InventoryItem[] = [];
  for (let start = 0; start < wanted.length; start += mostIds) {
    found.push(...(await some(wanted.slice(start, start + mostIds))));
  }
  return found;
}
