import { createPlan } from './plan.ts';
import { productRecipes } from './product-faults.ts';
import { soundProduct, type Article, type ProductDraft } from './product.ts';
import { createRandom, type Random } from './random.ts';
import { streams, type ShopFrame } from './shop-frame.ts';

/** The articles of a shop, each made when it is asked for. */
export interface Products {
  at(index: number): ProductDraft;
  /** The rows with a fault of their own. */
  spoilt(): Generator<number>;
  /** A sound article, to be sold. */
  pick(random: Random): Article;
}

/** Three of two hundred articles have something wrong. */
const share = 0.015;

/** Makes the articles of a frame. */
export function createProducts(frame: ShopFrame): Products {
  const { seed, products: rows } = frame;
  const plan = createPlan({ seed: seed + streams.productPlan, rows, share, recipes: productRecipes });

  return {
    at(index) {
      const { draft } = soundProduct(frame, index);
      const random = createRandom(seed, streams.productPlan, index);
      plan.at(index)?.plant(draft, { random, next: () => soundProduct(frame, index + 1).draft });
      return draft;
    },
    spoilt: () => plan.indices(),
    pick(random) {
      const index = random.below(Math.max(rows - 1, 1));
      // The row after a spoilt one is sound.
      return soundProduct(frame, plan.at(index) ? index + 1 : index).article;
    },
  };
}
