import type { Random } from '../random.ts';
import type { Assortment, Sellable } from './assortment.ts';
import type { OrderLine } from './order-draft.ts';

/** Where buyers of a website help themselves. */
export interface Counter {
  /** Something from a shelf, whether any is left or not: long ago there was. */
  anything(random: Random): OrderLine;
  /** Something of which there is still one, which is counted, and which nobody meddled with. */
  inStock(random: Random): OrderLine;
  service(random: Random): OrderLine;
  giftCard(random: Random): OrderLine;
  /** Pieces that are spoken for and that the till does not know of. */
  takeOff(sellable: Sellable, pieces: number): void;
  /** How many pieces of each article are spoken for so. */
  readonly spokenFor: ReadonlyMap<Sellable, number>;
}

/** Opens a counter with everything that the website sells. */
export function createCounter({ sellable, services }: Assortment): Counter {
  const spokenFor = new Map<Sellable, number>();
  const ordinary = sellable.filter(({ drift, unlimited, excluded }) => drift === 0 && !unlimited && !excluded);
  const stocked = ordinary.filter(({ article }) => article.stock > 0);
  let next = 0;

  const line = (takes: Sellable, random: Random): OrderLine => ({
    sku: takes.sku,
    name: takes.article.name,
    quantity: takes.article.stock >= 10 && random.oneIn(3) ? 2 : 1,
    unitPrice: takes.article.price,
    takes,
  });

  return {
    anything: (random) => line(random.pick(ordinary), random),
    // One after another, so that what is left is never sold twice.
    inStock(random) {
      const one = stocked[next++ % Math.max(1, stocked.length)];
      if (!one) throw new Error('selling on the sample website: nothing is in stock');
      return line(one, random);
    },
    service(random) {
      const { sku, name, price } = random.pick(services);
      return { sku, name, quantity: 1, unitPrice: price };
    },
    giftCard(random) {
      const pounds = random.pick([25, 50, 100]);
      return { sku: `GIFT-${pounds}`, name: 'Gift card', quantity: 1, unitPrice: pounds * 100 };
    },
    takeOff: (taken, pieces) => void spokenFor.set(taken, (spokenFor.get(taken) ?? 0) + pieces),
    spokenFor,
  };
}
