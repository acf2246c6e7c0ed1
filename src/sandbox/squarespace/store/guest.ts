import type { Address, Contact } from './contact.ts';
import type { Store } from './store.ts';

/** Who stands at the checkout. */
export interface Guest {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: Address | null;
}

/** Whoever buys is known from then on, without an account. Answers whom the site knew already, or knows now. */
export function welcomeGuest(store: Store, { email, firstName, lastName, address }: Guest): Contact {
  const { contacts, ids, now, habits, events } = store;
  const known = contacts.byEmail(email);
  if (known) return known;
  const id = ids.hex();
  const customerId = store.customerIdOf(email) ?? id;
  const book = address ? [{ id: ids.uuid(), address }] : [];
  const contact = contacts.add({
    id: habits.customerIdIsContactId ? customerId : id,
    customerId,
    email,
    firstName,
    lastName,
    locale: 'en-GB',
    createdOn: now(),
    emailCreatedOn: now(),
    joinedOn: null,
    leftOn: null,
    hasAccount: false,
    book,
    defaultEntry: book[0]?.id ?? null,
  });
  events.emit({ topic: 'contact.create', contactId: contact.id });
  return contact;
}
