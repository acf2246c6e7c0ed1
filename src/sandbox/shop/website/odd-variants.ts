import type { SiteVariant } from '../../squarespace/site.ts';
import { pounds } from '../product.ts';
import type { AssortmentDraft, Sellable } from './assortment.ts';
import type { Draw } from './draw.ts';
import { withSlip } from './spelling.ts';
import type { TillArticle } from './till-articles.ts';

/** What odd variants are made from. */
export interface OddParts {
  readonly draft: AssortmentDraft;
  readonly draw: Draw<TillArticle>;
  /** How often each kind is made. */
  readonly times: number;
}

const placed = (place: number) => String(place).padStart(4, '0');

/** A variant as an article of the till would have it. */
export function variantOf({ price, barcode }: TillArticle, sku: string): Omit<SiteVariant, 'stock'> {
  return { sku, price: pounds(price), ...(barcode !== '' && { gtin: barcode }) };
}

/** Puts an article on the website under a SKU. */
export function sell(draft: AssortmentDraft, article: TillArticle, parts: Partial<Omit<Sellable, 'article'>>): void {
  const { sku = article.sku, by = 'sku', drift = 0, unlimited = false, excluded = false } = parts;
  const sellable = { article, sku, by, drift, unlimited, excluded };
  draft.sellable.push(sellable);
  draft.shelves.push({ product: { name: article.name }, variants: [{ ...variantOf(article, sku), of: sellable }] });
}

/** A name that few other articles have can be found again by it. */
const hasRareName = ({ namesakes, barcode }: TillArticle) => namesakes.length <= 3 && barcode !== '';
const hasBarcode = ({ barcode }: TillArticle) => barcode !== '';
const hasFew = ({ stock }: TillArticle) => stock >= 1 && stock <= 3;
const hasMany = ({ stock }: TillArticle) => stock >= 4;
const isHandMade = ({ name }: TillArticle) => name.includes('one of a kind');

function addSlips({ draft, draw, times }: OddParts): void {
  for (let place = 0; place < times; place++) {
    const article = draw(hasRareName);
    if (!article) return;
    const { name, namesakes, stock, key } = article;
    const sku = withSlip(article.sku);
    const { gtin: _, ...variant } = variantOf(article, sku);
    draft.shelves.push({ product: { name }, variants: [{ ...variant, of: stock }] });
    draft.unmatched.push({ sku, name, why: 'slip in the SKU', meant: key, suggested: namesakes });
  }
}

function addRenamed({ draft, draw, times }: OddParts): void {
  for (let place = 0; place < times; place++) {
    const article = draw();
    if (!article) return;
    const sku = `LARK-${placed(place)}`;
    const name = `Moonlight no. ${place + 1}`;
    const { gtin: _, ...variant } = variantOf(article, sku);
    draft.shelves.push({ product: { name }, variants: [{ ...variant, of: article.stock }] });
    draft.unmatched.push({ sku, name, why: 'another SKU and name', meant: article.key, suggested: [] });
  }
}

function addWebOnly({ draft, times }: OddParts): void {
  for (let place = 0; place < times; place++) {
    const sku = `TOTE-${placed(place)}`;
    const name = `Canvas shopper, print ${place + 1}`;
    draft.shelves.push({ product: { name }, variants: [{ sku, price: '18.00', of: 25 }] });
    draft.unmatched.push({ sku, name, why: 'only on the website', meant: null, suggested: [] });
  }
}

function addDoubled({ draft, draw, times }: OddParts): void {
  for (let place = 0; place < times; place++) {
    const article = draw(hasBarcode);
    if (!article) return;
    const { sku, key, name, stock } = article;
    for (const title of [name, `${name} (gift-wrapped)`])
      draft.shelves.push({ product: { name: title }, variants: [{ ...variantOf(article, sku), of: stock }] });
    draft.doubled.push({ sku, article: key, variants: 2 });
  }
}

/** Variants that the site itself numbered: only their barcode tells what they are. */
function addByBarcode({ draft, draw, times }: OddParts): void {
  for (let place = 0; place < 3 * times; place++) {
    const article = draw(hasBarcode);
    if (article) sell(draft, article, { sku: `SQ${String(1_000_000 + place)}`, by: 'barcode' });
  }
}

/** Two ways of leaving articles out: by number, as sets are, and by what their names say. */
function addExcluded({ draft, draw, times }: OddParts): void {
  for (let place = 0; place < times; place++) {
    const set = draw();
    if (!set) return;
    sell(draft, set, { excluded: true });
    draft.excluded.push({ rule: { article: set.key }, skus: [set.sku] });
  }
  const made = draw(isHandMade);
  if (!made) return;
  sell(draft, made, { excluded: true });
  draft.excluded.push({ rule: { category: made.category, name: '*one of a kind*' }, skus: [] });
}

function addMiscounted({ draft, draw, times }: OddParts): void {
  for (let place = 0; place < times; place++) {
    const few = draw(hasFew);
    if (few) sell(draft, few, { drift: 2 });
    const many = draw(hasMany);
    if (many) sell(draft, many, { drift: -3 });
    const uncounted = draw();
    if (uncounted) sell(draft, uncounted, { unlimited: true });
  }
}

/** Adds every kind of variant that needs a second look. */
export function addOddVariants(parts: OddParts): void {
  addSlips(parts);
  addRenamed(parts);
  addWebOnly(parts);
  addDoubled(parts);
  addByBarcode(parts);
  addExcluded(parts);
  addMiscounted(parts);
}
