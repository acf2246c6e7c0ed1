import type { TillKey } from '../../model/ids.ts';
import type { Product } from '../../model/product.ts';
import type { Staging } from '../../staging/staging.ts';
import { createRecordReader } from '../../validation/read/record-reader.ts';
import type { StockParts } from './stock-parts.ts';

/** A variant of the shop front: what it is there, and which article of the till it may be. */
export interface Variant {
  readonly key: TillKey;
  /** With `price` as what the shop front asks when nothing is on sale. */
  readonly record: Product;
  /** The shop front's own product to which it belongs. */
  readonly product: string;
  /** `PHYSICAL`, `SERVICE`, `GIFT_CARD`, … */
  readonly kind: string;
}

/** What a shop front says that it has left of a variant. */
export interface Shown {
  /** Null where it counts none. */
  readonly quantity: number | null;
}

/** Every article of the till, by its key. */
export function readArticles({ till, settings }: Pick<StockParts, 'till' | 'settings'>): Map<TillKey, Product> {
  const read = createRecordReader({ kind: 'product', fields: till.feed('product').fields, ...settings });
  const articles = new Map<TillKey, Product>();
  for (const { key, cells } of everyRow(till, 'product')) articles.set(key, read(key, cells).record);
  return articles;
}

/** Every variant of the shop front. */
export function readVariants({ front, settings }: Pick<StockParts, 'front' | 'settings'>): readonly Variant[] {
  const { fields } = front.feed('product');
  const read = createRecordReader({ kind: 'product', fields, ...settings });
  const [productAt, kindAt] = [fields.indexOf('product'), fields.indexOf('kind')];
  return [...everyRow(front, 'product')].map(({ key, cells }) => ({
    key,
    record: read(key, cells).record,
    product: cells[productAt] ?? '',
    kind: cells[kindAt] ?? '',
  }));
}

/** What the shop front showed of each variant when its stock was last read. */
export function readShown(front: Staging): Map<TillKey, Shown> {
  const { fields } = front.feed('stock');
  const [quantityAt, unlimitedAt] = [fields.indexOf('quantity'), fields.indexOf('unlimited')];
  const shown = new Map<TillKey, Shown>();
  for (const { key, cells } of everyRow(front, 'stock')) {
    const quantity = cells[quantityAt] ?? null;
    const counts = cells[unlimitedAt] !== 'true' && quantity !== null && Number.isInteger(Number(quantity));
    shown.set(key, { quantity: counts ? Number(quantity) : null });
  }
  return shown;
}

const keysATime = 1000;

function* everyRow(staging: Staging, kind: 'product' | 'stock') {
  for (let after = ''; ;) {
    const keys = staging.keys(kind, after, keysATime);
    for (const key of keys) {
      const cells = staging.row(kind, key)?.cells;
      if (cells) yield { key: key as TillKey, cells };
    }
    const last = keys.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
