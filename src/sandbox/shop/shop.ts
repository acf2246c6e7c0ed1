import { createCustomers } from './customers.ts';
import { cleaningsOf, type PlantedCleaning, type PlantedFault } from './draft.ts';
import { createProducts } from './products.ts';
import { createSales, type HeldSale } from './sales.ts';
import type { CustomerDraft } from './customer.ts';
import type { ProductDraft } from './product.ts';
import type { SaleDraft } from './sale.ts';
import type { ShopFrame } from './shop-frame.ts';

/** What a sample shop is made from; everything has a default. */
export interface SampleShopParts {
  readonly seed?: number;
  /** Customers; the other counts follow from it unless they are given. */
  readonly size?: number;
  readonly products?: number;
  readonly sales?: number;
  /** The day on which the shop is looked at, `YYYY-MM-DD`: nothing sound in it is later than the day before. */
  readonly asOf?: string;
}

/**
 * An invented British jeweller's till: always the same for the same parts, however often it is walked through, and
 * never held in memory as a whole.
 */
export interface SampleShop {
  readonly name: string;
  readonly frame: ShopFrame;
  customers(): Generator<CustomerDraft>;
  products(): Generator<ProductDraft>;
  sales(): Generator<SaleDraft>;
  /** Exactly what a check must find, record by record. */
  faults(): Generator<PlantedFault>;
  /** Exactly what cleaning changes by itself. */
  cleanings(): Generator<PlantedCleaning>;
  /** Sales without a fault of their own that wait for a customer who is withheld. */
  held(): Generator<HeldSale>;
}

/** Makes the sample shop; see `SampleShop`. */
export function createSampleShop(parts: SampleShopParts = {}): SampleShop {
  const { seed = 1, size = 12_000, asOf = '2026-11-20' } = parts;
  const frame: ShopFrame = {
    seed,
    asOf,
    customers: size,
    products: parts.products ?? Math.round((size * 2) / 3),
    sales: parts.sales ?? size * 5,
  };
  const customers = createCustomers(frame);
  const products = createProducts(frame);
  const sales = createSales(frame, customers, products);

  return {
    name: 'Larkspur & Daughters, Jewellers',
    frame,
    customers: () => rows(frame.customers, customers.at),
    products: () => rows(frame.products, products.at),
    sales: () => rows(frame.sales, sales.at),
    *faults() {
      for (const index of customers.spoilt()) yield* customers.at(index).faults;
      for (const index of products.spoilt()) yield* products.at(index).faults;
      for (const index of sales.spoilt()) yield* sales.at(index).faults;
    },
    *cleanings() {
      for (const draft of rows(frame.customers, customers.at)) yield* cleaningsOf(draft);
      for (const draft of rows(frame.products, products.at)) yield* cleaningsOf(draft);
    },
    held: () => sales.held(),
  };
}

function* rows<Draft>(count: number, at: (index: number) => Draft): Generator<Draft> {
  for (let index = 0; index < count; index++) yield at(index);
}
