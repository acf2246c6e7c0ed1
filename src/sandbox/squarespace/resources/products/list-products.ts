import { askedFor, memberIn, windowOf } from '../../conventions/asked.ts';
import type { Asked } from '../../conventions/asked.ts';
import type { Work } from '../../conventions/calls.ts';
import { allOf } from '../../conventions/ids-in-path.ts';
import { invalid } from '../../conventions/refusal.ts';
import { productTypes } from '../../store/product.ts';
import type { Product } from '../../store/product.ts';
import type { Store } from '../../store/store.ts';
import { byModified } from '../by-modified.ts';
import type { ResourceParts } from '../context.ts';
import { productDocument } from './product-document.ts';

const parameters = ['type', 'modifiedAfter', 'modifiedBefore', 'query'];

/** A search in the words of a product, its article numbers among them: whoever searches has to look at what it finds. */
function speaksOf({ name, description, tags, variants }: Product, words: string): boolean {
  const text = [name, description, ...tags, ...variants.map(({ sku }) => sku)].join(' ').toLowerCase();
  return words.split(/\s+/).every((word) => text.includes(word));
}

function wantedOf({ habits }: Store, asked: Asked): (product: Product) => boolean {
  const isInWindow = windowOf(asked, habits);
  const types = asked.asked['type']?.split(',');
  for (const type of types ?? []) memberIn({ ...asked, asked: { type } }, 'type', productTypes);
  const words = asked.asked['query']?.toLowerCase().trim();
  if (words === '') throw invalid("'query' must not be empty.");
  return (product) =>
    isInWindow(product.modifiedOn) &&
    (types === undefined || types.includes(product.type)) &&
    (words === undefined || speaksOf(product, words));
}

/** `GET /v2/commerce/products`. */
export function listProducts({ store, wire, page }: ResourceParts): Work {
  return (exchange) => {
    const asked = askedFor(exchange, { of: 'products', parameters, cursorAlone: true }, store.now);
    const wanted = store.catalogue.products.all().filter(wantedOf(store, asked));
    const { items, pagination } = page(exchange, byModified(wanted, store.habits), asked);
    return {
      status: 200,
      body: { products: items.map((product) => productDocument({ store, wire }, product)), pagination },
    };
  };
}

/** `GET /v2/commerce/products/{id1},{id2}`. */
export function getProducts({ store, wire }: ResourceParts): Work {
  return (exchange) => {
    const wanted = allOf(exchange.req.param('ids') ?? '', (id) => store.catalogue.products.get(id));
    return { status: 200, body: { products: wanted.map((product) => productDocument({ store, wire }, product)) } };
  };
}
