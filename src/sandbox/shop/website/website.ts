import type { SiteContact, SiteContent, SiteProduct } from '../../squarespace/site.ts';
import { dayAfter } from '../calendar.ts';
import { cleaningsOf } from '../draft.ts';
import { createRandom } from '../random.ts';
import type { SampleShop } from '../shop.ts';
import { streams, type ShopFrame } from '../shop-frame.ts';
import type { Assortment, Sellable } from './assortment.ts';
import type { Cast } from './cast.ts';
import { contestedIn } from './contested.ts';
import { createCounter, type Counter } from './counter.ts';
import { sampleOrder, siteOrder } from './order-draft.ts';
import type { OrderBooks } from './order-books.ts';
import { ordersOf } from './orders.ts';
import { castOf, personsOf } from './people.ts';
import { assortmentOf } from './products.ts';
import { likenessOf } from './till-likeness.ts';
import type { WebsiteTally } from './tally.ts';

/** How large a sample website is; everything follows from its shop unless it is given. */
export interface SampleWebsiteParts {
  /** People whom the website knows, or who bought there. */
  readonly people?: number;
  readonly orders?: number;
  /** Variants that the website has in common with the till. */
  readonly products?: number;
}

/** The website of a sample shop: always the same for the same shop and parts. */
export interface SampleWebsite {
  /** The till as it stands beside the website: a few customers more, and the web orders that staff keyed into it. */
  readonly till: SampleShop;
  content(): SiteContent;
  readonly tally: WebsiteTally;
}

/** The smallest shop whose website holds every kind of case at least once. */
export const smallestShopWithWebsite = 300;

/** Makes the website of a sample shop, and what its till has on account of it; see `SampleWebsite`. */
export function createSampleWebsite(shop: SampleShop, parts: SampleWebsiteParts = {}): SampleWebsite {
  const { frame } = shop;
  const { customers } = frame;
  const assortment = assortmentOf(shop, parts.products ?? Math.max(50, Math.round(customers / 4)));
  const cast = castOf(shop, parts.people ?? Math.max(70, Math.round(customers * 0.06)));
  const counter = createCounter(assortment);
  const count = parts.orders ?? Math.round(customers * 0.075);
  const orders = ordersOf({ frame, cast, counter, count });

  return {
    till: withRows(shop, cast, orders),
    content: () => ({
      title: shop.name,
      currency: 'GBP',
      timeZone: 'Europe/London',
      products: productsOf(assortment, counter),
      contacts: contactsOf(cast, orders, frame),
      orders: orders.orders.map(siteOrder),
    }),
    tally: tallyOf(shop, { assortment, cast, counter, orders }),
  };
}

/** The shop's till with further rows before its own, whose numbers are the higher ones. */
function withRows(shop: SampleShop, { customers }: Cast, { sales }: OrderBooks): SampleShop {
  return {
    ...shop,
    *customers() {
      yield* customers;
      yield* shop.customers();
    },
    *sales() {
      yield* sales;
      yield* shop.sales();
    },
    *cleanings() {
      for (const draft of customers) yield* cleaningsOf(draft);
      yield* shop.cleanings();
    },
  };
}

/** What the website should show of an article. */
function dueOf({ article }: Sellable, spokenFor = 0): number {
  return article.stock - spokenFor;
}

function shownOf(sellable: Sellable, { spokenFor }: Counter): number | null {
  return sellable.unlimited ? null : dueOf(sellable, spokenFor.get(sellable)) + sellable.drift;
}

function productsOf({ shelves }: Assortment, counter: Counter): SiteProduct[] {
  return shelves.map(({ product, variants }) => ({
    ...product,
    variants: variants.map(({ of, ...variant }) => ({
      ...variant,
      stock: typeof of === 'object' && of !== null ? shownOf(of, counter) : of,
    })),
  }));
}

/** Whoever has no contact bought something, or nothing would tell of them. */
function contactsOf({ people }: Cast, { orders }: OrderBooks, { seed, asOf }: ShopFrame): SiteContact[] {
  const bought = new Set(orders.map(({ person }) => person));
  return people
    .filter((person) => person.contact || !bought.has(person))
    .map(({ email, firstName, lastName, address }, place) => {
      const random = createRandom(seed, streams.webPerson, 2_000_000 + place);
      const daysAgo = random.between(548, 1500);
      const at = (days: number) => `${dayAfter(asOf, -days)}T1${random.below(10)}:${random.between(10, 59)}:07.000Z`;
      const joined = random.oneIn(2);
      return {
        email,
        firstName,
        lastName,
        locale: 'en-GB',
        createdOn: at(daysAgo),
        ...(joined && { joinedOn: at(daysAgo - 1) }),
        ...(joined && random.oneIn(6) && { leftOn: at(random.between(20, 500)) }),
        ...(address && { address }),
      };
    });
}

function tallyOf(
  shop: SampleShop,
  parts: { assortment: Assortment; cast: Cast; counter: Counter; orders: OrderBooks },
): WebsiteTally {
  const { assortment, cast, counter, orders } = parts;
  const { joins, nonJoins, sharedAddresses } = cast;
  const plain = likenessOf(shop);
  const twoAtTheTill = [...plain.twoAtTheTill, ...cast.twoAtTheTill];
  const persons = personsOf({ joins, twoAtTheTill });
  const matched = assortment.sellable.map((sellable) => ({
    sku: sellable.sku,
    article: sellable.article.key,
    name: sellable.article.name,
    by: sellable.by,
    due: dueOf(sellable, counter.spokenFor.get(sellable)),
    shown: shownOf(sellable, counter),
  }));
  const { pairsByReference, pairsByLikeness, otherTotals, notPairs, notKeyed } = orders;
  const { unmatched, doubled, excluded, intangible } = assortment;
  return {
    joins,
    nonJoins,
    persons,
    either: plain.either,
    sharedAddresses,
    twoAtTheTill,
    contested: contestedIn(cast, { twoAtTheTill, persons }),
    orders: orders.orders.map(sampleOrder),
    pairsByReference,
    pairsByLikeness,
    otherTotals,
    notPairs,
    notKeyed,
    matched,
    unmatched,
    doubled,
    excluded,
    drift: matched.flatMap(({ sku, due, shown }) => (shown === null || shown === due ? [] : [{ sku, shown, due }])),
    uncounted: matched.filter(({ shown }) => shown === null).map(({ sku }) => sku),
    intangible,
  };
}
