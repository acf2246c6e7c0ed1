import { writeContact } from './customer-contact.ts';
import { writeHistory, writeMarketing } from './customer-history.ts';
import type { Draft } from './draft.ts';
import { companies, firstNames, lastNames, titles } from './names.ts';
import { createRandom, type Random } from './random.ts';
import type { CustomerField } from './schema.ts';
import { nothing } from './nothing.ts';
import { streams, type ShopFrame } from './shop-frame.ts';

/** A customer's row in the making. */
export type CustomerDraft = Draft<CustomerField>;

/** Account number of the first customer. */
const firstAccount = 101;

/** The account number of a row, as text. */
export function accountOf(index: number): string {
  return String(firstAccount + index);
}

/**
 * A sound customer, always the same for the same frame and row. `complete` ones can be reached in every way and live in
 * Britain, so that a fault planted in one field costs nothing but that field.
 */
export function soundCustomer(frame: ShopFrame, index: number, complete: boolean): CustomerDraft {
  const random = createRandom(frame.seed, streams.customer, index);
  const draft: CustomerDraft = {
    kind: 'customer',
    values: emptyCustomer(accountOf(index)),
    faults: [],
    cleanings: new Map(),
  };
  writeName(draft, random);
  writeContact(draft, random, complete);
  writeHistory(draft, random, frame.asOf);
  writeMarketing(draft, random);
  return draft;
}

function emptyCustomer(key: string): CustomerDraft['values'] {
  return {
    key,
    title: null,
    firstName: null,
    lastName: null,
    company: null,
    line1: null,
    line2: null,
    town: null,
    county: null,
    postcode: null,
    country: null,
    phone: null,
    mobile: null,
    email: null,
    birthday: null,
    anniversary: null,
    marketingEmail: null,
    marketingSms: null,
    marketingPost: null,
    consentedAt: null,
    tags: null,
    ringSize: null,
    notes: null,
    firstSeenAt: null,
    lastPurchaseAt: null,
    changedAt: null,
  };
}

function writeName({ values }: CustomerDraft, random: Random): void {
  const last = random.pick(lastNames);
  values.title = random.oneIn(6) ? nothing(random) : random.pick(titles);
  values.firstName = random.oneIn(12) ? nothing(random) : random.pick(firstNames);
  values.lastName = random.oneIn(25) ? last.toUpperCase() : last;
  values.company = random.oneIn(18) ? random.pick(companies) : nothing(random);
}
