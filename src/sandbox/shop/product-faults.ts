import { withCheckDigit } from './barcode.ts';
import { plant, put, spoil, type PlantedFault } from './draft.ts';
import type { Recipe } from './plan.ts';
import type { ProductDraft } from './product.ts';
import type { Random } from './random.ts';
import type { ProductField } from './schema.ts';

/** What a recipe for an article may look at besides the row. */
export interface AroundProduct {
  readonly random: Random;
  /** The article in the row after: sound, and not to be written to. */
  readonly next: () => ProductDraft;
}

/** One way of spoiling an article. */
export type ProductRecipe = Recipe<ProductDraft, AroundProduct>;

const dropped = { severity: 'drop-field' } as const;
const blocking = { severity: 'block' } as const;

/** A recipe that writes one of several faulty values into one field. */
function wrong(
  { weight, field, values }: { weight: number; field: ProductField; values: readonly (string | null)[] },
  fault: Pick<PlantedFault, 'code' | 'severity'>,
): ProductRecipe {
  return {
    name: `${field}: ${fault.code}`,
    weight,
    plant: (draft, { random }) => spoil(draft, { field, value: random.pick(values) }, fault),
  };
}

const words = 'Ring, "as worn by the Duchess"; 18ct, size L½ — ';
/** One text, a character longer than the limit. */
function longerThan(limit: number): readonly string[] {
  return [`${words.repeat(3).slice(0, limit)}!`];
}

const emptyTexts = [null, '', ' '] as const;

const keyFaults: readonly ProductRecipe[] = [
  {
    name: 'article code with a slash or blank',
    weight: 2,
    plant: (draft, { random }) => {
      const code = String(draft.values.key);
      const key = `${code.slice(0, -2)}${random.pick(['/', ' '])}${code.slice(-2)}`;
      spoil(draft, { field: 'key', value: key }, { code: 'bad_id', ...blocking });
    },
  },
  {
    name: 'article code of the next article',
    weight: 2,
    plant: (draft, { next }) =>
      spoil(draft, { field: 'key', value: next().values.key }, { code: 'duplicate_key', ...blocking }),
  },
];

const skuFaults: readonly ProductRecipe[] = [
  wrong({ weight: 4, field: 'sku', values: emptyTexts }, { code: 'required', ...blocking }),
  {
    name: 'stock code too long',
    weight: 1,
    plant: (draft, { random }) => {
      const value = `HAR-${String(draft.values.key)}-`.padEnd(random.between(41, 60), '0123456789');
      spoil(draft, { field: 'sku', value }, { code: 'too_long', ...blocking });
    },
  },
  {
    name: 'stock code of the next article',
    weight: 8,
    plant: (draft, { next }) => {
      const other = next();
      const shared = { field: 'sku', code: 'duplicate_sku' } as const;
      put(draft, 'sku', other.values.sku);
      plant(draft, { ...shared, severity: 'warn' });
      draft.faults.push({ ...shared, kind: 'product', key: String(other.values.key), severity: 'block' });
    },
  },
];

const barcodeFaults: readonly ProductRecipe[] = [
  {
    name: 'barcode with a wrong check digit',
    weight: 25,
    plant: (draft, { random }) => {
      const right = withCheckDigit(`2999${random.digits(8)}`);
      const wrongDigit = (Number(right.at(-1)) + random.between(1, 9)) % 10;
      const fault = { code: 'bad_barcode', ...dropped, suggestion: right } as const;
      spoil(draft, { field: 'barcode', value: `${right.slice(0, -1)}${wrongDigit}` }, fault);
    },
  },
  wrong({ weight: 3, field: 'barcode', values: ['none', '123', '20000ABC'] }, { code: 'bad_barcode', ...dropped }),
];

/** Every way in which an article is spoilt. */
export const productRecipes: readonly ProductRecipe[] = [
  ...keyFaults,
  ...skuFaults,
  ...barcodeFaults,
  wrong({ weight: 5, field: 'name', values: emptyTexts }, { code: 'required', ...blocking }),
  wrong({ weight: 1, field: 'name', values: longerThan(120) }, { code: 'too_long', ...blocking }),
  wrong({ weight: 1, field: 'category', values: longerThan(60) }, { code: 'too_long', ...dropped }),
  wrong({ weight: 1, field: 'metal', values: longerThan(60) }, { code: 'too_long', ...dropped }),
  wrong({ weight: 1, field: 'stone', values: longerThan(60) }, { code: 'too_long', ...dropped }),
  wrong({ weight: 12, field: 'price', values: [null] }, { code: 'required', ...blocking }),
  wrong({ weight: 2, field: 'price', values: ['-1.0000', '-89.5000'] }, { code: 'not_allowed', ...blocking }),
  wrong({ weight: 4, field: 'price', values: ['12.3456', '0.0050'] }, { code: 'wrong_type', ...blocking }),
  wrong(
    { weight: 20, field: 'stock', values: ['-1.000', '-3.000', '1000001.000', '9999999.000'] },
    { code: 'not_allowed', ...dropped },
  ),
  wrong({ weight: 3, field: 'stock', values: ['2.500', '0.750'] }, { code: 'wrong_type', ...dropped }),
];
