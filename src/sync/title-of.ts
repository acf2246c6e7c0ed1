import type { Customer } from '../model/customer.ts';
import { decimalFromMinor } from '../model/money.ts';
import type { Product } from '../model/product.ts';
import type { AnyRecord, RecordKind } from '../model/record.ts';
import type { Sale } from '../model/sale.ts';
import type { ShelfPrice } from '../model/shelf-price.ts';
import type { StockLevel } from '../model/stock-level.ts';

/** What people call a record: a person's or an article's name, a sale's day and amount; its key where there is nothing else. */
export function titleOf(kind: RecordKind, { record }: { readonly record: AnyRecord }): string {
  const title = titles[kind](record);
  return title === '' ? record.key : title;
}

const titles: Readonly<Record<RecordKind, (record: AnyRecord) => string>> = {
  customer(record) {
    const { title, firstName, lastName, company } = record as Customer;
    const name = [title, firstName, lastName].filter(Boolean).join(' ');
    return name === '' ? (company ?? '') : name;
  },
  product(record) {
    const { name, sku } = record as Product;
    return name ?? sku ?? '';
  },
  stock: (record) => (record as StockLevel).name,
  price: (record) => (record as ShelfPrice).name,
  sale(record) {
    const { soldAt, total, currency, reference } = record as Sale;
    const amount = total == null ? '' : `${decimalFromMinor(total, currency)} ${currency}`;
    const day = soldAt?.slice(0, 10) ?? reference ?? '';
    return [day, amount].filter(Boolean).join(', ');
  },
};
