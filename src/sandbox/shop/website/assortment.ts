import type { SiteProduct, SiteVariant } from '../../squarespace/site.ts';
import type { MatchedVariant, WebsiteTally } from './tally.ts';
import type { TillArticle } from './till-articles.ts';

/** A variant that is an article of the till and can be sold on the website. */
export interface Sellable {
  readonly article: TillArticle;
  readonly sku: string;
  readonly by: MatchedVariant['by'];
  /** Somebody changed its stock by hand by so many pieces. */
  readonly drift: number;
  /** The website counts none of it. */
  readonly unlimited: boolean;
  /** It is sold as a set, or made to order. */
  readonly excluded: boolean;
}

/** A variant of the website's own, with what stands for its stock once orders are known. */
export interface Shelf {
  readonly product: Omit<SiteProduct, 'variants'>;
  readonly variants: readonly (Omit<SiteVariant, 'stock'> & { readonly of: Sellable | number | null })[];
}

/** What the website sells, and what is to be found out about it. */
export interface Assortment extends Pick<WebsiteTally, 'unmatched' | 'doubled' | 'excluded' | 'intangible'> {
  readonly shelves: readonly Shelf[];
  /** In the order in which they were made. */
  readonly sellable: readonly Sellable[];
  /** What nothing of is on a shelf: SKUs, with their price in pence and name. */
  readonly services: readonly { readonly sku: string; readonly name: string; readonly price: number }[];
}

/** An assortment in the making. */
export interface AssortmentDraft {
  readonly shelves: Shelf[];
  readonly sellable: Sellable[];
  readonly unmatched: Assortment['unmatched'][number][];
  readonly doubled: Assortment['doubled'][number][];
  readonly excluded: Assortment['excluded'][number][];
}
