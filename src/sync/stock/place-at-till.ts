import type { TillKey } from '../../model/ids.ts';
import type { Staging } from '../../staging/staging.ts';

/** Of each problem that is mended at the till's article, the field that is to be mended there. The others are the website's own. */
const mendedAtTill: Readonly<Record<string, 'stock' | 'price'>> = { stock_too_high: 'stock', price_refused: 'price' };

/** What is to be mended, and of which articles of the till. */
export interface AtTill {
  readonly code: string;
  readonly articles: readonly TillKey[];
  /** The field, where the problem does not say by itself which. */
  readonly field?: 'sku' | 'barcode' | undefined;
}

/** Where a problem of the website is to be mended at the till: `STOCKITM.QOH (R-118)`. Undefined where it is the website's own, or the till is not read for such a field. */
export function placeAtTill(till: Pick<Staging, 'feed'>, { code, articles, field }: AtTill): string | undefined {
  const named = field ?? mendedAtTill[code];
  const origin = named && till.feed('product').origins[named];
  return origin && articles.length > 0 ? `${origin} (${articles.join(', ')})` : undefined;
}
