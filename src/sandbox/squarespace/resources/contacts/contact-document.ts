import type { Wire } from '../../conventions/wire.ts';
import { agrees } from '../../store/contact.ts';
import type { BookEntry, Contact } from '../../store/contact.ts';

/** An entry of an address book as the Contacts API tells it. */
export function entryDocument(contact: Contact, { id, address }: BookEntry): object {
  const { firstName, lastName, line1, line2, city, region, postalCode, countryCode, phone } = address;
  return {
    id,
    defaultShipping: id === contact.defaultEntry,
    address: { firstName, lastName, line1, line2, city, region, postalCode, countryCode, phoneNumber: phone },
  };
}

/** A contact as the Contacts API tells it: without a word of when it was changed. */
export function contactDocument(wire: Wire, contact: Contact): object {
  const { id, firstName, lastName, locale, email, book, defaultEntry } = contact;
  const shipping = book.find((entry) => entry.id === defaultEntry);
  return {
    id,
    firstName,
    lastName,
    locale,
    createdOn: wire.time(contact.createdOn),
    primaryEmail: {
      email,
      createdOn: wire.time(contact.emailCreatedOn),
      acceptsMarketing: {
        acceptsMarketing: agrees(contact),
        joinedOn: wire.timeOrNull(contact.joinedOn),
        leftOn: wire.timeOrNull(contact.leftOn),
      },
    },
    defaultShippingAddress: shipping ? entryDocument(contact, shipping) : null,
    ...wire.extras(id),
  };
}
