import { shaped } from '../../conventions/body.ts';
import type { Work } from '../../conventions/calls.ts';
import { conflict, invalid } from '../../conventions/refusal.ts';
import { freeSlug } from '../../store/load-product.ts';
import type { Product, Variant } from '../../store/product.ts';
import type { Store } from '../../store/store.ts';
import type { ResourceParts } from '../context.ts';
import { createVariant, stockVariant } from './new-variant.ts';
import { productCreation, productUpdate } from './product-bodies.ts';
import type { ProductCreation, ProductUpdate } from './product-bodies.ts';
import { productDocument } from './product-document.ts';
import { productIn, refuseDigital } from './product-in-path.ts';
import { checkVariants } from './variant-rules.ts';

function refuseTaken({ catalogue }: Store, slug: string | undefined, own?: Product): void {
  const holder = slug === undefined ? undefined : catalogue.bySlug(slug);
  if (holder && holder.id !== own?.id) throw conflict('URL_SLUG_UNAVAILABLE', 'The URL slug is in use.');
}

function created(store: Store, given: ProductCreation): Product {
  const { ids, pages, now } = store;
  const { type, storePageId, name = '', description = '', urlSlug, tags, isVisible = true } = given;
  if (!pages.get(storePageId)) throw invalid('There is no store page with this id.', 'STORE_PAGE_NOT_FOUND');
  refuseTaken(store, urlSlug);
  const variants = given.variants.map((each) => createVariant(store, each));
  const attributeNames = given.variantAttributes ?? [
    ...new Set(variants.flatMap((each) => Object.keys(each.attributes))),
  ];
  checkVariants({ variants, attributeNames });
  return {
    id: ids.hex(),
    type,
    storePageId,
    name,
    description,
    urlSlug: urlSlug ?? freeSlug(store, name),
    tags: tags ?? [],
    isVisible,
    seo: null,
    pictures: [],
    attributeNames,
    variants,
    digital: null,
    createdOn: now(),
    modifiedOn: now(),
  };
}

/** `POST /v2/commerce/products`. */
export function createProduct({ store, wire }: ResourceParts): Work {
  return (_exchange, body) => {
    const given = shaped(productCreation, body);
    refuseDigital(given);
    const product = created(store, given);
    store.catalogue.put(product);
    for (const [place, { id }] of product.variants.entries()) stockVariant(store, id, given.variants[place]?.stock);
    return { status: 201, body: productDocument({ store, wire }, product) };
  };
}

function withOnly(variant: Variant, attributeNames: readonly string[]): Variant {
  const kept = Object.entries(variant.attributes).filter(([name]) => attributeNames.includes(name));
  return { ...variant, attributes: Object.fromEntries(kept) };
}

/** Attributes that are not named any more are taken from every variant. */
function withAttributes(product: Product, attributeNames: readonly string[]): Product {
  const narrowed = {
    ...product,
    attributeNames,
    variants: product.variants.map((each) => withOnly(each, attributeNames)),
  };
  try {
    checkVariants(narrowed);
  } catch {
    throw conflict('PRODUCT_UPDATE_CONFLICT', 'The variants cannot be told apart by these attributes.');
  }
  return narrowed;
}

function changed(store: Store, before: Product, edit: ProductUpdate): Product {
  const { name, description, urlSlug, tags, isVisible, seoOptions, variantAttributes } = edit;
  refuseTaken(store, urlSlug, before);
  const product = variantAttributes ? withAttributes(before, variantAttributes) : before;
  return {
    ...product,
    name: name ?? before.name,
    description: description ?? before.description,
    urlSlug: urlSlug ?? before.urlSlug,
    tags: tags ?? before.tags,
    isVisible: isVisible ?? before.isVisible,
    seo: seoOptions === undefined ? before.seo : seoOptions,
    modifiedOn: store.now(),
  };
}

/** `POST /v2/commerce/products/{id}`: what it does not say stays. */
export function updateProduct({ store, wire }: ResourceParts): Work {
  return (exchange, body) => {
    const product = changed(store, productIn(exchange, store), shaped(productUpdate, body));
    store.catalogue.put(product);
    return { status: 200, body: productDocument({ store, wire }, product) };
  };
}

/** `DELETE /v2/commerce/products/{id}`: for good, and without a trace. */
export function deleteProduct({ store }: ResourceParts): Work {
  return (exchange) => {
    const product = productIn(exchange, store);
    refuseDigital(product);
    store.catalogue.remove(product.id);
    return { status: 204 };
  };
}
