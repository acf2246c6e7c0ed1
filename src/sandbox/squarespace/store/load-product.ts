import type { SiteProduct, SiteVariant } from '../site.ts';
import { isCountable } from './product.ts';
import type { Product, Variant } from './product.ts';
import type { Store } from './store.ts';

const year = 365 * 86_400_000;

/** Unknown weight and size. */
export const unmeasured = { weight: 0, length: 0, width: 0, height: 0 } as const;

/** An address that no other product has: `p/signet-ring`, `p/signet-ring-2`. */
export function freeSlug({ catalogue }: Store, name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const slug = `p/${words === '' ? 'product' : words}`;
  let count = 1;
  let free = slug;
  while (catalogue.bySlug(free)) {
    count += 1;
    free = `${slug}-${count}`;
  }
  return free;
}

function variantOf(store: Store, given: SiteVariant, fallback: Readonly<Record<string, string>>): Variant {
  return {
    id: store.ids.uuid(),
    sku: given.sku,
    basePrice: store.minor(given.price),
    salePrice: given.salePrice === undefined ? 0 : store.minor(given.salePrice),
    onSale: given.salePrice !== undefined,
    attributes: given.attributes ?? fallback,
    measurements: unmeasured,
    gtin: given.gtin ?? null,
    mpn: null,
    imageId: null,
  };
}

/** Takes a product with its stock into the catalogue. */
export function loadProduct(store: Store, given: SiteProduct): Product {
  const { ids, catalogue, now } = store;
  const type = given.type ?? 'PHYSICAL';
  const createdOn = given.createdOn === undefined ? now() - year : Date.parse(given.createdOn);
  const isOneOfMany = given.variants.length > 1;
  const variants = given.variants.map((each, place) =>
    variantOf(store, each, isOneOfMany ? { Option: String(place + 1) } : {}),
  );
  const product: Product = {
    id: ids.hex(),
    type,
    storePageId: store.pages.all()[0]?.id ?? '',
    name: given.name,
    description: '',
    urlSlug: freeSlug(store, given.name),
    tags: [],
    isVisible: given.visible ?? true,
    seo: null,
    pictures: [],
    attributeNames: [...new Set(variants.flatMap(({ attributes }) => Object.keys(attributes)))],
    variants: type === 'DIGITAL' ? [] : variants,
    digital: type === 'DIGITAL' ? { price: variants[0]?.basePrice ?? 0, fileName: 'download.pdf' } : null,
    createdOn,
    modifiedOn: createdOn,
  };
  catalogue.put(product);
  if (!isCountable(product)) return product;
  for (const [place, { id }] of product.variants.entries()) {
    const pieces = given.variants[place]?.stock ?? null;
    catalogue.setStock(id, { quantity: pieces ?? 0, unlimited: pieces === null });
  }
  return product;
}
