import { instantOf } from '../../model/ids.ts';
import type { Engine } from '../engine.ts';
import { createStockMemory, type StockParts } from './stock-parts.ts';

/** What the stock of this home's shop front is reckoned from; undefined where there is no shop front. */
export function stockPartsOf(engine: Engine): StockParts | undefined {
  const { database, ledger, outbox, problems, settings, clock, staging: till, shopFront: source } = engine;
  if (!source) return undefined;
  const { id: destination, label, shopFront, staging: front } = source;
  const memory = createStockMemory(database, destination);
  const at = instantOf(clock());
  return {
    ...memory,
    database,
    destination,
    label,
    shopFront,
    till,
    front,
    ledger,
    outbox,
    problems,
    settings,
    at,
  };
}
