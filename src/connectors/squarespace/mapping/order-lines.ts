import type { Currency } from '../../../model/money.ts';
import { minorFromDecimal } from '../../../model/money.ts';
import type { Order, OrderItem } from '../wire/order.ts';
import type { WireMoney } from '../wire/loose.ts';
import { allocate } from './allocate.ts';

/** One line of an order as a sale has it, in minor units. */
export interface OrderLine {
  /** Unique in its order; lines stand in the order of their keys. */
  readonly key: string;
  readonly sku: string | null;
  readonly variantId: string | null;
  readonly description: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly lineTotal: number;
}

/** Money that was paid back. */
export interface Refund {
  readonly id: string;
  /** `2026-11-03`, in the site's own zone; null where nobody knows. */
  readonly day: string | null;
  /** Minor units. */
  readonly amount: number;
}

/** An order's lines, which add up to what the shop has of it in the end. */
export interface OrderSums {
  readonly lines: readonly OrderLine[];
  readonly total: number;
}

/** No list of a destination takes more for a line. */
const longestDescription = 200;

function descriptionOf({ productName, sku, variantOptions }: OrderItem): string {
  const name = (productName ?? sku ?? 'Article').slice(0, longestDescription);
  const options = variantOptions.flatMap(({ value }) => (value === null ? [] : [value])).join(', ');
  const whole = options === '' ? name : `${name} (${options})`;
  return whole.length <= longestDescription ? whole : name;
}

/** A line of one piece; of minus one, where money goes back. */
function single(key: string, description: string, amount: number): OrderLine {
  const [quantity, unitPrice] = amount < 0 ? [-1, -amount] : [1, amount];
  return { key, sku: null, variantId: null, description, quantity, unitPrice, discount: 0, lineTotal: amount };
}

/** Takes a discount off lines, as far as they reach; answers them with what is left of it. */
function takeOff(discount: number, lines: readonly OrderLine[]): readonly [readonly OrderLine[], number] {
  const shares = allocate(
    discount,
    lines.map(({ key, lineTotal }) => ({ key, weight: lineTotal })),
  );
  const taken = lines.map((line, index) => {
    const share = shares[index] ?? 0;
    return { ...line, discount: line.discount + share, lineTotal: line.lineTotal - share };
  });
  return [taken, shares.reduce((left, share) => left - share, discount)];
}

function sumOf(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0);
}

/** The amounts of an order in minor units. */
interface Amounts {
  readonly shipping: number;
  readonly tax: number;
  readonly discount: number;
  readonly refunded: number;
  /** Null where the order does not say. */
  readonly grand: number | null;
}

/** Undefined where there is an amount that cannot be read; one that is absent is none. */
function amountsOf(order: Order, currency: Currency): Amounts | undefined {
  const read = (money: WireMoney | null) => (money === null ? 0 : minorFromDecimal(money.value, currency));
  const shipping = read(order.shippingTotal);
  const tax = read(order.taxTotal);
  const discount = read(order.discountTotal);
  const refunded = read(order.refundedTotal);
  const grand = read(order.grandTotal);
  if (shipping === undefined || tax === undefined || discount === undefined) return undefined;
  if (refunded === undefined || grand === undefined) return undefined;
  return { shipping, tax, discount, refunded, grand: order.grandTotal === null ? null : grand };
}

/** Undefined where an article does not say how many were bought, or for how much. */
function itemLines({ lineItems }: Order, currency: Currency): OrderLine[] | undefined {
  const lines: OrderLine[] = [];
  for (const [index, item] of lineItems.entries()) {
    const { quantity } = item;
    const unitPrice = minorFromDecimal(item.unitPricePaid?.value ?? '', currency);
    if (unitPrice === undefined || typeof quantity !== 'number') return undefined;
    if (quantity === 0) continue;
    const { sku, variantId } = item;
    const whole = { quantity, unitPrice, discount: 0, lineTotal: quantity * unitPrice };
    lines.push({ key: `a-${item.id ?? index}`, sku, variantId, description: descriptionOf(item), ...whole });
  }
  return lines;
}

function extraLines(order: Order, { shipping, tax }: { shipping: number; tax: number }): OrderLine[] {
  const method = order.shippingLines.find((line) => line.method !== null)?.method;
  const shippingWords = method ? `Shipping (${method})`.slice(0, longestDescription) : 'Shipping';
  return [
    ...(shipping === 0 ? [] : [single('b-shipping', shippingWords, shipping)]),
    ...(tax === 0 ? [] : [single('c-tax', 'Tax', tax)]),
  ];
}

function refundLines(refunded: number, refunds: readonly Refund[]): OrderLine[] {
  const known = refunds.reduce((sum, { amount }) => sum + amount, 0);
  if (refunded === 0) return [];
  if (known !== refunded) return [single('d-refund', 'Refund', -refunded)];
  return refunds
    .filter(({ amount }) => amount !== 0)
    .map(({ id, day, amount }) => single(`d-refund-${id}`, day === null ? 'Refund' : `Refund of ${day}`, -amount));
}

/**
 * The lines of an order: its articles with their share of the discount, then shipping, tax where prices are without it,
 * and what was paid back, so that they add up to the grand total less the refunds, to the penny. A discount is taken off
 * the articles first, then off shipping, then off tax. Where the site's own sums do not agree, a last line says by how
 * much. Undefined where an amount cannot be read in the currency.
 */
export function sumsOf(order: Order, currency: Currency, refunds: readonly Refund[]): OrderSums | undefined {
  const amounts = amountsOf(order, currency);
  const items = itemLines(order, currency);
  if (!amounts || !items) return undefined;
  const { shipping, tax, discount, refunded } = amounts;
  const saysExclusive = order.priceTaxInterpretation === 'EXCLUSIVE';
  const withoutTax = sumOf(items) + shipping - discount;
  const grand = amounts.grand ?? withoutTax + (saysExclusive ? tax : 0);
  // What the order says of its prices is believed unless its own sums say otherwise.
  const isExclusive = grand === withoutTax + tax || (saysExclusive && grand !== withoutTax);
  const [discounted, left] = takeOff(discount, items);
  const [extras, over] = takeOff(left, extraLines(order, { shipping, tax: isExclusive ? tax : 0 }));
  const charged = [...discounted, ...extras];
  const difference = grand - sumOf(charged);
  const others = difference === 0 ? [] : [single('e-difference', over === 0 ? 'Difference' : 'Discount', difference)];
  const lines = [...charged, ...others, ...refundLines(refunded, refunds)];
  return { lines, total: sumOf(lines) };
}
