import { dayAfter } from '../calendar.ts';
import type { Random } from '../random.ts';
import { grandTotalOf, subtotalOf, type OrderDraft } from './order-draft.ts';

/** How staff keyed an order into the till, if they did. */
export type Keying =
  | 'reference'
  | 'reference of nobody'
  | 'likeness'
  | 'other total'
  | 'another person'
  | 'longer number';

/** One way in which a web order comes about. */
export interface OrderKind {
  readonly says: string;
  /** How often it is met, against the others. */
  readonly weight: number;
  /** What is bought; one thing from a shelf where this is absent. */
  readonly buys?: 'one thing' | 'several' | 'service' | 'gift card';
  /** Who buys it; anybody where this is absent. `regular`: somebody of whom the website has a contact, whatever becomes of the order. */
  readonly buyer?: 'anybody' | 'nobody' | 'regular' | 'known at the till';
  readonly keying?: Keying;
  readonly write?: (order: OrderDraft, random: Random) => void;
}

/** A kind that only the state of its payment tells apart. */
function payment(paymentState: string, standing: OrderDraft['standing']): OrderKind {
  return {
    says: paymentState,
    weight: 1,
    buyer: 'regular',
    write: (order) => Object.assign(order, { paymentState, standing }),
  };
}

function payBack(order: OrderDraft, pence: number): void {
  order.refunded = pence;
  order.modifiedOn = `${dayAfter(order.day, 3)}T09:30:00.000Z`;
}

function cancel(order: OrderDraft): void {
  order.standing = 'void';
  order.fulfillmentStatus = 'CANCELED';
  order.modifiedOn = `${dayAfter(order.day, 1)}T09:15:00.000Z`;
}

const cancelled: OrderKind = {
  says: 'cancelled',
  weight: 2,
  buyer: 'regular',
  write(order) {
    cancel(order);
    order.paymentState = 'NOT_CHARGED';
  },
};

const test: OrderKind = {
  says: 'test',
  weight: 2,
  buyer: 'regular',
  buys: 'service',
  write: (order) => (order.standing = 'test'),
};

/** Orders of long ago. */
export const olderKinds: readonly OrderKind[] = [
  { says: 'paid', weight: 40 },
  { says: 'several things', weight: 12, buys: 'several' },
  {
    says: 'promotion code',
    weight: 10,
    buys: 'several',
    write(order) {
      const amount = Math.round(subtotalOf(order) / 10);
      order.discount = { name: 'Ten percent for spring', promoCode: 'SPRING10', amount };
    },
  },
  {
    says: 'discount of its own accord',
    weight: 4,
    write: (order) => (order.discount = { name: 'Second visit', amount: 333 }),
  },
  {
    says: 'nothing to pay',
    weight: 1,
    write(order) {
      const amount = subtotalOf(order) + order.shipping;
      order.discount = { name: 'With our apologies', promoCode: 'SORRY-100', amount };
      order.paymentState = 'NOT_CHARGED';
    },
  },
  payment('NOT_CHARGED', 'open'),
  payment('AUTHORIZED', 'open'),
  payment('PENDING', 'open'),
  payment('PARTIALLY_PAID', 'sale'),
  payment('FAILED', 'void'),
  payment('REFUND_PENDING', 'sale'),
  payment('REFUND_FAILED', 'sale'),
  {
    says: 'paid back',
    weight: 2,
    write(order) {
      payBack(order, grandTotalOf(order));
      order.paymentState = 'REFUNDED';
    },
  },
  {
    says: 'paid back in part',
    weight: 4,
    buys: 'several',
    write: (order) => payBack(order, order.lines[0]?.unitPrice ?? 0),
  },
  cancelled,
  {
    says: 'cancelled and paid back',
    weight: 1,
    buyer: 'regular',
    write(order) {
      cancel(order);
      payBack(order, grandTotalOf(order));
      order.paymentState = 'REFUNDED';
    },
  },
  test,
  {
    says: 'nobody named',
    weight: 2,
    buyer: 'nobody',
    write(order) {
      order.channel = 'pos';
      order.shipping = 0;
    },
  },
  {
    says: 'something no longer sold',
    weight: 1,
    write: (order) => (order.lines = [{ sku: 'GONE-0001', name: 'Locket, oval', quantity: 1, unitPrice: 6900 }]),
  },
  { says: 'gift card', weight: 3, buys: 'gift card' },
  { says: 'service', weight: 2, buys: 'service' },
  { says: 'keyed in with its number', weight: 14, buyer: 'known at the till', keying: 'reference' },
  { says: 'keyed in without its number', weight: 3, buyer: 'known at the till', keying: 'likeness' },
];

/** Orders of the last days, in the order in which they come, again and again. */
export const recentKinds: readonly OrderKind[] = [
  { says: 'not keyed in yet', weight: 1 },
  { says: 'keyed in with its number', weight: 1, buyer: 'known at the till', keying: 'reference' },
  { says: 'keyed in without its number', weight: 1, buyer: 'known at the till', keying: 'likeness' },
  {
    says: 'keyed in with another total',
    weight: 1,
    buys: 'service',
    buyer: 'known at the till',
    keying: 'other total',
  },
  { says: 'somebody else pays as much at the till', weight: 1, keying: 'another person' },
  { says: 'not keyed in yet', weight: 1, buys: 'several' },
  { says: 'a longer number at the till', weight: 1, keying: 'longer number' },
  { says: 'keyed in for nobody', weight: 1, keying: 'reference of nobody' },
  cancelled,
  test,
  payment('PENDING', 'open'),
  { says: 'not keyed in yet', weight: 1 },
];
