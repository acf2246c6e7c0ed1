import type { SiteOrder } from '../../squarespace/site.ts';
import { dayAfter } from '../calendar.ts';
import type { ShopEdit } from '../edits.ts';
import { ringUp, type RungUp } from '../ring-up.ts';
import { saleNumberOf } from '../sale.ts';
import { productTable, type Dialect } from '../schema.ts';
import { sqlLiteral } from '../sql-literal.ts';
import type { MatchedVariant } from './tally.ts';
import type { SampleWebsite } from './website.ts';

/** What happens on the next day between the counter and the website. */
export interface WebsiteDay {
  /** The last piece of something is sold over the counter: the website must not sell it again. */
  readonly soldOut: ShopEdit & { readonly variant: MatchedVariant };
  /** Staff key a web order into the till, which the CRM has already. */
  readonly keyedIn: ShopEdit & { readonly order: string; readonly sale: string };
}

/**
 * A day's work between the counter and the website, as the till's program writes it down after whatever else happens in
 * the shop on that day.
 */
export function websiteDay(site: SampleWebsite, dialect: Dialect, others: readonly ShopEdit[]): WebsiteDay {
  const rungUp = others.filter(({ kind, change }) => kind === 'sale' && change === 'created');
  const next = saleNumberOf(site.till.frame.sales + rungUp.length);
  const touched = new Set(others.map(({ key }) => key));
  return { soldOut: soldOut(site, { dialect, key: next, touched }), keyedIn: keyedIn(site, dialect, next + 1) };
}

function takeOff(article: string, pieces: number): string {
  return `UPDATE ${productTable.name} SET QTY = QTY - ${pieces} WHERE ARTCODE = ${sqlLiteral(article)}`;
}

function soldOut(
  site: SampleWebsite,
  { dialect, key, touched }: { dialect: Dialect; key: number; touched: ReadonlySet<string> },
): WebsiteDay['soldOut'] {
  const { matched } = site.tally;
  const single = matched.filter(({ article, due, shown }) => due === 1 && shown === 1 && !touched.has(article));
  const variant = single.find(({ name }) => name.startsWith('Ring')) ?? single[0];
  const article = [...site.till.products()].find(({ values }) => values.key === variant?.article);
  if (!variant || !article) throw new Error('selling the last piece of something: the sample shop has none');
  const { article: articleKey, name } = variant;
  const line = {
    sku: String(article.values.sku),
    description: name,
    quantity: 1,
    unitPrice: pence(String(article.values.price)),
  };
  const soldAt = `${dayAfter(site.till.frame.asOf, -1)} 16:55:00`;
  const sale: RungUp = { key, customer: null, soldAt, reference: null, method: 'Card', lines: [line] };
  return {
    says: `Sale ${key}: the last ${name}, over the counter`,
    kind: 'sale',
    key: String(key),
    change: 'created',
    variant,
    statements: [...ringUp(sale, dialect), takeOff(articleKey, 1)],
  };
}

function keyedIn(site: SampleWebsite, dialect: Dialect, key: number): WebsiteDay['keyedIn'] {
  const { tally, till } = site;
  const waiting = new Set(tally.notKeyed);
  const bySku = new Map(tally.matched.map((variant) => [variant.sku, variant]));
  const order = site
    .content()
    .orders.find(({ orderNumber, paymentState }) => waiting.has(orderNumber) && paymentState === 'PAID');
  if (!order) throw new Error('keying in a web order: the sample website has none that waits');
  const { orderNumber, lines } = order;
  const bought = lines.flatMap(({ sku, quantity }) => {
    const variant = bySku.get(sku);
    return variant ? [{ article: variant.article, quantity }] : [];
  });
  const sale: RungUp = {
    key,
    customer: null,
    soldAt: `${dayAfter(till.frame.asOf, -1)} 17:20:00`,
    reference: `WEB ${orderNumber}`,
    method: 'Website',
    lines: linesOf(order, bySku),
  };
  return {
    says: `Sale ${key}: web order ${orderNumber}, keyed in by Janet`,
    kind: 'sale',
    key: String(key),
    change: 'created',
    order: orderNumber,
    sale: String(key),
    statements: [...ringUp(sale, dialect), ...bought.map(({ article, quantity }) => takeOff(article, quantity))],
  };
}

function linesOf({ lines, shipping }: SiteOrder, bySku: ReadonlyMap<string, MatchedVariant>): RungUp['lines'] {
  return [
    ...lines.map(({ sku, quantity, unitPrice = '0.00' }) => ({
      sku,
      description: bySku.get(sku)?.name ?? sku,
      quantity,
      unitPrice: pence(unitPrice),
    })),
    ...(shipping ? [{ sku: null, description: 'Postage', quantity: 1, unitPrice: pence(shipping.amount) }] : []),
  ];
}

function pence(text: string): number {
  return Math.round(Number(text) * 100);
}
