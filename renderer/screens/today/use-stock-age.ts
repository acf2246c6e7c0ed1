import type { Status } from '../../../src/sync/agent-contract.ts';
import { useNow } from '../../parts/use-now.ts';
import { useWords } from '../../words/words.ts';
import { stockAgeWords, type StockAgeWords } from './website-stock.ts';

/** How old the website's stock is, kept true while the screen stands. Null where no stock goes to a website. */
export function useStockAge(stock: Status['stock']): StockAgeWords | null {
  const now = useNow();
  const words = useWords();
  return stockAgeWords(stock, words, now);
}
