import type { Currency } from '../../../model/money.ts';
import { minorFromDecimal } from '../../../model/money.ts';
import type { Clock } from '../../../support/clock.ts';
import type { Habits } from '../habits.ts';
import { createCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { createCollection } from './collection.ts';
import type { Collection } from './collection.ts';
import { createContacts } from './contacts.ts';
import type { Contacts } from './contacts.ts';
import type { Discount } from './discount.ts';
import type { Donation } from './donation.ts';
import { createEvents } from './events.ts';
import type { Events } from './events.ts';
import { createIds } from './ids.ts';
import type { Ids } from './ids.ts';
import { createOrders } from './orders.ts';
import type { Orders } from './orders.ts';

/** What is said of the site itself. */
export interface SiteFacts {
  readonly id: string;
  readonly siteId: string;
  readonly title: string;
  readonly currency: Currency;
  readonly timeZone: string;
}

/** A page of the site that shows products. */
export interface StorePage {
  readonly id: string;
  readonly title: string;
  readonly isEnabled: boolean;
}

/** Everything that a site holds, in memory. */
export interface Store {
  readonly facts: SiteFacts;
  readonly habits: Habits;
  readonly ids: Ids;
  readonly now: Clock;
  readonly events: Events;
  readonly catalogue: Catalogue;
  readonly pages: Collection<StorePage>;
  readonly contacts: Contacts;
  readonly orders: Orders;
  readonly donations: Collection<Donation>;
  readonly discounts: Collection<Discount>;
  /** What orders call whoever has this e-mail; null where there is none. */
  customerIdOf(email: string | null): string | null;
  /** Decimal text as minor units of the site's currency. Throws a TypeError for what is no amount. */
  minor(text: string): number;
}

/** What a store is made from. */
export interface StoreParts {
  readonly title: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly habits: Habits;
  readonly random: () => number;
  readonly now: Clock;
}

/** A site without any content but one page for its products. */
export function createStore({ title, currency, timeZone, habits, random, now }: StoreParts): Store {
  const ids = createIds(random);
  const contacts = createContacts();
  const pages = createCollection<StorePage>();
  const guests = new Map<string, string>();
  pages.put({ id: ids.hex(), title: 'Shop', isEnabled: true });

  return {
    facts: { id: ids.hex(), siteId: ids.hex(), title, currency, timeZone },
    habits,
    ids,
    now,
    events: createEvents(),
    catalogue: createCatalogue(),
    pages,
    contacts,
    orders: createOrders(),
    donations: createCollection(),
    discounts: createCollection(),
    customerIdOf(email) {
      if (email === null) return null;
      const key = email.toLowerCase();
      const known = contacts.byEmail(key)?.customerId ?? guests.get(key);
      if (known !== undefined) return known;
      const id = ids.hex();
      guests.set(key, id);
      return id;
    },
    minor(text) {
      const amount = minorFromDecimal(text, currency);
      if (amount === undefined) throw new TypeError('an amount of the site is no decimal of its currency');
      return amount;
    },
  };
}
