import type { Instant, LocalDate } from '../../src/model/ids.ts';
import type { Currency } from '../../src/model/money.ts';
import type { RuleContext } from '../../src/model/rule-pack.ts';
import { genieaiRules } from '../../src/connectors/genieai/rules.ts';
import { createRecordReader } from '../../src/validation/read/record-reader.ts';
import { createSaleReader } from '../../src/validation/read/sale-reader.ts';
import { createJudge } from '../../src/validation/verdict.ts';

/** A jeweller in England. */
export const shop = { country: 'GB', timeZone: 'Europe/London', currency: 'GBP' as Currency };

/** Noon of a day in November. */
export const context: RuleContext = { now: '2026-11-21T12:00:00.000Z' as Instant, today: '2026-11-21' as LocalDate };

/** Cells by field, as a till would give them. */
export type Cells = Readonly<Record<string, string | null>>;

/** Reads a customer whose till has columns for the given fields alone. */
export function readCustomer(cells: Cells, { capitals = false, country = 'GB' } = {}) {
  const fields = Object.keys(cells);
  const read = createRecordReader({ kind: 'customer', fields, shop: { ...shop, country }, cleaning: { capitals } });
  return read('7', Object.values(cells));
}

/** Reads a product whose till has columns for the given fields alone. */
export function readProduct(cells: Cells) {
  const read = createRecordReader({ kind: 'product', fields: Object.keys(cells), shop, cleaning: { capitals: false } });
  return read('7', Object.values(cells));
}

/** Reads a sale with lines (and payments) whose till has columns for the given fields alone. */
export function readSale(head: Cells, lines: readonly Cells[], payments?: readonly Cells[]) {
  const rows = (cells: readonly Cells[]) =>
    cells.map((each, index) => ({ key: String(index + 1), cells: Object.values(each) }));
  const read = createSaleReader({
    sale: Object.keys(head),
    saleLine: Object.keys(lines[0] ?? { description: '', quantity: '', unitPrice: '' }),
    payment: payments && Object.keys(payments[0] ?? {}),
    shop,
  });
  return read('7', Object.values(head), { lines: rows(lines), ...(payments ? { payments: rows(payments) } : {}) });
}

/** A customer without a fault, in the till's own words. */
export const soundCustomer: Cells = {
  title: 'Mrs',
  firstName: 'Jane',
  lastName: 'Smith',
  company: null,
  email: 'jane.smith@example.com',
  phone: '+441632960123',
  mobile: '+447700900123',
  line1: '12 High Street',
  line2: null,
  town: 'Bury St Edmunds',
  county: 'Suffolk',
  postcode: 'IP33 1AA',
  country: 'GB',
  birthday: '1985-03-02',
  anniversary: null,
  marketingEmail: '1',
  marketingSms: '0',
  marketingPost: null,
  consentedAt: '2024-05-01 10:00:00',
  tags: 'vip,ring',
  ringSize: 'F½',
  notes: 'likes gold',
  firstSeenAt: '2019-05-01 10:00:00',
  lastPurchaseAt: null,
};

/** An article without a fault. */
export const soundProduct: Cells = {
  sku: 'R-100',
  name: 'Silver ring',
  category: 'Rings',
  metal: 'Silver',
  stone: null,
  price: '89.0000',
  barcode: '5012345678900',
  stock: '3',
  active: '1',
  updatedAt: '2026-01-01 09:00:00',
};

/** A sale without a fault, and its line. */
export const soundSale: Cells = {
  customerKey: '12',
  soldAt: '2026-05-01 11:04:00',
  total: '84.00',
  staff: 'Ann',
  promoCode: null,
  reference: 'R1',
};
export const soundLine: Cells = {
  sku: 'R-100',
  description: 'Silver ring',
  quantity: '1.000',
  unitPrice: '89.0000',
  discount: '5.00',
  lineTotal: '84.00',
};

const nobodyElse = { shop, isTaken: () => false };

/** Judges as GenieAI's rules say, with nobody else in the shop. */
export const judgeCustomer = createJudge({ pack: genieaiRules.customer, ...nobodyElse });
export const judgeProduct = createJudge({ pack: genieaiRules.product, ...nobodyElse });
export const judgeSale = createJudge({ pack: genieaiRules.sale, ...nobodyElse });
