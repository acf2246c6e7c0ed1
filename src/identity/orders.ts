import { compareKeys } from '../model/compare-keys.ts';
import type { LocalDate, TillKey } from '../model/ids.ts';
import { emailKey, isNobodysEmail } from './email-key.ts';
import { orderDigits, ordersNamedIn } from './order-reference.ts';

/** Who bought: the person's key, or any text that is the same for the same customer; and the e-mail address. */
interface Buyer {
  readonly person: string | null;
  readonly email: string | null;
}

/** An order of the shop front that counts as a sale. */
export interface WebOrder extends Buyer {
  readonly key: TillKey;
  /** As the shop front shows it: `1042`. */
  readonly number: string;
  /** What was ordered, before anything was paid back, in minor units. */
  readonly total: number;
  /** On which day it was placed, in the shop's zone. */
  readonly day: LocalDate;
}

/** A sale of the till that may be an order which staff keyed in. */
export interface TillSale extends Buyer {
  readonly key: TillKey;
  readonly reference: string | null;
  readonly total: number;
  readonly day: LocalDate;
}

/** An order and the sale as which staff keyed it in. */
export interface OrderPair {
  readonly order: TillKey;
  readonly sale: TillKey;
  /** `reference`: the sale names the order's number. `likeness`: same customer, same total, same day. */
  readonly by: 'reference' | 'likeness';
  /** What shows it: the reference, "WEB 1042"; or what names the customer, "ada@example.com". */
  readonly value: string;
}

/** An order and a sale about which staff should know. */
export interface OrderFinding {
  readonly order: TillKey;
  readonly sale: TillKey;
  /** `other_total`: a pair, but its totals differ. `ambiguous`: it may be several orders, or several sales; they are no pair. */
  readonly why: 'other_total' | 'ambiguous';
}

/** What was recognised. */
export interface RecognisedOrders {
  /** No order and no sale is in two of them. */
  readonly pairs: readonly OrderPair[];
  readonly findings: readonly OrderFinding[];
}

/** Nobody keys an order in before it is placed (but clocks differ by a day), and nobody a quarter later: then the number is another one's. */
const keyedWithinDays = { before: 1, after: 92 };

/**
 * Recognises which sales are web orders that staff keyed into the till: first by the order's number in the sale's
 * reference, then by the same customer with the same total on the same day. The order of the lists does not matter.
 */
export function recogniseOrders(orders: readonly WebOrder[], sales: readonly TillSale[]): RecognisedOrders {
  const inOrder = { orders: orders.toSorted(byKey), sales: sales.toSorted(byKey) };
  const { pairs, findings, named } = pairByReference(inOrder.orders, inOrder.sales);
  const paired = new Set(pairs.flatMap(({ order, sale }) => [order, sale]));
  const alike = pairByLikeness(
    inOrder.orders.filter(({ key }) => !paired.has(key)),
    inOrder.sales.filter(({ key }) => !paired.has(key) && !named.has(key)),
  );
  return { pairs: [...pairs, ...alike].toSorted((one, other) => compareKeys(one.order, other.order)), findings };
}

function byKey(one: { readonly key: string }, other: { readonly key: string }): number {
  return compareKeys(one.key, other.key);
}

interface Mention {
  readonly order: WebOrder;
  readonly sale: TillSale;
}

/** Pairs by number, and the sales that name an order, paired or not: they are no other order. */
function pairByReference(
  orders: readonly WebOrder[],
  sales: readonly TillSale[],
): RecognisedOrders & { readonly named: ReadonlySet<TillKey> } {
  const byNumber = Map.groupBy(orders, ({ number }) => orderDigits(number) || number);
  const mentions = sales.flatMap((sale) => mentionsIn(sale, byNumber));
  const named = new Set(mentions.map(({ sale }) => sale.key));
  const bySale = Map.groupBy(mentions, ({ sale }) => sale.key);
  const pairs = new Map<TillKey, OrderPair>();
  const findings: OrderFinding[] = [];
  for (const { order, sale } of mentions.toSorted(likeliestFirst)) {
    if ((bySale.get(sale.key)?.length ?? 0) > 1 || pairs.has(order.key))
      findings.push(finding({ order, sale }, 'ambiguous'));
    else {
      pairs.set(order.key, { order: order.key, sale: sale.key, by: 'reference', value: sale.reference?.trim() ?? '' });
      if (order.total !== sale.total) findings.push(finding({ order, sale }, 'other_total'));
    }
  }
  return { pairs: [...pairs.values()], findings, named };
}

function mentionsIn(sale: TillSale, byNumber: ReadonlyMap<string, readonly WebOrder[]>): Mention[] {
  if (sale.reference === null) return [];
  return ordersNamedIn(sale.reference).flatMap(({ number, isMarked }) =>
    (byNumber.get(number) ?? [])
      .filter((order) => isInTime(order, sale) && (isMarked || isBorneOut({ order, sale, number })))
      .map((order) => ({ order, sale })),
  );
}

/** A number without a word beside it counts where something else says the same; a price does not say it of itself. */
function isBorneOut({ order, sale, number }: Mention & { readonly number: string }): boolean {
  const isPrice = sale.total === Number(number) * 100 || sale.total === Number(number);
  return isSameBuyer(order, sale) || (order.total === sale.total && !isPrice);
}

function isInTime(order: WebOrder, sale: TillSale): boolean {
  const days = (Date.parse(sale.day) - Date.parse(order.day)) / 86_400_000;
  return days >= -keyedWithinDays.before && days <= keyedWithinDays.after;
}

/** Of several sales that name an order: the one with its total, then its customer's, then the first. */
function likeliestFirst(one: Mention, other: Mention): number {
  const score = ({ order, sale }: Mention) => (order.total === sale.total ? 2 : 0) + (isSameBuyer(order, sale) ? 1 : 0);
  return (
    byKey(one.order, other.order) ||
    score(other) - score(one) ||
    (one.sale.day < other.sale.day ? -1 : Number(one.sale.day > other.sale.day)) ||
    byKey(one.sale, other.sale)
  );
}

function finding({ order, sale }: Mention, why: OrderFinding['why']): OrderFinding {
  return { order: order.key, sale: sale.key, why };
}

function isSameBuyer(one: Buyer, other: Buyer): boolean {
  if (one.person !== null && one.person === other.person) return true;
  const [email, otherEmail] = [emailKey(one.email), emailKey(other.email)];
  return email !== undefined && email === otherEmail && !isNobodysEmail(email);
}

/** Same customer, same total, same day. Of several that are alike, the first goes with the first. */
function pairByLikeness(orders: readonly WebOrder[], sales: readonly TillSale[]): OrderPair[] {
  const byTotalAndDay = Map.groupBy(sales, ({ total, day }) => `${total} ${day}`);
  const taken = new Set<TillKey>();
  return orders.flatMap((order): OrderPair[] => {
    const candidates = order.total > 0 ? (byTotalAndDay.get(`${order.total} ${order.day}`) ?? []) : [];
    const sale = candidates.find((each) => !taken.has(each.key) && isSameBuyer(order, each));
    if (!sale) return [];
    taken.add(sale.key);
    return [{ order: order.key, sale: sale.key, by: 'likeness', value: order.email ?? order.person ?? '' }];
  });
}
