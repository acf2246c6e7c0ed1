import { shaped } from '../../conventions/body.ts';
import type { Work } from '../../conventions/calls.ts';
import { conflict, invalid } from '../../conventions/refusal.ts';
import type { Product, Variant } from '../../store/product.ts';
import type { Store } from '../../store/store.ts';
import type { ResourceParts } from '../context.ts';
import { createVariant, stockVariant } from './new-variant.ts';
import { variantCreation, variantUpdate } from './product-bodies.ts';
import { variantDocument } from './product-document.ts';
import { productIn, refuseDigital } from './product-in-path.ts';
import { changedVariant, checkVariants, variantOf } from './variant-rules.ts';

const mostVariants = 250;

function putVariants({ catalogue, now }: Store, product: Product, variants: readonly Variant[]): Product {
  const changed = { ...product, variants, modifiedOn: now() };
  checkVariants(changed);
  catalogue.put(changed);
  return changed;
}

/** `POST /v2/commerce/products/{id}/variants`. */
export function addVariant({ store, wire }: ResourceParts): Work {
  return (exchange, body) => {
    const before = productIn(exchange, store);
    refuseDigital(before);
    const given = shaped(variantCreation, body);
    if (before.variants.length >= mostVariants) throw conflict('ENTITY_LIMIT_REACHED', 'The product has 250 variants.');
    const variant = createVariant(store, given);
    const product = putVariants(store, before, [...before.variants, variant]);
    stockVariant(store, variant.id, given.stock);
    return { status: 201, body: variantDocument({ store, wire }, product, variant) };
  };
}

/** `POST /v2/commerce/products/{id}/variants/{vid}`: what it does not say stays, and so does the stock, whatever it says. */
export function updateVariant({ store, wire }: ResourceParts): Work {
  return (exchange, body) => {
    const before = productIn(exchange, store);
    const edit = shaped(variantUpdate, body);
    if (edit.stock !== undefined && store.habits.stockInVariantUpdate === 'refused') {
      throw invalid('Stock is changed through the Inventory API.');
    }
    const found = variantOf(before, exchange.req.param('vid') ?? '');
    const variant = changedVariant(store, found, edit);
    const product = putVariants(
      store,
      before,
      before.variants.map((each) => (each.id === variant.id ? variant : each)),
    );
    return { status: 200, body: variantDocument({ store, wire }, product, variant) };
  };
}

/** `DELETE /v2/commerce/products/{id}/variants/{vid}`: for good, but never the last. */
export function deleteVariant({ store }: ResourceParts): Work {
  return (exchange) => {
    const before = productIn(exchange, store);
    const gone = variantOf(before, exchange.req.param('vid') ?? '');
    if (before.variants.length === 1) {
      throw conflict('INSUFFICIENT_PRODUCT_VARIANTS', 'A product must have at least one variant.');
    }
    putVariants(
      store,
      before,
      before.variants.filter((each) => each.id !== gone.id),
    );
    return { status: 204 };
  };
}
