import { z } from 'zod';
import { tillKey } from './ids.ts';
import { currency } from './money.ts';

/** What a shop front is to ask for one of its variants when nothing is on sale. */
export const shelfPrice = z.object({
  /** The shop front's variant: `web-5f3c…`. */
  key: tillKey,
  /** The product there to which the variant belongs, as the shop front names it. */
  product: z.string(),
  /** The till's article. */
  article: tillKey,
  /** The article's name, for people. */
  name: z.string(),
  /** In minor units. */
  price: z.object({ minor: z.int(), currency }),
});
export type ShelfPrice = z.infer<typeof shelfPrice>;
