import type { Row } from '../../model/record.ts';
import type { Sale, SaleLine } from '../../model/sale.ts';
import { paymentFields, saleFields, saleLineFields } from '../../model/sale.ts';
import { compareKeys } from '../../model/compare-keys.ts';
import type { Notebook, Reading, ShopHabits } from '../reading.ts';
import { openNotebook } from '../reading.ts';
import type { CellReader } from './cell.ts';
import { textCell, wholeNumberCell } from './cell.ts';
import { momentCell } from './moment-cell.ts';
import { cleanLine } from './plain-text.ts';
import { amountCell, currencyCell } from './product-cells.ts';
import type { Steps } from './steps.ts';
import { blankRecord, fill, stepsFor, withCell } from './steps.ts';

/** A line or a payment of a sale, under its own key. */
export interface ChildRow {
  readonly key: string;
  readonly cells: Row;
}

/** The rows that belong to one sale, in any order. */
export interface SaleChildren {
  readonly lines: readonly ChildRow[];
  readonly payments?: readonly ChildRow[];
}

/** Reads one sale under its key, with its lines and payments. */
export type SaleReader = (key: string, cells: Row, children: SaleChildren) => Reading<'sale'>;

/** The order of the cells in each kind of row that makes up a sale. */
export interface SaleFields {
  readonly sale: readonly string[];
  readonly saleLine: readonly string[];
  readonly payment?: readonly string[] | undefined;
}

/** What a reader for sales is made from. */
export interface SaleReaderParts extends SaleFields {
  readonly shop: ShopHabits;
  /** Where the sales were made; at the till where this is absent. */
  readonly channel?: Sale['channel'];
}

/** The fields that mean something to a sale, and to its parts; rows of a shop front have others besides. */
const ofSale: ReadonlySet<string> = new Set(saleFields);
const ofPart: ReadonlySet<string> = new Set([...saleLineFields, ...paymentFields]);

/**
 * Compiles a reader for sales. Lines and payments are ordered by their keys; line totals and totals that have no column
 * are reckoned. Where a part of a line could not be understood, it is null there and among the reading's faults. Fields that
 * no sale has are left to `raw`.
 */
export function createSaleReader({ shop, channel = 'pos', ...fields }: SaleReaderParts): SaleReader {
  const headSteps = stepsFor(fields.sale, (field) => saleCell(field, shop), 'currency');
  const blank = blankRecord(namesOf(headSteps), { key: '', channel, currency: '', lines: null, total: null });
  const lineReader = createPartReader(fields.saleLine, 'lines', ['description', 'quantity', 'unitPrice', 'lineTotal']);
  const paymentReader = createPartReader(fields.payment ?? [], 'payments', ['method', 'amount']);
  const isReckoned = !fields.saleLine.includes('lineTotal');

  return function read(key, cells, children): Reading<'sale'> {
    const lineRows = inOrder(children.lines);
    const paymentRows = inOrder(children.payments ?? []);
    const notebook = openNotebook(shop);
    const record: Record<string, unknown> = { ...blank };
    record['key'] = key;
    fill(record, headSteps, { cells, notebook });
    record['currency'] = notebook.currency;
    const lines = lineRows.map((row, index) => lineReader({ row, index, notebook }) as unknown as SaleLine);
    if (isReckoned) for (const line of lines) line.lineTotal = reckonedTotal(line);
    record['lines'] = lines;
    if (!fields.sale.includes('total')) record['total'] = sumOf(lines);
    if (fields.payment) record['payments'] = paymentRows.map((row, index) => paymentReader({ row, index, notebook }));
    return {
      record: record as unknown as Sale,
      cleanings: notebook.cleanings,
      faults: notebook.faults,
      raw: (field) => rawCell(field, fields, { cells, lineRows, paymentRows }),
      with: (field, text) => read(key, ...replaced(field, fields, { cells, lineRows, paymentRows, text })),
    };
  };
}

function saleCell(field: string, shop: ShopHabits): CellReader | undefined {
  if (!ofSale.has(field)) return undefined;
  switch (field) {
    case 'soldAt':
      return momentCell(field, shop);
    case 'currency':
      return currencyCell(field);
    case 'total':
      return amountCell(field);
    default:
      return textCell(field, cleanLine);
  }
}

function partCell(field: string, path: string): CellReader | undefined {
  if (!ofPart.has(field)) return undefined;
  switch (field) {
    case 'quantity':
      return wholeNumberCell(path);
    case 'unitPrice':
    case 'discount':
    case 'lineTotal':
    case 'amount':
      return amountCell(path);
    default:
      return textCell(path, cleanLine);
  }
}

function namesOf(steps: Steps): readonly string[] {
  return steps.map(({ field }) => field);
}

type PartReader = (part: { row: ChildRow; index: number; notebook: Notebook }) => Record<string, unknown>;

/** Reads lines or payments. Parts that must be there are null where they have no column or could not be understood. */
function createPartReader(layout: readonly string[], list: string, needed: readonly string[]): PartReader {
  const stepsAt = memoOf((index) => stepsFor(layout, (field) => partCell(field, `${list}[${index}].${field}`)));
  const blank = blankRecord([...namesOf(stepsAt(0)), ...needed], {});
  return ({ row, index, notebook }) => {
    const part = { ...blank };
    fill(part, stepsAt(index), { cells: row.cells, notebook });
    for (const field of needed) part[field] ??= null;
    return part;
  };
}

function reckonedTotal({ quantity, unitPrice, discount }: SaleLine): number | null {
  return quantity === null || unitPrice === null ? null : quantity * unitPrice - (discount ?? 0);
}

function sumOf(lines: readonly SaleLine[]): number | null {
  let sum = 0;
  for (const { lineTotal } of lines) {
    if (lineTotal === null) return null;
    sum += lineTotal;
  }
  return sum;
}

function inOrder(rows: readonly ChildRow[]): readonly ChildRow[] {
  return rows.length < 2 ? rows : rows.toSorted((one, other) => compareKeys(one.key, other.key));
}

function memoOf<Value>(make: (index: number) => Value): (index: number) => Value {
  const made: Value[] = [];
  return (index) => (made[index] ??= make(index));
}

interface SaleRows {
  readonly cells: Row;
  readonly lineRows: readonly ChildRow[];
  readonly paymentRows: readonly ChildRow[];
}

const childField = /^(lines|payments)\[(\d+)\]\.(\w+)$/;

function rawCell(field: string, fields: SaleFields, { cells, lineRows, paymentRows }: SaleRows): string | null {
  const [, list, index, name = ''] = childField.exec(field) ?? [];
  if (list === undefined) return cells[fields.sale.indexOf(field)] ?? null;
  const row = (list === 'lines' ? lineRows : paymentRows)[Number(index)];
  const layout = list === 'lines' ? fields.saleLine : (fields.payment ?? []);
  return row?.cells[layout.indexOf(name)] ?? null;
}

/** The sale's rows with one cell replaced. */
function replaced(field: string, fields: SaleFields, rows: SaleRows & { text: string }): [Row, SaleChildren] {
  const { cells, lineRows, paymentRows, text } = rows;
  const [, list, index, name = ''] = childField.exec(field) ?? [];
  const change = (children: readonly ChildRow[], layout: readonly string[]) =>
    children.map((row, at) =>
      at === Number(index) ? { ...row, cells: withCell(row.cells, layout.indexOf(name), text) } : row,
    );
  return [
    list === undefined ? withCell(cells, fields.sale.indexOf(field), text) : cells,
    {
      lines: list === 'lines' ? change(lineRows, fields.saleLine) : lineRows,
      payments: list === 'payments' ? change(paymentRows, fields.payment ?? []) : paymentRows,
    },
  ];
}
