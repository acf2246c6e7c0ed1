import type { SiteAddress, SiteContact } from '../site.ts';
import type { Address, Contact } from './contact.ts';
import type { Store } from './store.ts';

/** An address of a checkout in the words of the store. */
export function addressOf(given: SiteAddress): Address {
  return {
    firstName: given.firstName,
    lastName: given.lastName,
    line1: given.address1,
    line2: given.address2 ?? null,
    city: given.city,
    region: given.state ?? null,
    postalCode: given.postalCode,
    countryCode: given.countryCode,
    phone: given.phone ?? null,
  };
}

/** Takes somebody into the site's contacts. */
export function loadContact(store: Store, given: SiteContact): Contact {
  const { ids, habits, contacts } = store;
  const id = ids.hex();
  const createdOn = Date.parse(given.createdOn);
  const book = given.address ? [{ id: ids.uuid(), address: addressOf(given.address) }] : [];
  return contacts.add({
    id,
    customerId: habits.customerIdIsContactId ? id : ids.hex(),
    email: given.email,
    firstName: given.firstName,
    lastName: given.lastName,
    locale: given.locale ?? 'en-GB',
    createdOn,
    emailCreatedOn: createdOn,
    joinedOn: given.joinedOn === undefined ? null : Date.parse(given.joinedOn),
    leftOn: given.leftOn === undefined ? null : Date.parse(given.leftOn),
    hasAccount: true,
    book,
    defaultEntry: book[0]?.id ?? null,
  });
}
