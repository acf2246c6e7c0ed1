import type { StockLine } from '../../../../src/sync/stock/stock-view.ts';

/** Pieces that the website ought to show: the till's, less what is kept back and what was ordered there and not keyed yet. Null where the till has no say. */
export function oughtToShow({ standing, till, kept, ordered }: StockLine): number | null {
  return standing === 'reckoned' && till !== null ? Math.max(0, till - kept - ordered) : null;
}
