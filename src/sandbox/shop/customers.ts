import { soundCustomer, type CustomerDraft } from './customer.ts';
import { writeDirt } from './customer-dirt.ts';
import { customerRecipes } from './customer-faults.ts';
import { createPlan } from './plan.ts';
import { createRandom } from './random.ts';
import { streams, type ShopFrame } from './shop-frame.ts';

/** The customers of a shop, each made when it is asked for. */
export interface Customers {
  at(index: number): CustomerDraft;
  /** The rows with a fault of their own. */
  spoilt(): Generator<number>;
  /** Whether the customer will not be sent. */
  isWithheld(index: number): boolean;
}

/** Three of a hundred customers have something wrong. */
const share = 0.03;

/** Makes the customers of a frame. */
export function createCustomers(frame: ShopFrame): Customers {
  const { seed, asOf } = frame;
  const plan = createPlan({
    seed: seed + streams.customerPlan,
    rows: frame.customers,
    share,
    recipes: customerRecipes,
  });

  /** As it is before anything is planted. Rows beside a spoilt one are complete, for what may be planted there. */
  function sound(index: number): CustomerDraft {
    const complete = [index - 1, index, index + 1].some((row) => plan.at(row) !== undefined);
    const draft = soundCustomer(frame, index, complete);
    writeDirt(draft, createRandom(seed, streams.dirt, index));
    return draft;
  }

  return {
    at(index) {
      const draft = sound(index);
      const random = createRandom(seed, streams.customerPlan, index);
      plan.at(index)?.plant(draft, { random, asOf, neighbour: (step) => sound(index + step) });
      return draft;
    },
    spoilt: () => plan.indices(),
    isWithheld: (index) => plan.at(index)?.withheld === true,
  };
}
