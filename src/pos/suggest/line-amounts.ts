import type { Source } from './place-fields.ts';
import type { Placed } from './proposal.ts';

/** What a line's amounts are in one sampled row. */
interface Amounts {
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly lineTotal: number;
}

/**
 * Makes a line's amounts agree with each other, as `lineTotal` = quantity × unitPrice − discount: a discount that the
 * till keeps as a percentage becomes an amount, and a total that it does not keep is worked out.
 */
export function suggestAmounts(placed: readonly Placed[], base: Source): readonly Placed[] {
  const by = (field: string): Placed | undefined => placed.find((each) => each.field === field);
  const [quantity, unitPrice, discount, lineTotal] = [by('quantity'), by('unitPrice'), by('discount'), by('lineTotal')];
  if (quantity && lineTotal && !unitPrice)
    return [...placed.filter((each) => each !== discount), workedOutPrice(quantity, lineTotal)];
  if (!quantity || !unitPrice) return placed;
  const product = `${quantity.sql} * ${unitPrice.sql}`;
  const isPercentage = discount !== undefined && percentageShown(base, { quantity, unitPrice, discount, lineTotal });
  const amount =
    discount && isPercentage
      ? { ...discount, sql: `CAST(${product} * ${discount.sql} / 100 AS NUMERIC(15,2))`, confidence: 0.7 }
      : discount;
  const settled = placed.map((each) => (each === discount && amount ? amount : each));
  if (lineTotal) return settled;
  const origin = [quantity, unitPrice, discount].flatMap((each) => each?.origin ?? []).join(', ');
  const sql = amount ? `CAST(${product} - COALESCE(${amount.sql}, 0) AS NUMERIC(15,2))` : product;
  return [...settled, { field: 'lineTotal', origin, sql, confidence: 0.6, samples: [] }];
}

/** What one piece came to; a discount is in it already. */
function workedOutPrice(quantity: Placed, lineTotal: Placed): Placed {
  const sql = `CAST(${lineTotal.sql} / NULLIF(${quantity.sql}, 0) AS NUMERIC(15,2))`;
  return { field: 'unitPrice', origin: `${lineTotal.origin}, ${quantity.origin}`, sql, confidence: 0.5, samples: [] };
}

interface Found {
  readonly quantity: Placed;
  readonly unitPrice: Placed;
  readonly discount: Placed;
  readonly lineTotal: Placed | undefined;
}

/** Whether the samples add up only if the discount is taken as a percentage. */
function percentageShown({ table }: Source, { quantity, unitPrice, discount, lineTotal }: Found): boolean {
  const column = (placed: Placed | undefined) =>
    table.columns.find(({ name }) => placed?.origin === `${table.name}.${name}`);
  if (/PERC|PCT|PROZ|PROC|PORC|%/i.test(discount.origin)) return true;
  const columns = [quantity, unitPrice, discount, lineTotal].map(column);
  const rows = sampledRows(columns.map((each) => each?.cells ?? []));
  const discounted = rows.filter((row) => row.discount !== 0 && row.lineTotal !== 0);
  const asAmount = discounted.filter((row) => close(row.quantity * row.unitPrice - row.discount, row.lineTotal)).length;
  const asShare = discounted.filter((row) =>
    close(row.quantity * row.unitPrice * (1 - row.discount / 100), row.lineTotal),
  ).length;
  return asShare > asAmount && asShare * 2 > discounted.length;
}

function sampledRows([quantities = [], prices = [], discounts = [], totals = []]: readonly (readonly (
  | string
  | null
)[])[]): readonly Amounts[] {
  return quantities.map((quantity, row) => ({
    quantity: Number(quantity ?? 0),
    unitPrice: Number(prices[row] ?? 0),
    discount: Number(discounts[row] ?? 0),
    lineTotal: Number(totals[row] ?? 0),
  }));
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.02;
}
