import type { ReadKind } from '../../model/record.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import { customerPack } from './rules/customer.ts';
import { productPack } from './rules/product.ts';
import { salePack } from './rules/sale.ts';

/** What GenieAI demands of each kind of record: every rule of the contract page, and a few of our own. */
export const genieaiRules: { readonly [K in ReadKind]: RulePack<K> } = {
  customer: customerPack,
  product: productPack,
  sale: salePack,
};
