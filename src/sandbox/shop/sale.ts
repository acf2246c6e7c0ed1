import { services, staff } from './articles.ts';
import { dayAfter } from './calendar.ts';
import { openingTime } from './customer-history.ts';
import type { Cell, Draft } from './draft.ts';
import { nothing } from './nothing.ts';
import type { Article } from './product.ts';
import type { Random } from './random.ts';
import type { SaleField } from './schema.ts';

/** One line of a sale; amounts in pence. */
export interface LineDraft {
  sku: Cell;
  description: Cell;
  quantity: number;
  unitPrice: number;
  discount: number;
  lineTotal: number;
}

/** One payment of a sale; pence. */
export interface PaymentDraft {
  method: string;
  amount: number;
}

/** A sale in the making, with what belongs to it. Its total in pence is written into the row at the end. */
export interface SaleDraft extends Draft<SaleField> {
  lines: LineDraft[];
  payments: PaymentDraft[];
  total: number;
}

/** What a sale is made from. */
export interface SaleParts {
  readonly random: Random;
  readonly key: number;
  /** The day of the sale. */
  readonly day: string;
  /** Null for somebody unknown. */
  readonly customerKey: string | null;
  readonly article: () => Article;
}

/** The number of the first sale. */
const firstSale = 100_001;

/** The number of a sale's row. */
export function saleNumberOf(index: number): number {
  return firstSale + index;
}

/** Days over which the sales are spread. */
const sixYears = 6 * 365;

/** The day of a sale: sales come in the order of their rows, the last two days before the shop is looked at. */
export function saleDay(asOf: string, index: number, sales: number): string {
  return dayAfter(asOf, Math.floor((index * sixYears) / sales) - sixYears - 1);
}

/** A sound sale of one to five lines. */
export function soundSale({ random, key, day, customerKey, article }: SaleParts): SaleDraft {
  const lines = Array.from({ length: random.pick([1, 1, 1, 2, 2, 3, 4, 5]) }, () => soundLine(random, article));
  const total = sumOf(lines);
  return {
    kind: 'sale',
    values: {
      key,
      customerKey: customerKey ?? nothing(random),
      soldAt: `${day} ${openingTime(random)}`,
      total: null,
      // The last of them has a name that is too long.
      staffId: random.between(1, staff.length - 1),
      promoCode: random.oneIn(14)
        ? random.pick(['XMAS', '10% OFF, IN STORE', "MOTHER'S DAY", 'VIP;5'])
        : nothing(random),
      reference: random.oneIn(10) ? `Order "${random.digits(4)}", deposit` : nothing(random),
    },
    faults: [],
    cleanings: new Map(),
    lines,
    total,
    payments: soundPayments(random, total),
  };
}

function soundLine(random: Random, article: () => Article): LineDraft {
  if (random.oneIn(15)) {
    return lineOf({
      sku: nothing(random),
      description: random.pick(services),
      unitPrice: 50 * random.between(10, 200),
    });
  }
  const { sku, name, price } = article();
  const quantity = random.oneIn(40) ? -1 : random.oneIn(20) ? random.between(2, 4) : 1;
  const discount = quantity > 0 && random.oneIn(9) ? Math.round(price * random.pick([0.05, 0.1, 0.125])) : 0;
  return lineOf({ sku, description: name, unitPrice: price, quantity, discount });
}

/** A line whose total is right. */
export function lineOf(
  parts: Pick<LineDraft, 'sku' | 'description' | 'unitPrice'> & Partial<Pick<LineDraft, 'quantity' | 'discount'>>,
): LineDraft {
  const { quantity = 1, discount = 0 } = parts;
  return { ...parts, quantity, discount, lineTotal: quantity * parts.unitPrice - discount };
}

/** The total that the lines add up to. */
export function sumOf(lines: readonly LineDraft[]): number {
  return lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0);
}

function soundPayments(random: Random, total: number): PaymentDraft[] {
  const methods = ['Card', 'Card', 'Cash', 'Gift voucher; paper', 'Part exchange'] as const;
  if (total < 2 || !random.oneIn(12)) return [{ method: random.pick(methods), amount: total }];
  const deposit = random.between(1, total - 1);
  return [
    { method: random.pick(methods), amount: deposit },
    { method: random.pick(methods), amount: total - deposit },
  ];
}
