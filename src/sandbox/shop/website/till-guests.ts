import { mailboxOf } from '../customer-contact.ts';
import { soundCustomer, type CustomerDraft } from '../customer.ts';
import { put, putUnclean } from '../draft.ts';
import { householdPhone } from '../phone.ts';
import { createRandom } from '../random.ts';
import { streams, type ShopFrame } from '../shop-frame.ts';
import { personOf, type TillPerson } from './till-people.ts';

/** What is said of a customer who comes to the till for the website's sake; the rest is as anybody's. */
export interface GuestParts {
  readonly firstName: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly birthday?: string;
  /** Whose house they live in. */
  readonly house?: TillPerson;
  /** Whose telephone they have; their own where it is absent. */
  readonly phone?: number;
}

/** A customer of the till whom the plain shop does not have. */
export interface TillGuest {
  readonly draft: CustomerDraft;
  readonly person: TillPerson;
  /** The place of their number among those of households. */
  readonly phone: number;
}

/** Brings customers to the till whom the plain shop does not have. */
export interface TillGuests {
  invite(parts: GuestParts): TillGuest;
  /** The place of a number that nobody has yet. */
  nextPhone(): number;
}

/** Rows left free after those of the plain shop, for who comes there from the next day on. */
const gap = 1000;

/** Makes customers beyond the last row of a shop, and adds them to a list. Their numbers are shared with nobody but on purpose. */
export function createTillGuests(frame: ShopFrame, customers: CustomerDraft[]): TillGuests {
  let phones = 0;

  function invite({ firstName, lastName, email, birthday, house, phone = phones++ }: GuestParts): TillGuest {
    const index = frame.customers + gap + customers.length;
    const random = createRandom(frame.seed, streams.webPerson, index);
    const draft = soundCustomer(frame, index, true);
    put(draft, 'firstName', firstName);
    put(draft, 'lastName', lastName ?? String(draft.values.lastName));
    put(draft, 'company', null);
    put(draft, 'birthday', birthday ?? null);
    put(draft, 'mobile', null);
    const { typed, dialled } = householdPhone(phone, random);
    putUnclean(draft, 'phone', { before: typed, after: dialled, reason: 'phone' });
    put(draft, 'email', email ?? `${mailboxOf(draft, random)}@letters.example`);
    if (house) {
      for (const field of ['line1', 'town', 'postcode'] as const) put(draft, field, house[field]);
      put(draft, 'line2', null);
      put(draft, 'county', null);
    }
    customers.push(draft);
    return { draft, person: personOf(draft), phone };
  }

  return { invite, nextPhone: () => phones++ };
}
