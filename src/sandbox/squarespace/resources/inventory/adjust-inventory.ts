import { z } from 'zod';
import { shaped } from '../../conventions/body.ts';
import type { Work } from '../../conventions/calls.ts';
import { conflict, invalid } from '../../conventions/refusal.ts';
import type { Stock } from '../../store/product.ts';
import type { Store } from '../../store/store.ts';
import { putStock } from '../../store/put-stock.ts';
import type { ResourceParts } from '../context.ts';

const mostOperations = 50;
const mostPieces = 1_000_000_000;

const step = z.object({ variantId: z.string(), quantity: z.int().min(1) });
const adjustment = z.object({
  incrementOperations: z.array(step).nullish(),
  decrementOperations: z.array(step).nullish(),
  setFiniteOperations: z.array(z.object({ variantId: z.string(), quantity: z.int().min(0) })).nullish(),
  setUnlimitedOperations: z.array(z.string()).nullish(),
});

interface Operation {
  readonly variantId: string;
  /** Answers the new stock, or throws 409. */
  readonly apply: (stock: Stock) => Stock;
}

function counted(stock: Stock): Stock {
  if (stock.unlimited) throw conflict('STOCK_NOT_TRACKED', 'Stock is not tracked for one of the variants.');
  return stock;
}

function holding(stock: Stock, quantity: number): Stock {
  if (quantity < 0) throw conflict('INSUFFICIENT_STOCK', 'There is not enough stock of one of the variants.');
  if (quantity > mostPieces)
    throw conflict('STOCK_EXCEEDS_MAX', 'There would be too much stock of one of the variants.');
  return { ...stock, quantity };
}

function operationsIn(body: unknown): Operation[] {
  const { incrementOperations, decrementOperations, setFiniteOperations, setUnlimitedOperations } = shaped(
    adjustment,
    body,
  );
  return [
    ...(incrementOperations ?? []).map(({ variantId, quantity }) => ({
      variantId,
      apply: (stock: Stock) => holding(stock, counted(stock).quantity + quantity),
    })),
    ...(decrementOperations ?? []).map(({ variantId, quantity }) => ({
      variantId,
      apply: (stock: Stock) => holding(stock, counted(stock).quantity - quantity),
    })),
    ...(setFiniteOperations ?? []).map(({ variantId, quantity }) => ({
      variantId,
      apply: (stock: Stock) => ({ ...holding(stock, quantity), unlimited: false }),
    })),
    ...(setUnlimitedOperations ?? []).map((variantId) => ({
      variantId,
      apply: (stock: Stock) => ({ ...stock, unlimited: true }),
    })),
  ];
}

function refuseImpossible(operations: readonly Operation[], { catalogue }: Store): void {
  if (operations.length === 0) throw invalid('At least one operation is required.');
  if (operations.length > mostOperations) throw invalid(`At most ${mostOperations} operations may be given.`);
  const variants = new Set(operations.map(({ variantId }) => variantId));
  if (variants.size < operations.length) throw invalid('A variant may be named only once.');
  for (const id of variants) if (!catalogue.stock.get(id)) throw invalid('One of the variants is unknown.');
}

/** `POST /1.0/commerce/inventory/adjustments`: all of its operations, or none. */
export function adjustInventory({ store }: ResourceParts): Work {
  return (_exchange, body) => {
    const operations = operationsIn(body);
    refuseImpossible(operations, store);
    const changed = operations.flatMap(({ variantId, apply }) => {
      const stock = store.catalogue.stock.get(variantId);
      return stock ? [apply(stock)] : [];
    });
    for (const stock of changed) putStock(store, stock);
    return { status: 204 };
  };
}
