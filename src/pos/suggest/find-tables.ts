import type { RowKind } from '../../model/record.ts';
import { fieldFit } from './field-fit.ts';
import { fieldWords } from './field-words.ts';
import { nameFit, nameParts } from './name-fit.ts';
import type { KnownTable, TillSchema } from './till-schema.ts';
import { deadWords, tableWords } from './words/table-words.ts';

/** Which table holds each kind of row, with how sure that is. */
export type FoundTables = Readonly<
  Partial<Record<RowKind, { readonly table: KnownTable; readonly confidence: number }>>
>;

/** Fields that, taken together, tell which kind a table's rows are, and how much each tells. */
const telling: Readonly<Record<RowKind, Readonly<Record<string, number>>>> = {
  customer: {
    lastName: 1,
    firstName: 1,
    fullName: 0.7,
    email: 1,
    phone: 1,
    mobile: 0.7,
    postcode: 0.8,
    line1: 0.6,
    town: 0.6,
    birthday: 1,
  },
  product: { price: 1.2, barcode: 1, stock: 1, sku: 0.8, name: 0.8, category: 0.6, metal: 1, stone: 0.7 },
  sale: { soldAt: 1.2, total: 1, customerKey: 1.2, staff: 0.7, reference: 0.4 },
  saleLine: { quantity: 1.3, unitPrice: 1, saleKey: 1.2, sku: 0.8, lineTotal: 0.7, description: 0.4, discount: 0.4 },
  payment: { amount: 1.2, method: 1.2, saleKey: 1.2 },
};

/** A table by that name alone is enough to be asked; and without any such name, so much in its columns. */
const enough = 0.42;

/** Finds the table of each kind, the surest first; no table serves two kinds, but a head may have its only line within it. */
export function findTables(schema: TillSchema): FoundTables {
  const found: Partial<Record<RowKind, { table: KnownTable; confidence: number }>> = {};
  const take = (kind: RowKind, extra: (table: KnownTable) => number): void => {
    const taken = new Set(Object.values(found).map(({ table }) => table));
    const best = schema.tables
      .filter((table) => !taken.has(table))
      .map((table) => ({
        table,
        confidence: Math.min(1, kindFit(kind, table) + (kindFit(kind, table) > 0.2 ? extra(table) : 0)),
      }))
      .toSorted((a, b) => b.confidence - a.confidence || (b.table.rows ?? 0) - (a.table.rows ?? 0))[0];
    if (best && best.confidence >= enough) found[kind] = best;
  };
  take('customer', (table) => 0.15 * Math.min(1, referrers(schema, table)));
  take('product', (table) => 0.1 * Math.min(1, referrers(schema, table)));
  take(
    'sale',
    (table) => (points(table, found.customer?.table) ? 0.2 : 0) + 0.15 * Math.min(1, referrers(schema, table)),
  );
  if (found.sale) {
    const head = found.sale.table;
    take('saleLine', (table) => (points(table, head) ? 0.35 : 0) + (points(table, found.product?.table) ? 0.15 : 0));
    take('payment', (table) => (points(table, head) ? 0.35 : -0.3));
  }
  return found;
}

/** How likely a table's rows are of a kind, 0 to 1, by its name and its columns alone. */
export function kindFit(kind: RowKind, table: KnownTable): number {
  const parts = nameParts(table.name);
  const byName = nameFit(table.name, tableWords[kind]);
  const weights = Object.entries(telling[kind]);
  const fits = weights.map(([field, weight]) => weight * bestFit(kind, field, table));
  const most = weights
    .map(([, weight]) => weight)
    .toSorted((a, b) => b - a)
    .slice(0, 4)
    .reduce((a, b) => a + b, 0);
  const byColumns = Math.min(1, fits.reduce((a, b) => a + b, 0) / most);
  const dead = parts.some((part) => deadWords.includes(part)) ? 0.4 : 1;
  const empty = table.rows === 0 ? 0.5 : 1;
  const unlike = tableWords[kind].never.some((word) => parts.includes(word)) && byName < 1 ? 0.4 : 1;
  return (0.5 * byName + 0.5 * byColumns) * dead * empty * unlike * (byColumns < 0.15 ? 0.4 : 1);
}

function bestFit(kind: RowKind, field: string, table: KnownTable): number {
  const words = fieldWords[kind][field];
  if (!words) return 0;
  return Math.max(0, ...table.columns.map((column) => fieldFit(column, words, { name: field, prefix: table.prefix })));
}

/** Whether a table points at another: by a foreign key, or by a column that is called as the other's key. */
function points(from: KnownTable, to: KnownTable | undefined): boolean {
  return to !== undefined && from !== to && pointers(from, to).length > 0;
}

/** The columns of one table that name a row of another, in the order of the other's key. */
export function pointers(from: KnownTable, to: KnownTable): readonly string[] {
  const declared = to.key.map(
    (key) => from.columns.find(({ references }) => references === `${to.name}.${key.name}`)?.name,
  );
  if (declared.length > 0 && declared.every((name) => name !== undefined)) return declared;
  const byName = to.key.map((key) => from.columns.find(({ name }) => saysTheSame(name, key.name, to))?.name);
  return byName.length > 0 && byName.every((name) => name !== undefined) ? byName : [];
}

/** `KDNR` for KUNDEN.KDNR; `CUST_ID` for CUST.ID; but not `ID` for another table's ID. */
function saysTheSame(name: string, key: string, table: KnownTable): boolean {
  const [mine, theirs] = [nameParts(name).join(''), nameParts(key).join('')];
  const tableName = nameParts(table.name).join('');
  if (mine === theirs) return !['ID', 'NR', 'NO', 'CODE', 'KEY', 'NUMMER', 'NUMBER', 'NAME'].includes(mine);
  const singular = tableName.replace(/(EN|ES|S|N|E)$/, '');
  return [tableName, singular].some(
    (owner) => owner.length > 1 && (mine === owner + theirs || mine === theirs + owner),
  );
}

function referrers(schema: TillSchema, table: KnownTable): number {
  return schema.tables.filter(
    (other) => other !== table && other.columns.some(({ references }) => references?.startsWith(`${table.name}.`)),
  ).length;
}
