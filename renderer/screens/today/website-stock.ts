import type { Status } from '../../../src/sync/agent-contract.ts';
import type { Words } from '../../words/words.ts';

/** How old the website's stock is, as a sentence, and what of it is older and why. */
export interface StockAgeWords {
  /** Null where nothing is known of it yet. */
  readonly sentence: string | null;
  readonly older: readonly string[];
}

/** How old the website's stock is, in words: "Website stock at most 4 minutes old." */
export function stockAgeWords(stock: Status['stock'], words: Words, now: number): StockAgeWords | null {
  if (stock === null) return null;
  const { stock: texts } = words.texts.today;
  const { fresh, asOf, older } = stock;
  return {
    sentence:
      asOf === null || fresh === 0
        ? null
        : texts.atMost(words.lasting(now - Date.parse(asOf)), older.length > 0 ? words.number(fresh) : null),
    older: older.map(({ why, articles, since }) =>
      texts.older(words.number(articles), texts.why[why], since === null ? null : words.time(since)),
    ),
  };
}
