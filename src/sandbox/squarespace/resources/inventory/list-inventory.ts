import { askedFor } from '../../conventions/asked.ts';
import type { Work } from '../../conventions/calls.ts';
import { allOf } from '../../conventions/ids-in-path.ts';
import type { Stock } from '../../store/product.ts';
import type { Store } from '../../store/store.ts';
import { chanceOf } from '../../store/ids.ts';
import type { ResourceParts } from '../context.ts';

function inventoryDocument({ catalogue }: Store, { id, quantity, unlimited }: Stock): object {
  const { product, variant } = catalogue.variant(id) ?? {};
  const options = Object.values(variant?.attributes ?? {});
  const descriptor = [product?.name ?? '', ...(options.length > 0 ? [`[${options.join(', ')}]`] : [])].join(' ');
  return { variantId: id, sku: variant?.sku ?? null, descriptor, isUnlimited: unlimited, quantity };
}

/** No order is promised, so none is kept: chance decides, always in the same way. */
function mixed(stock: readonly Stock[]): Stock[] {
  return stock.toSorted((one, other) => chanceOf(one.id) - chanceOf(other.id));
}

/** `GET /1.0/commerce/inventory`. */
export function listInventory({ store, page }: ResourceParts): Work {
  return (exchange) => {
    const asked = askedFor(exchange, { of: 'inventory', parameters: [] }, store.now);
    const listed = {
      items: store.catalogue.stock.all(),
      placeOf: ({ id, sequence }: Stock) => [sequence, id] as const,
    };
    const { items, pagination } = page(exchange, listed, asked);
    return {
      status: 200,
      body: { inventory: mixed(items.slice()).map((each) => inventoryDocument(store, each)), pagination },
    };
  };
}

/** `GET /1.0/commerce/inventory/{v1},{v2}`. */
export function getInventory({ store }: ResourceParts): Work {
  return (exchange) => {
    const wanted = allOf(exchange.req.param('ids') ?? '', (id) => store.catalogue.stock.get(id));
    return { status: 200, body: { inventory: mixed(wanted).map((each) => inventoryDocument(store, each)) } };
  };
}
