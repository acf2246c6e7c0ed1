import type { TillKey } from '../../model/ids.ts';
import type { ArticleRules } from './article-rules.ts';
import type { KeyedOrders } from './keyed-orders.ts';
import { ruledArticle, type MatchedVariant } from './match-variants.ts';
import { isTaken, type OrderedPieces } from './ordered-pieces.ts';
import type { Shown } from './read-articles.ts';
import { reckonSupply } from './reckon-supply.ts';
import type { WebArticle, WebStanding } from './web-articles.ts';

/** A variant as it stands now; what is remembered of it besides is for others to add. */
export type Reckoning = Omit<WebArticle, 'offSince' | 'settledAt'> & {
  /** Pieces that were ordered, and that the shop does not have. */
  readonly short: number;
};

/** What one variant is reckoned from. */
export interface ReckonedFrom {
  readonly shown: ReadonlyMap<TillKey, Shown>;
  readonly orders: ReadonlyMap<TillKey, readonly OrderedPieces[]>;
  readonly keyed: KeyedOrders;
  readonly rules: ArticleRules;
  readonly heldOf: (variant: TillKey) => number | undefined;
}

/** What the website ought to have been given of a variant, or why the till has no say. */
export function reckonStock(found: MatchedVariant, from: ReckonedFrom): Reckoning {
  const { variant } = found;
  const article = found.is === 'matched' || found.is === 'excluded' ? found.article : null;
  const orders = (from.orders.get(variant.key) ?? []).filter(isTaken);
  const ordered = sumOf(orders);
  const keyed = sumOf(orders.filter((order) => from.keyed.isKeyed(order)));
  const kept = article ? from.rules.kept(ruledArticle(variant.record, article)) : 0;
  const till = article?.stock ?? null;
  const standing = standingOf(found, from.shown.get(variant.key));
  const held = from.heldOf(variant.key) ?? null;
  const reckoned = standing === 'reckoned' && till !== null;
  const { supply, short } = reckoned ? reckonSupply({ till, ordered, keyed, kept, held }) : nothing;
  return {
    variant: variant.key,
    article: article?.key ?? null,
    sku: variant.record.sku ?? null,
    name: variant.record.name ?? article?.name ?? variant.key,
    standing,
    because: found.is === 'excluded' ? found.by : null,
    till,
    kept,
    ordered,
    keyed,
    supply,
    short,
  };
}

const nothing = { supply: null, short: 0 };

function sumOf(orders: readonly OrderedPieces[]): number {
  return orders.reduce((sum, { pieces }) => sum + pieces, 0);
}

function standingOf(found: MatchedVariant, shown: Shown | undefined): WebStanding {
  if (found.is !== 'matched') return found.is;
  if (found.article.stock == null) return 'silent';
  // Where its stock was not read yet, nothing is known against it.
  return shown && shown.quantity === null ? 'uncounted' : 'reckoned';
}
