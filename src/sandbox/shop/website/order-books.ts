import type { Random } from '../random.ts';
import type { SaleDraft } from '../sale.ts';
import { keyedSale } from './keyed-sale.ts';
import type { OrderDraft } from './order-draft.ts';
import type { Keying } from './order-kinds.ts';
import type { SamplePair, WebsiteTally } from './tally.ts';

/** The orders of a website, the sales as which some were keyed into the till, and which is which. */
export interface OrderBooks extends Pick<
  WebsiteTally,
  'pairsByReference' | 'pairsByLikeness' | 'otherTotals' | 'notPairs' | 'notKeyed'
> {
  readonly orders: OrderDraft[];
  readonly sales: SaleDraft[];
  readonly pairsByReference: SamplePair[];
  readonly pairsByLikeness: SamplePair[];
  readonly otherTotals: SamplePair[];
  readonly notPairs: WebsiteTally['notPairs'][number][];
  readonly notKeyed: string[];
}

/** Books in which nothing stands yet. */
export function emptyBooks(): OrderBooks {
  return {
    orders: [],
    sales: [],
    pairsByReference: [],
    pairsByLikeness: [],
    otherTotals: [],
    notPairs: [],
    notKeyed: [],
  };
}

/** Below those of the till's own sales, so that the till goes on counting where it is. */
const firstKeyedSale = 50_001;

/** Writes an order into the till, or something that only looks like it. Answers whether the till knows of the order now. */
export function keyIn(
  books: OrderBooks,
  order: OrderDraft,
  { keying, bystanders, random }: { keying: Keying; bystanders: readonly string[]; random: Random },
): boolean {
  const key = firstKeyedSale + books.sales.length;
  const bystander = bystanders[books.sales.length % bystanders.length] ?? '';
  books.sales.push(keyedSale(order, { key, keying, bystander, random }));
  const pair = { order: order.number, sale: String(key) };
  switch (keying) {
    case 'reference':
    case 'reference of nobody':
      books.pairsByReference.push(pair);
      return true;
    case 'likeness':
      books.pairsByLikeness.push(pair);
      return true;
    case 'other total':
      books.otherTotals.push(pair);
      return true;
    case 'another person':
    case 'longer number':
      books.notPairs.push({ ...pair, because: keying });
      return false;
  }
}
