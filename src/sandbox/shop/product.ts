import { articleGroups, articleStyles, makers } from './articles.ts';
import { withCheckDigit } from './barcode.ts';
import { dayAfter } from './calendar.ts';
import { openingTime } from './customer-history.ts';
import { putUnclean, type Draft } from './draft.ts';
import { nothing } from './nothing.ts';
import { createRandom, type Random } from './random.ts';
import type { ProductField } from './schema.ts';
import { streams, type ShopFrame } from './shop-frame.ts';

/** An article's row in the making. */
export type ProductDraft = Draft<ProductField>;

/** What a line of a sale takes from an article. */
export interface Article {
  readonly sku: string;
  readonly name: string;
  /** Pence. */
  readonly price: number;
}

/** A sound article, always the same for the same frame and row. */
export function soundProduct(frame: ShopFrame, index: number): { draft: ProductDraft; article: Article } {
  const random = createRandom(frame.seed, streams.product, index);
  const { prefix, category, noun, metals, stones, price } = random.pick(articleGroups);
  const number = String(1_000_001 + index);
  const metal = random.pick(metals);
  const stone = random.pick(stones);
  const described = [noun, metal, stone, random.pick(articleStyles)].filter((part) => part !== '');
  const pence = Math.round(random.between(price.from, price.to) / 50) * 50;
  const article = { sku: `${random.pick(makers)}${number.slice(1)}`, name: described.join(', '), price: pence };
  const values: ProductDraft['values'] = {
    // Always as many digits in front: whoever sorts codes, as text or as numbers, gets the order of the rows.
    key: `${number}${prefix}`,
    sku: article.sku,
    name: article.name,
    category,
    metal: metal === '' ? nothing(random) : metal,
    stone: stone === '' ? nothing(random) : stone,
    price: `${pounds(pence)}00`,
    cost: `${pounds(Math.round(pence * 0.45))}33`,
    barcode: random.oneIn(3) ? nothing(random) : barcodeOf(index, random),
    stock: `${random.pick([0, 1, 1, 2, 3, random.below(40)])}.000`,
    discontinued: random.oneIn(12) ? 'Y' : random.pick(['N', ' ', null]),
    changedAt: `${dayAfter(frame.asOf, -random.between(2, 1500))} ${openingTime(random)}`,
  };
  const draft: ProductDraft = { kind: 'product', values, faults: [], cleanings: new Map() };
  if (random.oneIn(40)) {
    putUnclean(draft, 'name', { before: `\t${article.name}`, after: article.name, reason: 'white space' });
  }
  return { draft, article };
}

/** Numbers that GS1 leaves to shops for their own labels, in each of the three lengths. */
function barcodeOf(index: number, random: Random): string {
  const number = String(index).padStart(8, '0');
  return withCheckDigit(random.pick([`2000${number}`, `2000${number}`, `400${number}`, `02${number.slice(-5)}`]));
}

/** Pence as decimal text in pounds. */
export function pounds(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
