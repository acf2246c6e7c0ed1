import { pounds } from '../product.ts';
import { createRandom, type Random } from '../random.ts';
import type { SampleShop } from '../shop.ts';
import { streams } from '../shop-frame.ts';
import type { Assortment, AssortmentDraft, Sellable, Shelf } from './assortment.ts';
import { createDraw, type Draw } from './draw.ts';
import { addOddVariants, sell, variantOf } from './odd-variants.ts';
import { soundArticles, type TillArticle } from './till-articles.ts';

/** One set of odd variants for so many ordinary ones. */
const variantsAnOdd = 250;

const services = [
  { sku: 'SVC-ENGRAVE', name: 'Engraving, up to 20 letters', price: 2500 },
  { sku: 'SVC-RESIZE', name: 'Ring resized', price: 4500 },
] as const;

const giftCards = [2500, 5000, 10_000] as const;

/** Everything that a website sells: mostly what the till has, and whatever else a shop's people put there. */
export function assortmentOf(shop: SampleShop, count: number): Assortment {
  const { seed } = shop.frame;
  const random = createRandom(seed, streams.webProduct);
  const draw = createDraw(soundArticles(shop), random);
  const draft: AssortmentDraft = { shelves: [], sellable: [], unmatched: [], doubled: [], excluded: [] };
  addOddVariants({ draft, draw, times: Math.max(1, Math.round(count / variantsAnOdd)) });
  addOrdinary(draft, { draw, random, count });
  draft.shelves.push(...intangibleShelves());
  return {
    ...draft,
    excluded: draft.excluded.map((each) => ({ ...each, skus: skusOf(each.rule, draft.sellable) })),
    services,
    intangible: [...services.map(({ sku }) => sku), ...giftCards.map(giftCardSku)],
  };
}

type Rule = Assortment['excluded'][number]['rule'];

function skusOf({ article, category, name }: Rule, sellable: readonly Sellable[]): string[] {
  const part = name?.replaceAll('*', '') ?? '';
  return sellable
    .filter(
      ({ article: each }) =>
        (article === undefined || article === each.key) &&
        (category === undefined || category === each.category) &&
        each.name.includes(part),
    )
    .map(({ sku }) => sku);
}

/** Products of one variant, and now and then of three. */
function addOrdinary(
  draft: AssortmentDraft,
  { draw, random, count }: { draw: Draw<TillArticle>; random: Random; count: number },
): void {
  while (draft.sellable.length < count) {
    const articles = Array.from({ length: random.oneIn(12) ? 3 : 1 }, () => draw()).filter((one) => one !== undefined);
    if (articles.length === 0) return;
    const sku = ({ sku: own }: TillArticle) => (random.oneIn(20) ? own.toLowerCase() : own);
    if (articles.length < 3) for (const article of articles) sell(draft, article, { sku: sku(article) });
    else draft.shelves.push(family(draft, articles, { random, sku }));
  }
}

function family(
  draft: AssortmentDraft,
  articles: readonly TillArticle[],
  { random, sku }: { random: Random; sku: (article: TillArticle) => string },
): Shelf {
  const variants = articles.map((article, place) => {
    const sellable: Sellable = { article, sku: sku(article), by: 'sku', drift: 0, unlimited: false, excluded: false };
    draft.sellable.push(sellable);
    const sale = random.oneIn(4) ? { salePrice: pounds(Math.round(article.price * 0.8)) } : {};
    const attributes = { Design: `${place + 1}: ${article.name}`.slice(0, 100) };
    return { ...variantOf(article, sellable.sku), ...sale, attributes, of: sellable };
  });
  const name = `Collection no. ${draft.shelves.length}`;
  return { product: { name, ...(random.oneIn(5) && { visible: false }) }, variants };
}

const giftCardSku = (price: number) => `GIFT-${price / 100}`;

function intangibleShelves(): Shelf[] {
  return [
    ...services.map(({ sku, name, price }) => ({
      product: { name, type: 'SERVICE' as const },
      variants: [{ sku, price: pounds(price), of: null }],
    })),
    {
      product: { name: 'Gift card', type: 'GIFT_CARD' as const },
      variants: giftCards.map((price) => ({
        sku: giftCardSku(price),
        price: pounds(price),
        attributes: { Value: `£${price / 100}` },
        of: null,
      })),
    },
  ];
}
