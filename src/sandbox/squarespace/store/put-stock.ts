import type { Stock } from './product.ts';
import type { Store } from './store.ts';

/** Changes the stock of a variant; whether its product has changed by that is a habit. */
export function putStock(
  { catalogue, habits, now }: Store,
  { id, quantity, unlimited }: Omit<Stock, 'sequence'>,
): void {
  catalogue.setStock(id, { quantity, unlimited });
  if (!habits.stockBumpsProduct) return;
  const owned = catalogue.variant(id);
  if (owned) catalogue.put({ ...owned.product, modifiedOn: now() });
}

/** Takes pieces of several variants off at once. Answers false, and leaves all as it was, where there are not enough. */
export function takeStock(store: Store, wanted: ReadonlyMap<string, number>): boolean {
  const counted = [...wanted].flatMap(([id, pieces]) => {
    const stock = store.catalogue.stock.get(id);
    return stock && !stock.unlimited ? [{ ...stock, quantity: stock.quantity - pieces }] : [];
  });
  if (counted.some(({ quantity }) => quantity < 0)) return false;
  for (const stock of counted) putStock(store, stock);
  return true;
}

/** Gives pieces back to whatever is counted and still sold. */
export function giveBack(store: Store, pieces: ReadonlyMap<string, number>): void {
  for (const [id, count] of pieces) {
    const stock = store.catalogue.stock.get(id);
    if (stock && !stock.unlimited) putStock(store, { ...stock, quantity: stock.quantity + count });
  }
}
