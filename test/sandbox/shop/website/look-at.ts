import { createSampleShop, type SampleShop } from '../../../../src/sandbox/shop/shop.ts';
import {
  createSampleWebsite,
  smallestShopWithWebsite,
  type SampleWebsite,
} from '../../../../src/sandbox/shop/website/website.ts';
import type { SiteContent, SiteOrder } from '../../../../src/sandbox/squarespace/site.ts';

/** Sizes of shops whose websites are looked at: the smallest, a small and the usual one. */
export const sizes = [smallestShopWithWebsite, 1000, 12_000] as const;

/** A sample website with everything that a test looks up in it. */
export interface Looked extends SiteContent {
  readonly shop: SampleShop;
  readonly site: SampleWebsite;
  readonly till: SampleShop;
  readonly tally: SampleWebsite['tally'];
  readonly variants: SiteContent['products'][number]['variants'];
  /** Rows of the till by key. */
  readonly customers: ReadonlyMap<
    string,
    ReturnType<SampleShop['customers']> extends Generator<infer Row> ? Row : never
  >;
  readonly sales: ReadonlyMap<string, ReturnType<SampleShop['sales']> extends Generator<infer Row> ? Row : never>;
  readonly orderOf: ReadonlyMap<string, SiteOrder>;
}

/** The website of a shop of so many customers, looked at. */
export function lookAt(size: number): Looked {
  const shop = createSampleShop({ size });
  const site = createSampleWebsite(shop);
  const content = site.content();
  return {
    ...content,
    shop,
    site,
    till: site.till,
    tally: site.tally,
    variants: content.products.flatMap((product) => product.variants),
    customers: new Map([...site.till.customers()].map((draft) => [String(draft.values.key), draft])),
    sales: new Map([...site.till.sales()].map((draft) => [String(draft.values.key), draft])),
    orderOf: new Map(content.orders.map((order) => [order.orderNumber, order])),
  };
}

/** Each text once, in order. */
export function eachOnce(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted();
}

/** Decimal text as pence. */
export function pence(text: string): number {
  return Math.round(Number(text) * 100);
}

/** What was to be paid for an order, before anything was paid back. */
export function totalOf({ lines, discount, shipping }: SiteOrder): number {
  const bought = lines.reduce((sum, { quantity, unitPrice = '0' }) => sum + quantity * pence(unitPrice), 0);
  return bought - pence(discount?.amount ?? '0') + pence(shipping?.amount ?? '0');
}
