import type { PageRow } from '../../shop-front.ts';
import type { Currency } from '../../../model/money.ts';
import { currency, decimalFromMinor } from '../../../model/money.ts';
import { buyerKey, webKey } from '../keys.ts';
import type { Order, OrderItem } from '../wire/order.ts';
import type { CellsOf } from './fields.ts';
import { inOrder } from './fields.ts';
import type { OrderLine, Refund } from './order-lines.ts';
import { sumsOf } from './order-lines.ts';
import { standingOf } from './standing.ts';

function currencyOf({ grandTotal, lineItems }: Order): Currency | undefined {
  const said = grandTotal?.currency ?? lineItems.find((item) => item.unitPricePaid)?.unitPricePaid?.currency;
  return currency.safeParse(said).data;
}

/** The key of whoever ordered; null for somebody without an address, and for tests of the shop. */
function buyerOf(order: Order): string | null {
  const email = order.customerEmail?.trim();
  return email && !order.testmode ? buyerKey(email) : null;
}

function linePageRow(saleKey: string, cells: Omit<CellsOf<'saleLine'>, 'saleKey'>): Omit<PageRow, 'parts'> {
  const { key } = cells;
  return { kind: 'saleLine', key: key ?? saleKey, parent: saleKey, cells: inOrder('saleLine', { ...cells, saleKey }) };
}

function reckonedLine(saleKey: string, line: OrderLine, code: Currency): Omit<PageRow, 'parts'> {
  const { sku, description, quantity, unitPrice, discount, lineTotal, variantId } = line;
  return linePageRow(saleKey, {
    key: `${saleKey}-${line.key}`,
    sku,
    description,
    quantity: String(quantity),
    unitPrice: decimalFromMinor(unitPrice, code),
    discount: discount === 0 ? null : decimalFromMinor(discount, code),
    lineTotal: decimalFromMinor(lineTotal, code),
    variant: variantId === null ? null : webKey(variantId),
  });
}

/** A line as the site tells it, where it cannot be reckoned with: what is wrong with it becomes a problem for staff. */
function rawLine(saleKey: string, item: OrderItem, index: number): Omit<PageRow, 'parts'> {
  return linePageRow(saleKey, {
    key: `${saleKey}-a-${item.id ?? index}`,
    sku: item.sku,
    description: item.productName ?? item.sku,
    quantity: typeof item.quantity === 'number' ? String(item.quantity) : null,
    unitPrice: item.unitPricePaid?.value ?? null,
    discount: null,
    lineTotal: null,
    variant: item.variantId === null ? null : webKey(item.variantId),
  });
}

function promoCodesOf({ discountLines }: Order): string | null {
  const codes = new Set(discountLines.flatMap(({ promoCode }) => promoCode ?? []));
  return codes.size === 0 ? null : [...codes].toSorted().join(', ');
}

/** An order as the row of a sale, with its lines. What could be learnt of its refunds is handed in. */
export function orderRow(order: Order, refunds: readonly Refund[]): PageRow {
  const key = webKey(order.id);
  const buyer = buyerOf(order);
  const code = currencyOf(order);
  const sums = code && sumsOf(order, code, refunds);
  const parts =
    code && sums
      ? sums.lines.map((line) => reckonedLine(key, line, code))
      : order.lineItems.map((item, index) => rawLine(key, item, index));
  const cells = inOrder('sale', {
    key,
    customerKey: buyer,
    soldAt: order.createdOn,
    currency: code ?? order.grandTotal?.currency ?? null,
    total: code && sums ? decimalFromMinor(sums.total, code) : (order.grandTotal?.value ?? null),
    promoCode: promoCodesOf(order),
    reference: order.orderNumber,
    standing: standingOf(order),
    placedAt: order.createdOn,
    orderNumber: order.orderNumber,
    email: order.customerEmail,
  });
  return { kind: 'sale', key, parent: buyer, cells, parts };
}

/** Whoever ordered, as this order tells of them; undefined where it does not say who it was. */
export function buyerRow(order: Order): PageRow | undefined {
  const key = buyerOf(order);
  if (key === null || standingOf(order) === 'void') return undefined;
  const { billingAddress: billing, shippingAddress: shipping } = order;
  const address = billing ?? shipping;
  const cells = inOrder('buyer', {
    key,
    firstName: address?.firstName ?? null,
    lastName: address?.lastName ?? null,
    email: order.customerEmail,
    phone: billing?.phone ?? shipping?.phone ?? null,
    line1: address?.address1 ?? null,
    line2: address?.address2 ?? null,
    town: address?.city ?? null,
    county: address?.state ?? null,
    postcode: address?.postalCode ?? null,
    country: address?.countryCode ?? null,
    orderedAt: order.createdOn,
  });
  return { kind: 'buyer', key, parent: null, cells };
}
