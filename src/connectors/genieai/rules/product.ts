import { z } from 'zod';
import { isBarcode } from '../../../model/barcode.ts';
import type { Product } from '../../../model/product.ts';
import type { Fault, RulePack } from '../../../model/rule-pack.ts';
import { isCurrency, isInHundredths } from './amount.ts';
import { faultsBy, together } from './faults.ts';
import type { RuleRow } from './rule-rows.ts';
import { keyRules, rulesOf, textRules, versionOf } from './rule-rows.ts';
import { externalId, formed, text } from './text.ts';

const drop = { severity: 'drop-field' } as const;
const block = { severity: 'block' } as const;
const limits = { sku: 40, name: 120, category: 60, metal: 60, stone: 60 } as const;
const mostStock = 1_000_000;

const rows: readonly RuleRow[] = [
  ...keyRules('article'),
  {
    field: 'sku',
    code: 'required',
    ...block,
    says: 'The article has no article number.',
    advice: 'Give it a number that no other article has.',
  },
  ...textRules({ field: 'sku', label: 'article number', limit: limits.sku, ...block }),
  {
    field: 'sku',
    code: 'duplicate_sku',
    ...block,
    says: 'Another article has the same article number.',
    advice: 'Give each article a number of its own.',
  },
  {
    field: 'name',
    code: 'required',
    ...block,
    says: 'The article has no name.',
    advice: 'Add a name that a customer would understand.',
  },
  ...textRules({ field: 'name', label: 'name', limit: limits.name, ...block }),
  ...(['category', 'metal', 'stone'] as const).flatMap((field) =>
    textRules({ field, label: field, limit: limits[field], ...drop }),
  ),
  {
    field: 'price',
    code: 'required',
    ...block,
    says: 'The article has no price.',
    advice: 'Add the price; 0.00 if it is free.',
  },
  {
    field: 'price',
    code: 'not_allowed',
    ...block,
    says: 'The price is less than nothing.',
    advice: 'A price is 0.00 or more.',
  },
  {
    field: 'price',
    code: 'wrong_type',
    ...block,
    says: 'The price cannot be read.',
    advice: 'A price has at most two decimal places: 89.00.',
    example: '89.00',
  },
  {
    field: 'currency',
    code: 'wrong_type',
    ...block,
    says: 'The currency of the price is not known.',
    advice: 'A currency has three letters: GBP.',
  },
  {
    field: 'currency',
    code: 'not_allowed',
    ...block,
    says: 'The currency of the price is not known.',
    advice: 'A currency has three letters: GBP.',
  },
  {
    field: 'barcode',
    code: 'bad_barcode',
    ...drop,
    says: 'This barcode cannot be scanned.',
    advice: 'A barcode has 8, 12 or 13 digits, the last of which checks the others.',
  },
  {
    field: 'stock',
    code: 'not_allowed',
    ...drop,
    says: 'The stock cannot be right.',
    advice: 'Count the pieces: from 0 to 1,000,000.',
  },
  {
    field: 'stock',
    code: 'wrong_type',
    ...drop,
    says: 'The stock is not a whole number.',
    advice: 'Count the pieces: 3.',
  },
  {
    field: 'active',
    code: 'wrong_type',
    ...drop,
    says: 'It cannot be told whether the article is still sold.',
    advice: 'Use yes or no.',
  },
  {
    field: 'updatedAt',
    code: 'bad_date',
    ...drop,
    says: 'The day of the last change cannot be read.',
    advice: 'A day looks like 21/03/2024.',
  },
  {
    field: 'updatedAt',
    code: 'wrong_type',
    ...drop,
    says: 'The day of the last change cannot be read.',
    advice: 'A day looks like 21/03/2024.',
  },
];

/** The rules that look at one field alone. */
const fields = z.object({
  key: externalId,
  sku: text(limits.sku),
  name: text(limits.name),
  category: text(limits.category),
  metal: text(limits.metal),
  stone: text(limits.stone),
  barcode: formed(isBarcode, 'bad_barcode'),
  stock: z
    .int()
    .check(({ value, issues }) => {
      if (value < 0 || value > mostStock) issues.push({ code: 'custom', message: 'not_allowed', input: value });
    })
    .nullish(),
});

function judge(product: Product): readonly Fault[] {
  return together(faultsBy(fields, product), faultsBeside(product));
}

/** What is missing, and the price. */
function faultsBeside({ sku, name, price }: Product): readonly Fault[] {
  const faults: Fault[] = [];
  if (!sku) faults.push({ field: 'sku', code: 'required' });
  if (!name) faults.push({ field: 'name', code: 'required' });
  if (!price) faults.push({ field: 'price', code: 'required' });
  else if (!isCurrency(price.currency)) faults.push({ field: 'currency', code: 'not_allowed' });
  else if (price.minor < 0) faults.push({ field: 'price', code: 'not_allowed' });
  else if (!isInHundredths(price.currency)) faults.push({ field: 'price', code: 'wrong_type' });
  return faults;
}

const rules = rulesOf('product', rows);

/** What GenieAI demands of a product, after the contract page. */
export const productPack: RulePack<'product'> = {
  kind: 'product',
  version: versionOf(rules, 1),
  rules,
  judge,
  unique: [{ field: 'sku', code: 'duplicate_sku', claim: ({ sku }) => sku ?? null }],
};
