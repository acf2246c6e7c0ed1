import type { RecordKind } from '../../model/record.ts';
import { dayAfter } from './calendar.ts';
import { accountOf } from './customer.ts';
import type { PlantedFault } from './draft.ts';
import { pounds } from './product.ts';
import { ringUp } from './ring-up.ts';
import { saleNumberOf } from './sale.ts';
import { customerTable, productTable, type Dialect } from './schema.ts';
import type { SampleShop } from './shop.ts';
import { sqlLiteral } from './sql-literal.ts';

/** Something that happens in the shop after the first run. */
export interface ShopEdit {
  /** For people: "Customer 871: TEL mended". */
  readonly says: string;
  readonly kind: RecordKind;
  readonly key: string;
  readonly change: 'mended' | 'created' | 'changed' | 'deleted';
  /** The fault that goes away. */
  readonly mends?: PlantedFault;
  readonly statements: readonly string[];
}

/** A day's work: three faults mended, a customer new, a price changed, an article deleted, a sale rung up. */
export function shopEdits(shop: SampleShop, dialect: Dialect): ShopEdit[] {
  const faults = [...shop.faults()];
  const sound = soundOnes(shop, faults);
  return [
    ...mends(shop, faults),
    newCustomer(shop),
    ...priceChange(sound.products[0]),
    ...deletedArticle(sound.products[1]),
    newSale(shop, dialect, sound.customer),
  ];
}

const mended = [
  { field: 'phone', code: 'bad_phone' },
  { field: 'postcode', code: 'bad_postcode' },
  { field: 'email', code: 'likely_slip' },
] as const;

/** Customers whose only fault has a suggestion, which somebody took. The price that changes further on moves no time stamp; these do. */
function mends({ frame }: SampleShop, faults: readonly PlantedFault[]): ShopEdit[] {
  return mended.flatMap(({ field, code }) => {
    const fault = faults.find(
      (each) =>
        each.field === field &&
        each.code === code &&
        each.suggestion !== undefined &&
        faults.every((other) => other === each || other.key !== each.key),
    );
    const column = customerTable.columns.find((each) => each.field === field)?.name ?? '';
    if (fault?.suggestion === undefined) return [];
    const change = `${column} = ${sqlLiteral(fault.suggestion)}, "LastChange" = '${frame.asOf} 09:05:00'`;
    return {
      says: `Customer ${fault.key}: ${column.replaceAll('"', '')} mended`,
      kind: 'customer',
      key: fault.key,
      change: 'mended',
      mends: fault,
      statements: [`UPDATE ${customerTable.name} SET ${change} WHERE ACNO = ${sqlLiteral(fault.key)}`],
    };
  });
}

function newCustomer({ frame }: SampleShop): ShopEdit {
  const key = accountOf(frame.customers);
  const values = `'${key}', 'Ms', 'Rosalind', 'O''Hare', 'rosalind.ohare${key}@example.com', '07700 900 417', '${frame.asOf} 09:10:00'`;
  return {
    says: `Customer ${key}: new`,
    kind: 'customer',
    key,
    change: 'created',
    statements: [
      `INSERT INTO ${customerTable.name} (ACNO, TITLE, FNAME, SNAME, "EMail", MOB, "LastChange") VALUES (${values})`,
    ],
  };
}

function priceChange(key: string | undefined): ShopEdit[] {
  if (key === undefined) return [];
  const statement = `UPDATE ${productTable.name} SET RETAIL = RETAIL + 5 WHERE ARTCODE = ${sqlLiteral(key)}`;
  return [{ says: `Article ${key}: £5 dearer`, kind: 'product', key, change: 'changed', statements: [statement] }];
}

function deletedArticle(key: string | undefined): ShopEdit[] {
  if (key === undefined) return [];
  const statement = `DELETE FROM ${productTable.name} WHERE ARTCODE = ${sqlLiteral(key)}`;
  return [{ says: `Article ${key}: deleted`, kind: 'product', key, change: 'deleted', statements: [statement] }];
}

function newSale({ frame }: SampleShop, dialect: Dialect, customer: string | null): ShopEdit {
  const key = saleNumberOf(frame.sales);
  const price = 8900;
  const sale = {
    key,
    customer,
    soldAt: `${dayAfter(frame.asOf, -1)} 16:50:00`,
    reference: null,
    method: 'Card',
    lines: [{ sku: null, description: 'Chain, sterling silver', quantity: 1, unitPrice: price }],
  };
  return {
    says: `Sale ${key}: 1 × silver chain, £${pounds(price)}`,
    kind: 'sale',
    key: String(key),
    change: 'created',
    statements: ringUp(sale, dialect),
  };
}

/** A customer and two articles with nothing wrong. */
function soundOnes(shop: SampleShop, faults: readonly PlantedFault[]) {
  const faulty = new Set(faults.map(({ kind, key }) => `${kind} ${key}`));
  const products: string[] = [];
  for (const { values } of shop.products()) {
    if (products.length === 2) break;
    if (!faulty.has(`product ${values.key}`)) products.push(String(values.key));
  }
  let customer: string | null = null;
  for (const { values } of shop.customers()) {
    if (faulty.has(`customer ${values.key}`)) continue;
    customer = String(values.key);
    break;
  }
  return { products, customer };
}
