import type { RecordOf, Row } from '../../model/record.ts';
import type { Notebook, Reading, ShopHabits } from '../reading.ts';
import { openNotebook } from '../reading.ts';
import type { CleaningWishes } from './customer-cells.ts';
import { customerCell } from './customer-cells.ts';
import { partsOfName } from './full-name.ts';
import { productCell } from './product-cells.ts';
import { fill, stepsFor, withCell } from './steps.ts';

/** Reads one row under its key. */
export type RecordReader<K extends 'customer' | 'product'> = (key: string, cells: Row) => Reading<K>;

/**
 * Compiles a reader for rows whose cells stand in the order of `fields`. In the records, a field that is not among them is
 * absent, an empty one is null, and one that could not be understood is absent and among the reading's faults.
 */
export function createRecordReader<K extends 'customer' | 'product'>(parts: {
  readonly kind: K;
  readonly fields: readonly string[];
  readonly shop: ShopHabits;
  readonly cleaning: CleaningWishes;
}): RecordReader<K> {
  const { kind, fields, shop, cleaning } = parts;
  const isCustomer = kind === 'customer';
  const steps = isCustomer
    ? stepsFor(fields, (field) => customerCell(field, shop, cleaning), 'country')
    : stepsFor(fields, (field) => productCell(field, shop), 'currency');
  const finish = isCustomer ? finishCustomer(fields, shop) : finishProduct;
  const indexOf = new Map(fields.map((field, index) => [field, index]));
  const cellOf = (field: string) =>
    indexOf.get(field) ?? (isNamePart(field) ? indexOf.get('fullName') : undefined) ?? -1;

  return function read(key, cells): Reading<K> {
    const notebook = openNotebook(shop);
    const record: Record<string, unknown> = { key };
    fill(record, steps, { cells, notebook });
    finish(record, notebook);
    return {
      record: record as unknown as RecordOf[K],
      cleanings: notebook.cleanings,
      faults: notebook.faults,
      raw: (field) => cells[cellOf(field)] ?? null,
      with: (field, text) => read(key, withCell(cells, indexOf.get(field) ?? -1, text)),
    };
  };
}

type Finish = (record: Record<string, unknown>, notebook: Notebook) => void;

const finishProduct: Finish = (record) => {
  delete record['currency'];
};

const nameParts = ['title', 'firstName', 'lastName'] as const;

function isNamePart(field: string): boolean {
  return nameParts.some((part) => part === field);
}

/** Takes a whole name apart for the parts that have no column, and gives an address without a country the shop's. */
function finishCustomer(fields: readonly string[], shop: ShopHabits): Finish {
  const missing = fields.includes('fullName') ? nameParts.filter((part) => !fields.includes(part)) : [];
  return (record) => {
    if (missing.length > 0) {
      const whole = record['fullName'];
      const parts = typeof whole === 'string' ? partsOfName(whole) : undefined;
      for (const part of missing) record[part] = parts?.[part] ?? null;
    }
    if ('fullName' in record) delete record['fullName'];
    if (!record['country'] && hasAddress(record)) record['country'] = shop.country;
  };
}

function hasAddress({ line1, line2, town, county, postcode }: Record<string, unknown>): boolean {
  return Boolean(line1 ?? line2 ?? town ?? county ?? postcode);
}
