import { compareKeys } from '../model/compare-keys.ts';
import type { TillKey } from '../model/ids.ts';
import { createNameSearch } from './name-search.ts';

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

/** Suggestions for an unmatched variant: more than these nobody reads. */
const suggestionCount = 3;

/**
 * Finds out which variants of a shop front are which articles of the till: by what staff said, then by SKU, then by
 * barcode. What is matched, or claimed more than once, by one of them is not looked at again by the next; an SKU that is
 * claimed twice is a mistake that a barcode must not hide.
 */
export function matchArticles({ articles, variants, aliases, skuCase }: ArticleMatchParts): MatchedArticles {
  const sku = (item: Item) => plain(item.sku, skuCase);
  const barcode = (item: Item) => plain(item.barcode, 'counts')?.replace(/^0+(?=\d{12}$)/, '');
  const alias = aliasReader(aliases, skuCase);
  const matched: MatchedVariant[] = [];
  const doubled: DoubleMatch[] = [];
  let open = { articles: articles.toSorted(byKey), variants: variants.toSorted(byKey) };
  const steps = [
    { by: 'alias', ofArticle: ({ key }: Item) => key, ofVariant: alias },
    { by: 'sku', ofArticle: sku, ofVariant: sku },
    { by: 'barcode', ofArticle: barcode, ofVariant: barcode },
  ] as const;
  for (const { by, ofArticle, ofVariant } of steps) {
    const found = claimsOf(open, ofArticle, ofVariant);
    for (const claim of found) {
      const [article, variant] = [claim.articles[0], claim.variants[0]];
      if (claim.articles.length === 1 && claim.variants.length === 1 && article && variant) {
        matched.push({ variant: variant.key, article: article.key, by });
      } else
        doubled.push({ articles: keysOf(claim.articles), variants: keysOf(claim.variants), by, value: claim.value });
    }
    const settled = new Set(found.flatMap((claim) => [...claim.articles, ...claim.variants]));
    const isOpen = (item: Item) => !settled.has(item);
    open = { articles: open.articles.filter(isOpen), variants: open.variants.filter(isOpen) };
  }
  return { matched, doubled, unmatched: withSuggestions(open) };
}

/** Articles and variants that have a value in common, at least one of each. */
interface Claim {
  readonly value: string;
  readonly articles: readonly Item[];
  readonly variants: readonly Item[];
}

interface Open {
  readonly articles: readonly Item[];
  readonly variants: readonly Item[];
}

type Value = (item: Item) => string | undefined;

function claimsOf({ articles, variants }: Open, ofArticle: Value, ofVariant: Value): Claim[] {
  const articlesBy = Map.groupBy(articles, (item) => ofArticle(item) ?? '');
  const variantsBy = Map.groupBy(variants, (item) => ofVariant(item) ?? '');
  return [...variantsBy].flatMap(([value, claiming]): Claim[] => {
    const claimed = articlesBy.get(value) ?? [];
    return value === '' || claimed.length === 0 ? [] : [{ value, articles: claimed, variants: claiming }];
  });
}

/** Without blanks around it and within; undefined where nothing is left. */
function plain(text: string | null, letters: 'ignored' | 'counts'): string | undefined {
  const trimmed = text?.trim().replaceAll(/\s+/g, ' ') ?? '';
  if (trimmed === '') return undefined;
  return letters === 'ignored' ? trimmed.toLowerCase() : trimmed;
}

/** What staff said of a variant: by its key, or by its SKU. */
function aliasReader(aliases: readonly Alias[], skuCase: 'ignored' | 'counts'): Value {
  const bySaid = new Map(aliases.map(({ variant, article }) => [plain(variant, skuCase), article]));
  return ({ key, sku }) =>
    bySaid.get(plain(key, skuCase)) ?? (sku === null ? undefined : bySaid.get(plain(sku, skuCase)));
}

function withSuggestions({ articles, variants }: Open): UnmatchedVariant[] {
  if (variants.length === 0) return [];
  const search = createNameSearch(articles);
  return variants.map(({ key, name }) => ({
    variant: key,
    suggestions: keysOf(search.like(name ?? '', suggestionCount)),
  }));
}

function keysOf(items: readonly Item[]): TillKey[] {
  return items.map(({ key }) => key);
}

function byKey(one: Item, other: Item): number {
  return compareKeys(one.key, other.key);
}
