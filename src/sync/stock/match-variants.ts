import { matchArticles, type DoubleMatch, type Item } from '../../identity/articles.ts';
import type { TillKey } from '../../model/ids.ts';
import type { Product } from '../../model/product.ts';
import type { WebsiteSettings } from '../../settings/settings.ts';
import type { Alias } from './aliases.ts';
import type { ArticleRules } from './article-rules.ts';
import type { Variant } from './read-articles.ts';

/** A variant, and which article of the till it is. */
export type MatchedVariant = { readonly variant: Variant } & (
  | { readonly is: 'matched'; readonly article: Product }
  /** By a rule of the settings, or by its own kind, in words. */
  | { readonly is: 'excluded'; readonly by: string; readonly article: Product | null }
  | { readonly is: 'unmatched'; readonly suggestions: readonly Product[] }
  | { readonly is: 'doubled'; readonly double: DoubleMatch }
);

/** What is compared. */
export interface MatchingParts {
  readonly articles: ReadonlyMap<TillKey, Product>;
  readonly variants: readonly Variant[];
  readonly aliases: readonly Alias[];
  readonly skuCase: WebsiteSettings['skuCase'];
  readonly rules: ArticleRules;
}

/** What lies on no shelf, by the website's own word for it. */
const intangible: Readonly<Record<string, string>> = {
  GIFT_CARD: 'a gift card has no stock',
  SERVICE: 'a service has no stock',
  DIGITAL: 'a download has no stock',
};

/** Every variant in one place: what it is, what excludes it, or why nobody can tell. */
export function matchVariants({
  articles,
  variants,
  aliases,
  skuCase,
  rules,
}: MatchingParts): readonly MatchedVariant[] {
  const found: MatchedVariant[] = [];
  const byKey = new Map<TillKey, Variant>();
  for (const variant of variants) {
    const by = intangible[variant.kind] ?? excludedAlone(variant, rules);
    if (by === undefined) byKey.set(variant.key, variant);
    else found.push({ variant, is: 'excluded', by, article: null });
  }
  const items = [...byKey.values()].map(({ record }) => itemOf(record));
  const all = matchArticles({ articles: [...articles.values()].map(itemOf), variants: items, aliases, skuCase });
  for (const { variant: key, article: articleKey } of all.matched) {
    const [variant, article] = [byKey.get(key), articles.get(articleKey)];
    if (!variant || !article) continue;
    const by = excludedTogether(variant, article, rules);
    found.push(by === undefined ? { variant, is: 'matched', article } : { variant, is: 'excluded', by, article });
  }
  for (const { variant: key, suggestions } of all.unmatched) {
    const variant = byKey.get(key);
    const known = suggestions.flatMap((each) => articles.get(each) ?? []);
    if (variant) found.push({ variant, is: 'unmatched', suggestions: known });
  }
  for (const double of all.doubled) {
    for (const key of double.variants) {
      const variant = byKey.get(key);
      if (variant) found.push({ variant, is: 'doubled', double });
    }
  }
  return found;
}

function itemOf({ key, sku = null, barcode = null, name = null }: Product): Item {
  return { key, sku, barcode, name };
}

function excludedAlone({ record }: Variant, rules: ArticleRules): string | undefined {
  return rules.excludedBy({ numbers: [record.sku], category: null, names: [record.name] });
}

function excludedTogether({ record }: Variant, article: Product, rules: ArticleRules): string | undefined {
  return rules.excludedBy(ruledArticle(record, article));
}

/** What the rules of the settings look at of a variant that is this article. */
export function ruledArticle(record: Product, article: Product): Parameters<ArticleRules['excludedBy']>[0] {
  return {
    numbers: [article.key, article.sku, record.sku],
    category: article.category,
    names: [article.name, record.name],
  };
}
