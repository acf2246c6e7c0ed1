import { askedFor } from '../../conventions/asked.ts';
import type { Work } from '../../conventions/calls.ts';
import type { StorePage } from '../../store/store.ts';
import type { ResourceParts } from '../context.ts';

/** `GET /1.0/commerce/store_pages`. */
export function listStorePages({ store, page }: ResourceParts): Work {
  return (exchange) => {
    const asked = askedFor(exchange, { of: 'store pages', parameters: [] }, store.now);
    const placeOf = ({ id }: StorePage) => [0, id] as const;
    const sorted = store.pages.all().toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const { items, pagination } = page(exchange, { items: sorted, placeOf }, asked);
    return { status: 200, body: { storePages: items, pagination } };
  };
}
