import { customerFields } from '../../model/customer.ts';
import { productFields } from '../../model/product.ts';
import type { RecordOf, Row } from '../../model/record.ts';
import type { Reading, ShopHabits } from '../reading.ts';
import { openNotebook } from '../reading.ts';
import type { CleaningWishes } from './customer-cells.ts';
import { customerCell } from './customer-cells.ts';
import { partsOfName } from './full-name.ts';
import { productCell } from './product-cells.ts';
import { blankRecord, fill, stepsFor, withCell } from './steps.ts';

/** Reads one row under its key. */
export type RecordReader<K extends 'customer' | 'product'> = (key: string, cells: Row) => Reading<K>;

/** The fields of a row that mean something to a record; rows of a shop front, and joined ones, have others besides. */
const understood: Readonly<Record<'customer' | 'product', ReadonlySet<string>>> = {
  customer: new Set([...customerFields, 'sources']),
  product: new Set(productFields),
};

/**
 * Compiles a reader for rows whose cells stand in the order of `fields`. In the records, a field that is not among them is
 * absent, an empty one is null, and one that could not be understood is absent and among the reading's faults. Fields that
 * no record has are left to `raw`.
 */
export function createRecordReader<K extends 'customer' | 'product'>(parts: {
  readonly kind: K;
  readonly fields: readonly string[];
  readonly shop: ShopHabits;
  readonly cleaning: CleaningWishes;
}): RecordReader<K> {
  const { kind, fields, shop, cleaning } = parts;
  const isCustomer = kind === 'customer';
  const cell = (field: string) => (isCustomer ? customerCell(field, shop, cleaning) : productCell(field, shop));
  const known = (field: string) => (understood[kind].has(field) ? cell(field) : undefined);
  const steps = stepsFor(fields, known, isCustomer ? 'country' : 'currency');
  const missing = isCustomer && fields.includes('fullName') ? nameParts.filter((part) => !fields.includes(part)) : [];
  const helpers = fields.filter(isHelper);
  const blank = blankRecord([...steps.map(({ field }) => field).filter((field) => !isHelper(field)), ...missing], {
    key: '',
  });
  const indexOf = new Map(fields.map((field, index) => [field, index]));
  const cellOf = (field: string) =>
    indexOf.get(field) ?? (isNamePart(field) ? indexOf.get('fullName') : undefined) ?? -1;

  return function read(key, cells): Reading<K> {
    const notebook = openNotebook(shop);
    const record: Record<string, unknown> = { ...blank };
    record['key'] = key;
    fill(record, steps, { cells, notebook });
    if (missing.length > 0) takeNameApart(record, missing);
    if (isCustomer) settleCountry(record, shop.country);
    for (const field of helpers) delete record[field];
    return {
      record: record as unknown as RecordOf[K],
      cleanings: notebook.cleanings,
      faults: notebook.faults,
      raw: (field) => cells[cellOf(field)] ?? null,
      with: (field, text) => read(key, withCell(cells, indexOf.get(field) ?? -1, text)),
    };
  };
}

const nameParts = ['title', 'firstName', 'lastName'] as const;

function isNamePart(field: string): boolean {
  return nameParts.some((part) => part === field);
}

/** Fields that are read for the sake of others, and are no field of the record. */
function isHelper(field: string): boolean {
  return field === 'fullName' || field === 'currency';
}

function takeNameApart(record: Record<string, unknown>, missing: readonly (typeof nameParts)[number][]): void {
  const whole = record['fullName'];
  if (typeof whole !== 'string') return;
  const parts = partsOfName(whole);
  for (const part of missing) record[part] = parts[part];
}

/** The country is the address's: an address without one lies in the shop's, and where there is no address there is no country. */
function settleCountry(record: Record<string, unknown>, shopCountry: string): void {
  const { line1, line2, town, county, postcode, country } = record;
  const hasAddress = Boolean(line1 ?? line2 ?? town ?? county ?? postcode);
  if (hasAddress) record['country'] = country ?? shopCountry;
  else if (country) record['country'] = null;
}
