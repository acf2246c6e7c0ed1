import { z } from 'zod';
import { tillKey } from './ids.ts';

/**
 * How many pieces of an article a shop front was ever given to sell, those that it has sold meanwhile among them. What it
 * shows is `supply` less what was ordered there, which it takes off by itself: so a change of `supply` is just what has to
 * be added or taken off, whatever is being sold there at the same moment. It may be below what was ordered, where more was
 * sold than there is.
 */
export const stockLevel = z.object({
  /** The shop front's variant: `web-5f3c…`. */
  key: tillKey,
  /** The till's article. */
  article: tillKey,
  /** The article's name, for people. */
  name: z.string(),
  supply: z.int(),
});
export type StockLevel = z.infer<typeof stockLevel>;
