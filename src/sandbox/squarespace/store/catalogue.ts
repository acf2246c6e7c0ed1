import { createCollection } from './collection.ts';
import type { CollectionView } from './collection.ts';
import { createMultiMap } from './multi-map.ts';
import { isCountable } from './product.ts';
import type { OwnedVariant, Product, Stock } from './product.ts';

/** Read access to what the shop sells. */
export interface CatalogueView {
  readonly products: CollectionView<Product>;
  /** Pieces of whatever can be counted, by variant. */
  readonly stock: CollectionView<Stock>;
  variant(id: string): OwnedVariant | undefined;
  /** All variants with this article number: nothing keeps two products from having the same. */
  bySku(sku: string): readonly OwnedVariant[];
  bySlug(slug: string): Product | undefined;
}

/** What the shop sells. */
export interface Catalogue extends CatalogueView {
  /** Variants that are new and can be counted begin without a limit. */
  put(product: Product): void;
  remove(productId: string): void;
  setStock(variantId: string, stock: Pick<Stock, 'quantity' | 'unlimited'>): void;
}

/** An empty catalogue. */
export function createCatalogue(): Catalogue {
  const products = createCollection<Product>();
  const stock = createCollection<Stock>();
  const ownerOf = new Map<string, string>();
  const bySku = createMultiMap<string>();
  const bySlug = new Map<string, string>();
  let sequence = 0;

  function unlink({ variants, urlSlug }: Product): void {
    bySlug.delete(urlSlug);
    for (const { id, sku } of variants) {
      ownerOf.delete(id);
      bySku.remove(sku, id);
    }
  }

  function link(product: Product): void {
    bySlug.set(product.urlSlug, product.id);
    for (const { id, sku } of product.variants) {
      ownerOf.set(id, product.id);
      bySku.add(sku, id);
      if (isCountable(product) && !stock.get(id)) {
        sequence += 1;
        stock.put({ id, sequence, quantity: 0, unlimited: true });
      }
    }
  }

  function forget(variantIds: Iterable<string>): void {
    for (const id of variantIds) stock.remove(id);
  }

  function variant(id: string): OwnedVariant | undefined {
    const product = products.get(ownerOf.get(id) ?? '');
    const found = product?.variants.find((each) => each.id === id);
    return product && found && { product, variant: found };
  }

  return {
    products,
    stock,
    variant,
    bySku: (sku) => bySku.get(sku).flatMap((id) => variant(id) ?? []),
    bySlug: (slug) => products.get(bySlug.get(slug) ?? ''),
    put(product) {
      const before = products.get(product.id);
      if (before) unlink(before);
      products.put(product);
      link(product);
      const left = new Set(product.variants.map(({ id }) => id));
      forget((before?.variants ?? []).map(({ id }) => id).filter((id) => !left.has(id)));
    },
    remove(productId) {
      const product = products.get(productId);
      if (!product) return;
      unlink(product);
      products.remove(productId);
      forget(product.variants.map(({ id }) => id));
    },
    setStock(variantId, { quantity, unlimited }) {
      const before = stock.get(variantId);
      if (before) stock.put({ ...before, quantity, unlimited });
    },
  };
}
