import type { LocalDate, TillKey } from '../model/ids.ts';

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
  /** What shows it, as people read it: "WEB 1042", "ada@example.com, 89.00, 2026-11-20". */
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

/** Recognises which sales are web orders that staff keyed into the till. The order of the lists does not matter. */
export function recogniseOrders(orders: readonly WebOrder[], sales: readonly TillSale[]): RecognisedOrders {
  void orders;
  void sales;
  return { pairs: [], findings: [] };
}
