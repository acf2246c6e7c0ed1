import { accountOf } from './customer.ts';
import type { Customers } from './customers.ts';
import { createPlan } from './plan.ts';
import { pounds } from './product.ts';
import type { Products } from './products.ts';
import { createRandom, type Random } from './random.ts';
import { saleRecipes } from './sale-faults.ts';
import { saleDay, saleNumberOf, soundSale, type SaleDraft } from './sale.ts';
import { streams, type ShopFrame } from './shop-frame.ts';

/** A sale that is held because its customer is withheld. */
export interface HeldSale {
  readonly key: string;
  readonly customerKey: string;
}

/** The sales of a shop, each made when it is asked for. */
export interface Sales {
  at(index: number): SaleDraft;
  /** The rows with a fault of their own. */
  spoilt(): Generator<number>;
  held(): Generator<HeldSale>;
}

/** Four of a thousand sales have something wrong. */
const share = 0.004;

/** Makes the sales of a frame. */
export function createSales(frame: ShopFrame, customers: Customers, products: Products): Sales {
  const { seed, asOf, sales: rows } = frame;
  const plan = createPlan({ seed: seed + streams.salePlan, rows, share, recipes: saleRecipes });
  const randomFor = (index: number) => createRandom(seed, streams.sale, index);

  /** The customer's row, or null for somebody unknown. Drawn first of all, so that it is known without the rest. */
  function buyer(index: number, random: Random): number | null {
    if (frame.customers < 2 || random.oneIn(4)) return null;
    const row = random.below(frame.customers - 1);
    if (!customers.isWithheld(row)) return row;
    // A sale has one thing wrong with it at most, and never a customer's number that cannot be sent. The row after a spoilt one is sound.
    const isAlone = plan.at(index) === undefined && customers.at(row).values.key === accountOf(row);
    return isAlone ? row : row + 1;
  }

  return {
    at(index) {
      const random = randomFor(index);
      const row = buyer(index, random);
      const draft = soundSale({
        random,
        key: saleNumberOf(index),
        day: saleDay(asOf, index, rows),
        customerKey: row === null ? null : accountOf(row),
        article: () => products.pick(random),
      });
      const faultRandom = createRandom(seed, streams.salePlan, index);
      plan.at(index)?.plant(draft, { random: faultRandom, asOf, unknownAccount: () => unknownAccount(faultRandom) });
      draft.values.total = pounds(draft.total);
      return draft;
    },
    spoilt: () => plan.indices(),
    *held() {
      for (let index = 0; index < rows; index++) {
        const row = buyer(index, randomFor(index));
        if (row === null || !customers.isWithheld(row)) continue;
        yield { key: String(saleNumberOf(index)), customerKey: accountOf(row) };
      }
    },
  };
}

/** Far above the numbers of a million customers. */
function unknownAccount(random: Random): string {
  return `90${random.digits(5)}`;
}
