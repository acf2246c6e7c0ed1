import type { CustomerDraft } from './customer.ts';
import type { Recipe } from './plan.ts';
import type { Random } from './random.ts';

/** What a recipe for a customer may look at besides the row. */
export interface AroundCustomer {
  readonly random: Random;
  readonly asOf: string;
  /** The customer in the row before (-1) or after (1): sound, complete, and not to be written to. */
  readonly neighbour: (step: -1 | 1) => CustomerDraft;
}

/** One way of spoiling a customer, who is complete before it. */
export type CustomerRecipe = Recipe<CustomerDraft, AroundCustomer>;
