import { byWeight } from '../by-weight.ts';
import { dayAfter } from '../calendar.ts';
import { createRandom, type Random } from '../random.ts';
import { streams, type ShopFrame } from '../shop-frame.ts';
import type { Cast, WebPerson } from './cast.ts';
import type { Counter } from './counter.ts';
import { emptyBooks, keyIn, type OrderBooks } from './order-books.ts';
import type { OrderDraft, OrderLine } from './order-draft.ts';
import { olderKinds, recentKinds, type OrderKind } from './order-kinds.ts';

/** What orders are made from. */
export interface OrdersParts {
  readonly frame: ShopFrame;
  readonly cast: Cast;
  readonly counter: Counter;
  readonly count: number;
}

const firstOrder = 20_001;

/** Eighteen months ago the first one came. The days between are kept free, so that it never matters to the day when older ones end. */
const days = { first: -547, olderEnd: -19, recentFrom: -11, recentTo: -2 } as const;

/** Three of a hundred orders are of the last days, and each kind of them comes at least once. */
function recentOf(count: number): number {
  return Math.max(1, Math.round((count * 0.03) / recentKinds.length)) * recentKinds.length;
}

/** Makes the orders of a website, the oldest first. */
export function ordersOf({ frame, cast, counter, count }: OrdersParts): OrderBooks {
  const recent = recentOf(count);
  const older = Math.max(olderKinds.length, count - recent);
  const buyers = createBuyers(cast);
  const books = emptyBooks();

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
    const isKeyed = kind.keying !== undefined && keyIn(books, order, { ...cast, keying: kind.keying, random });
    if (isRecent && !isKeyed && isExpected(order)) {
      books.notKeyed.push(order.number);
      for (const { takes, quantity } of order.lines) if (takes) counter.takeOff(takes, quantity);
    }
  }
  return books;
}

/** Whether somebody waits for it. */
function isExpected({ standing }: OrderDraft): boolean {
  return standing === 'sale' || standing === 'open';
}

const plain: OrderKind = { says: 'paid', weight: 1 };

function recentKind(place: number): OrderKind {
  return recentKinds[place % recentKinds.length] ?? plain;
}

/** Each kind once, then by their weights. */
function olderKind(place: number, random: Random): OrderKind {
  const drawn = byWeight(olderKinds, random);
  return olderKinds[place] ?? drawn;
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
