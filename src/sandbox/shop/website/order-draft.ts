import type { SiteOrder } from '../../squarespace/site.ts';
import { pounds } from '../product.ts';
import type { Sellable } from './assortment.ts';
import type { WebPerson } from './cast.ts';
import type { SampleOrder } from './tally.ts';

/** One line of a web order; pence. */
export interface OrderLine {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: number;
  /** What comes off a shelf by it. */
  readonly takes?: Sellable;
}

/** A web order in the making; amounts in pence. */
export interface OrderDraft {
  readonly number: string;
  /** In the shop's time zone and in UTC alike: orders come in by day. */
  readonly day: string;
  readonly createdOn: string;
  modifiedOn?: string;
  person: WebPerson | null;
  lines: OrderLine[];
  discount?: { readonly name: string; readonly promoCode?: string; readonly amount: number };
  shipping: number;
  refunded: number;
  paymentState: string;
  fulfillmentStatus: 'PENDING' | 'FULFILLED' | 'CANCELED';
  standing: SampleOrder['standing'];
  channel?: string;
}

/** What its lines cost, before discount and shipping. */
export function subtotalOf({ lines }: OrderDraft): number {
  return lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
}

/** What was to be paid, before anything was paid back. */
export function grandTotalOf(order: OrderDraft): number {
  return subtotalOf(order) - (order.discount?.amount ?? 0) + order.shipping;
}

/** The order as a site starts with it. */
export function siteOrder(order: OrderDraft): SiteOrder {
  const { number, person, createdOn, modifiedOn, discount, shipping, refunded, channel } = order;
  return {
    orderNumber: number,
    email: person?.email ?? null,
    createdOn,
    ...(modifiedOn !== undefined && { modifiedOn }),
    ...(person?.address && { billing: person.address }),
    lines: order.lines.map(({ sku, quantity, unitPrice }) => ({ sku, quantity, unitPrice: pounds(unitPrice) })),
    ...(discount && { discount: { ...discount, amount: pounds(discount.amount) } }),
    ...(shipping > 0 && { shipping: { method: 'Royal Mail, signed for', amount: pounds(shipping) } }),
    ...(refunded > 0 && { refunded: pounds(refunded) }),
    paymentState: order.paymentState,
    fulfillmentStatus: order.fulfillmentStatus,
    ...(order.standing === 'test' && { testmode: true }),
    ...(channel !== undefined && { channel }),
  };
}

/** The order as the books must have it. */
export function sampleOrder(order: OrderDraft): SampleOrder {
  const { number, standing, person, refunded } = order;
  return { number, standing, total: grandTotalOf(order) - refunded, email: person?.email.toLowerCase() ?? null };
}
