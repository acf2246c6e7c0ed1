import { Hono } from 'hono';
import { z } from 'zod';
import { decimalFromMinor } from '../../../model/money.ts';
import type { Call } from '../conventions/call.ts';
import type { ExchangeEnv } from '../conventions/exchange.ts';
import type { FaultRequest } from '../faults/fault.ts';
import type { FaultScript } from '../faults/fault-script.ts';
import type { CheckoutRequest } from '../hands/checkout.ts';
import type { Shoppers } from '../hands/shoppers.ts';
import type { Staff } from '../hands/staff.ts';
import type { SiteSwitches } from '../site-switches.ts';
import type { SiteState } from '../state.ts';
import { sumsOf } from '../store/order.ts';
import type { Order } from '../store/order.ts';
import type { Store } from '../store/store.ts';
import type { Deliveries } from '../webhooks/deliveries.ts';
import { overview } from './overview.ts';
import { letStaff } from './staff-request.ts';

/** What the sandbox shows of itself, and whose hands it lends. */
export interface PageParts {
  readonly store: Store;
  readonly state: SiteState;
  readonly site: SiteSwitches;
  readonly faults: FaultScript;
  readonly shoppers: Shoppers;
  readonly staff: Staff;
  readonly webhooks: Pick<Deliveries, 'deliverDue'>;
  readonly calls: () => readonly Call[];
}

const switches = z.strictObject({
  expired: z.boolean().optional(),
  clockSkew: z.int().optional(),
  deniesConsent: z.boolean().optional(),
});
const donation = z.strictObject({ email: z.string().nullable(), amount: z.string() });

function orderSummary({ facts }: Store, order: Order): object {
  const { id, orderNumber, customerEmail: email, createdOn, paymentState, fulfillmentStatus, lines } = order;
  const { grandTotal, refundedTotal } = sumsOf(order);
  return {
    id,
    orderNumber,
    email,
    createdOn: new Date(createdOn).toISOString(),
    paymentState,
    fulfillmentStatus,
    grandTotal: decimalFromMinor(grandTotal, facts.currency),
    refundedTotal: decimalFromMinor(refundedTotal, facts.currency),
    lines: lines.map(({ sku, variantId, quantity }) => ({ sku, variantId, quantity })),
  };
}

function addLooks(pages: Hono<ExchangeEnv>, { store, state, calls }: PageParts): void {
  pages.get('/', (exchange) => exchange.html(overview(store, calls().length)));
  pages.get('/calls', (exchange) => exchange.json({ calls: calls() }));
  pages.get('/orders', (exchange) =>
    exchange.json({ orders: state.orders.all().map((order) => orderSummary(store, order)) }),
  );
  pages.get('/orders/:order', (exchange) => {
    const order = state.order(exchange.req.param('order'));
    return order ? exchange.json(orderSummary(store, order)) : exchange.json({ error: 'no such order' }, 404);
  });
  pages.get('/stock/:variant', (exchange) => {
    const found = state.variant(exchange.req.param('variant'));
    if (!found) return exchange.json({ error: 'no such variant' }, 404);
    const { id: variantId, sku } = found.variant;
    return exchange.json({ sku, variantId, name: found.product.name, quantity: state.stock(variantId) ?? null });
  });
}

function addFaults(pages: Hono<ExchangeEnv>, { faults }: PageParts): void {
  pages.get('/faults', (exchange) => exchange.json({ faults: faults.pending() }));
  pages.post('/faults', async (exchange) => {
    const body = await exchange.req.json<FaultRequest | FaultRequest[]>();
    for (const fault of Array.isArray(body) ? body : [body]) faults.add(fault);
    return exchange.json({ faults: faults.pending() });
  });
  pages.delete('/faults', (exchange) => {
    faults.clear();
    return exchange.json({ faults: [] });
  });
}

/**
 * Pages under `/sandbox` that are no part of Squarespace: what the site holds, the calls it got, the faults to come, and
 * the hands of shoppers and staff. They ask for no key, because the sandbox listens on the loopback alone.
 */
export function createSandboxPages(parts: PageParts): Hono<ExchangeEnv> {
  const { store, site, shoppers, staff, webhooks } = parts;
  const pages = new Hono<ExchangeEnv>();
  addLooks(pages, parts);
  addFaults(pages, parts);
  pages.post('/checkout', async (exchange) => {
    const order = shoppers.checkout(await exchange.req.json<CheckoutRequest>());
    return exchange.json(order ? { placed: true, order: orderSummary(store, order) } : { placed: false, order: null });
  });
  pages.post('/donations', async (exchange) => {
    shoppers.donate(donation.parse(await exchange.req.json()));
    return exchange.json({});
  });
  pages.post('/webhooks', async (exchange) => exchange.json({ sent: await webhooks.deliverDue() }));
  pages.post('/staff', async (exchange) => exchange.json(letStaff(staff, await exchange.req.json())));
  pages.post('/site', async (exchange) => {
    Object.assign(site, switches.parse(await exchange.req.json()));
    return exchange.json(site);
  });
  pages.onError((error, exchange) => exchange.json({ error: error.message }, 400));
  return pages;
}
