import { dayAfter } from '../calendar.ts';
import { createRandom, type Random } from '../random.ts';
import type { SaleDraft } from '../sale.ts';
import { streams, type ShopFrame } from '../shop-frame.ts';
import type { Cast, WebPerson } from './cast.ts';
import type { Counter } from './counter.ts';
import { keyedSale } from './keyed-sale.ts';
import type { OrderDraft, OrderLine } from './order-draft.ts';
import { olderKinds, recentKinds, type OrderKind } from './order-kinds.ts';
import type { WebsiteTally } from './tally.ts';

/** What orders are made from. */
export interface OrdersParts {
  readonly frame: ShopFrame;
  readonly cast: Cast;
  readonly counter: Counter;
  readonly count: number;
}

/** The orders of a website, the sales as which some were keyed into the till, and which is which. */
export interface Orders extends Pick<
  WebsiteTally,
  'pairsByReference' | 'pairsByLikeness' | 'otherTotals' | 'notPairs' | 'notKeyed'
> {
  readonly orders: readonly OrderDraft[];
  readonly sales: readonly SaleDraft[];
}

const firstOrder = 20_001;
/** Below those of the till's own sales, so that the till goes on counting where it is. */
const firstKeyedSale = 50_001;

/** Eighteen months ago the first one came. The days between are kept free, so that it never matters to the day when older ones end. */
const days = { first: -547, olderEnd: -19, recentFrom: -11, recentTo: -2 } as const;

/** Three of a hundred orders are of the last days, and each kind of them comes at least once. */
function recentOf(count: number): number {
  return Math.max(1, Math.round((count * 0.03) / recentKinds.length)) * recentKinds.length;
}

/** Makes the orders of a website, the oldest first. */
export function ordersOf({ frame, cast, counter, count }: OrdersParts): Orders {
  const recent = recentOf(count);
  const older = Math.max(olderKinds.length, count - recent);
  const buyers = createBuyers(cast);
  const made = {
    orders: [],
    sales: [],
    pairsByReference: [],
    pairsByLikeness: [],
    otherTotals: [],
    notPairs: [],
    notKeyed: [],
  };
  const books: Books = made;

  for (let place = 0; place < older + recent; place++) {
    const random = createRandom(frame.seed, streams.webOrder, place);
    const isRecent = place >= older;
    const kind = isRecent ? recentKind(place - older) : olderKind(place, random);
    const day = dayAfter(frame.asOf, isRecent ? recentDay(place - older, recent) : olderDay(place, older));
    const order = plainOrder({ place, day, random });
    order.person = buyers(kind.buyer);
    order.lines = shopping(kind, counter, { random, isRecent });
    if (order.lines.some(({ takes }) => takes)) order.shipping = random.pick([0, 495, 495, 850]);
    if (isRecent) order.fulfillmentStatus = 'PENDING';
    kind.write?.(order, random);
    books.orders.push(order);
    const isKeyed = keyIn(books, order, { kind, cast, random });
    if (!isRecent || isKeyed || order.standing === 'void' || order.standing === 'test') continue;
    books.notKeyed.push(order.number);
    for (const { takes, quantity } of order.lines) if (takes) counter.takeOff(takes, quantity);
  }
  return made;
}

interface Books {
  orders: OrderDraft[];
  sales: SaleDraft[];
  pairsByReference: Orders['pairsByReference'][number][];
  pairsByLikeness: Orders['pairsByLikeness'][number][];
  otherTotals: Orders['otherTotals'][number][];
  notPairs: Orders['notPairs'][number][];
  notKeyed: string[];
}

function recentKind(place: number): OrderKind {
  return recentKinds[place % recentKinds.length] ?? { says: 'paid', weight: 1 };
}

function olderKind(place: number, random: Random): OrderKind {
  const all = olderKinds.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.below(all);
  const drawn = olderKinds.find(({ weight }) => (left -= weight) < 0);
  return olderKinds[place] ?? drawn ?? { says: 'paid', weight: 1 };
}

function olderDay(place: number, older: number): number {
  return days.first + Math.floor((place * (days.olderEnd - days.first)) / older);
}

function recentDay(place: number, recent: number): number {
  return days.recentFrom + Math.floor((place * (days.recentTo - days.recentFrom)) / recent);
}

function plainOrder({ place, day, random }: { place: number; day: string; random: Random }): OrderDraft {
  const two = (low: number, high: number) => String(random.between(low, high)).padStart(2, '0');
  return {
    number: String(firstOrder + place),
    day,
    // At these hours the day is the same in Britain, in winter and in summer.
    createdOn: `${day}T${two(8, 14)}:${two(0, 59)}:${two(0, 59)}.${random.digits(3)}Z`,
    person: null,
    lines: [],
    shipping: 0,
    refunded: 0,
    paymentState: 'PAID',
    fulfillmentStatus: 'FULFILLED',
    standing: 'sale',
  };
}

function shopping(
  { buys = 'one thing' }: OrderKind,
  counter: Counter,
  { random, isRecent }: { random: Random; isRecent: boolean },
): OrderLine[] {
  const one = () => (isRecent ? counter.inStock(random) : counter.anything(random));
  switch (buys) {
    case 'service':
      return [counter.service(random)];
    case 'gift card':
      return [counter.giftCard(random)];
    case 'several':
      return Array.from({ length: random.between(2, 3) }, one);
    case 'one thing':
      return [one()];
  }
}

/** Each comes about as often as any other; whoever has no contact comes first, or nothing would tell of them. */
function createBuyers({ people }: Cast): (who?: OrderKind['buyer']) => WebPerson | null {
  const buying = people.filter(({ readsOnly }) => !readsOnly);
  const regular = buying.filter(({ contact }) => contact);
  const inTurn = (list: readonly WebPerson[]) => {
    let next = 0;
    return () => list[next++ % list.length] ?? null;
  };
  const anybody = inTurn([...buying.filter(({ contact }) => !contact), ...regular]);
  const anyRegular = inTurn(regular);
  const known = inTurn(buying.filter(({ account }) => account !== undefined));
  return (who = 'anybody') => {
    switch (who) {
      case 'nobody':
        return null;
      case 'regular':
        return anyRegular();
      case 'known at the till':
        return known();
      case 'anybody':
        return anybody();
    }
  };
}

/** Writes an order into the till as its kind wants it. Answers whether the till knows of the order now. */
function keyIn(
  books: Books,
  order: OrderDraft,
  { kind: { keying }, cast, random }: { kind: OrderKind; cast: Cast; random: Random },
): boolean {
  if (keying === undefined) return false;
  const key = firstKeyedSale + books.sales.length;
  const bystander = cast.bystanders[books.sales.length % cast.bystanders.length] ?? '';
  books.sales.push(keyedSale(order, { key, keying, bystander, random }));
  const pair = { order: order.number, sale: String(key) };
  switch (keying) {
    case 'reference':
    case 'reference of nobody':
      books.pairsByReference.push(pair);
      return true;
    case 'likeness':
      books.pairsByLikeness.push(pair);
      return true;
    case 'other total':
      books.otherTotals.push(pair);
      return true;
    case 'another person':
    case 'longer number':
      books.notPairs.push({ ...pair, because: keying });
      return false;
  }
}
