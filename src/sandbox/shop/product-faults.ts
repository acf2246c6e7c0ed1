import { withCheckDigit } from './barcode.ts';
import { put, spoil, type PlantedFault } from './draft.ts';
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
  weight: number,
  field: ProductField,
  fault: Pick<PlantedFault, 'code' | 'severity'>,
  values: readonly (string | null)[],
): ProductRecipe {
  return {
    name: `${field}: ${fault.code}`,
    weight,
    ...(fault.severity === 'block' && { withheld: true }),
    plant: (draft, { random }) => spoil(draft, field, random.pick(values), fault),
  };
}

const words = 'Ring, "as worn by the Duchess"; 18ct, size L½ — ';
const emptyTexts = [null, '', ' '] as const;

const keyFaults: readonly ProductRecipe[] = [
  {
    name: 'article code with a slash or blank',
    weight: 2,
    withheld: true,
    plant: (draft, { random }) => {
      const code = String(draft.values.key);
      const key = `${code.slice(0, 2)}${random.pick(['/', ' '])}${code.slice(2)}`;
      spoil(draft, 'key', key, { code: 'bad_id', ...blocking });
    },
  },
  {
    name: 'article code of the next article',
    weight: 2,
    withheld: true,
    plant: (draft, { next }) => spoil(draft, 'key', next().values.key, { code: 'duplicate_key', ...blocking }),
  },
];

const skuFaults: readonly ProductRecipe[] = [
  wrong(4, 'sku', { code: 'required', ...blocking }, emptyTexts),
  wrong(1, 'sku', { code: 'too_long', ...blocking }, ['HAR-'.padEnd(41, '0123456789'), 'SW/'.padEnd(60, '9')]),
  {
    name: 'stock code of the next article',
    weight: 8,
    plant: (draft, { next }) => {
      const other = next();
      const [first, second] = [String(draft.values.key), String(other.values.key)].toSorted();
      const shared = { kind: 'product', field: 'sku', code: 'duplicate_sku' } as const;
      put(draft, 'sku', other.values.sku);
      draft.faults.push(
        { ...shared, key: first ?? '', severity: 'warn' },
        { ...shared, key: second ?? '', severity: 'block' },
      );
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
      spoil(draft, 'barcode', `${right.slice(0, -1)}${wrongDigit}`, fault);
    },
  },
  wrong(3, 'barcode', { code: 'bad_barcode', ...dropped }, ['none', '123', '20000ABC']),
];

/** Every way in which an article is spoilt. */
export const productRecipes: readonly ProductRecipe[] = [
  ...keyFaults,
  ...skuFaults,
  ...barcodeFaults,
  wrong(5, 'name', { code: 'required', ...blocking }, emptyTexts),
  wrong(1, 'name', { code: 'too_long', ...blocking }, [words.repeat(3).slice(0, 120) + '!']),
  wrong(1, 'category', { code: 'too_long', ...dropped }, [words.repeat(2).slice(0, 60) + '!']),
  wrong(1, 'metal', { code: 'too_long', ...dropped }, [words.repeat(2).slice(0, 60) + '!']),
  wrong(1, 'stone', { code: 'too_long', ...dropped }, [words.repeat(2).slice(0, 60) + '!']),
  wrong(12, 'price', { code: 'required', ...blocking }, [null]),
  wrong(2, 'price', { code: 'not_allowed', ...blocking }, ['-1.0000', '-89.5000']),
  wrong(4, 'price', { code: 'wrong_type', ...blocking }, ['12.3456', '0.0050']),
  wrong(20, 'stock', { code: 'not_allowed', ...dropped }, ['-1.000', '-3.000', '1000001.000', '9999999.000']),
  wrong(3, 'stock', { code: 'wrong_type', ...dropped }, ['2.500', '0.750']),
];
