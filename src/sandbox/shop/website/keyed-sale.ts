import { dayAfter } from '../calendar.ts';
import type { Random } from '../random.ts';
import { lineOf, sumOf, type LineDraft, type SaleDraft } from '../sale.ts';
import { pounds } from '../product.ts';
import type { OrderDraft } from './order-draft.ts';
import type { Keying } from './order-kinds.ts';

/** What a sale that staff keyed in is made from. */
export interface KeyedParts {
  readonly key: number;
  readonly keying: Keying;
  /** Somebody who has nothing to do with the order. */
  readonly bystander: string;
  readonly random: Random;
}

/** How staff write down which order they mean. */
const references = [
  (number: string) => `WEB ${number}`,
  (number: string) => `#${number}`,
  (number: string) => `SQ-${number}`,
  (number: string) => `Web order ${number}`,
] as const;

/** An order as staff keyed it into the till, or a sale that only looks like it. */
export function keyedSale(order: OrderDraft, { key, keying, bystander, random }: KeyedParts): SaleDraft {
  const lines = linesOf(order);
  if (keying === 'other total') lines.push(lineOf({ sku: null, description: 'Gift box', unitPrice: 450 }));
  const total = sumOf(lines);
  const sameDay = keying === 'likeness' || keying === 'another person';
  const day = sameDay ? order.day : dayAfter(order.day, random.below(2));
  return {
    kind: 'sale',
    values: {
      key,
      customerKey: customerOf(order, keying, bystander),
      soldAt: `${day} 17:${random.between(10, 49)}:${random.between(10, 59)}`,
      total: pounds(total),
      staffId: random.between(1, 5),
      promoCode: null,
      reference: referenceOf(order, keying, random),
    },
    faults: [],
    cleanings: new Map(),
    lines,
    total,
    payments: [{ method: 'Website', amount: total }],
  };
}

function linesOf({ lines, shipping, discount }: OrderDraft): LineDraft[] {
  const bought = lines.map(({ takes, name, quantity, unitPrice }) =>
    lineOf({ sku: takes?.article.sku ?? null, description: name, quantity, unitPrice }),
  );
  if (shipping > 0) bought.push(lineOf({ sku: null, description: 'Postage', unitPrice: shipping }));
  if (discount)
    bought.push(lineOf({ sku: null, description: discount.name, quantity: -1, unitPrice: discount.amount }));
  return bought;
}

function customerOf({ person }: OrderDraft, keying: Keying, bystander: string): string | null {
  switch (keying) {
    case 'reference':
    case 'likeness':
    case 'other total':
      return person?.account ?? null;
    case 'reference of nobody':
      return null;
    case 'another person':
    case 'longer number':
      return bystander;
  }
}

function referenceOf({ number }: OrderDraft, keying: Keying, random: Random): string | null {
  switch (keying) {
    case 'reference':
    case 'reference of nobody':
    case 'other total':
      return random.pick(references)(number);
    case 'longer number':
      return `WEB ${number}7`;
    case 'likeness':
    case 'another person':
      return null;
  }
}
