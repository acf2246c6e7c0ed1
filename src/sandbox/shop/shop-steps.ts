import { staff } from './articles.ts';
import type { Cell } from './draft.ts';
import { pounds } from './product.ts';
import type { SaleDraft } from './sale.ts';
import { customerTable, lineTable, paymentTable, productTable, saleTable, staffTable } from './schema.ts';
import type { Dialect, LineField, PaymentField, Table } from './schema.ts';
import type { SampleShop } from './shop.ts';
import { afterRows, beforeRows } from './statements.ts';

/** One step of building a sample till. */
export type ShopStep =
  /** A statement to run, without a semicolon behind it. */
  | { readonly kind: 'run'; readonly statement: string }
  /** Rows to add, a few hundred of them, their cells in the order of the columns. Names are SQL text, quoted where they must be. */
  | {
      readonly kind: 'insert';
      readonly table: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    };

/** Rows handed over at once: enough to be quick, few enough for flat memory. */
const batch = 500;

/** How the sample till is built, from an empty database: tables, rows, then indexes and generators. Memory does not grow with the shop. */
export function* shopSteps(shop: SampleShop, dialect: Dialect): Generator<ShopStep> {
  for (const statement of beforeRows(dialect)) yield { kind: 'run', statement };
  for (const some of inBatches(shop.customers())) yield* inserting(customerTable, some.map(valuesOf));
  for (const some of inBatches(shop.products())) yield* inserting(productTable, some.map(valuesOf));
  yield* inserting(
    staffTable,
    staff.map((name, place) => ({ id: place + 1, name })),
  );
  const last = yield* sales(shop);
  for (const statement of afterRows(dialect, last)) yield { kind: 'run', statement };
}

function valuesOf<Values>(draft: { readonly values: Values }): Values {
  return draft.values;
}

/** Numbers of the first line and payment: the last of a million customers' sales have as many digits. */
const firstChild = 10_000_001;

/** Each batch of sales comes before its lines and payments. Answers the last number given in each table. */
function* sales(shop: SampleShop): Generator<ShopStep, Readonly<Record<string, number>>> {
  let sale = 0;
  let line = firstChild;
  let payment = firstChild;
  for (const some of inBatches(shop.sales())) {
    const lines: Record<LineField, Cell>[] = [];
    const payments: Record<PaymentField, Cell>[] = [];
    for (const draft of some) {
      sale = Number(draft.values.key);
      for (const each of linesOf(draft)) lines.push({ key: line++, ...each });
      for (const each of paymentsOf(draft)) payments.push({ key: payment++, ...each });
    }
    yield* inserting(saleTable, some.map(valuesOf));
    yield* inserting(lineTable, lines);
    yield* inserting(paymentTable, payments);
  }
  return { [saleTable.name]: sale, [lineTable.name]: line - 1, [paymentTable.name]: payment - 1 };
}

function linesOf({ values, lines }: SaleDraft): Omit<Record<LineField, Cell>, 'key'>[] {
  return lines.map(({ unitPrice, discount, lineTotal, ...line }) => ({
    ...line,
    saleKey: values.key,
    unitPrice: pounds(unitPrice),
    discount: discount === 0 ? null : pounds(discount),
    lineTotal: pounds(lineTotal),
  }));
}

function paymentsOf({ values, payments }: SaleDraft): Omit<Record<PaymentField, Cell>, 'key'>[] {
  return payments.map(({ method, amount }) => ({ saleKey: values.key, method, amount: pounds(amount) }));
}

function* inserting<Field extends string>(
  { name, columns }: Table<Field>,
  rows: readonly Record<Field, Cell>[],
): Generator<ShopStep> {
  if (rows.length === 0) return;
  yield {
    kind: 'insert',
    table: name,
    columns: columns.map((column) => column.name),
    rows: rows.map((row) => columns.map(({ field }) => row[field])),
  };
}

function* inBatches<Item>(items: Iterable<Item>): Generator<Item[]> {
  let some: Item[] = [];
  for (const item of items) {
    some.push(item);
    if (some.length < batch) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
