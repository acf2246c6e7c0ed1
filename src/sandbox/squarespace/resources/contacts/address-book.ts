import { z } from 'zod';
import { askedFor } from '../../conventions/asked.ts';
import { shaped } from '../../conventions/body.ts';
import type { Work } from '../../conventions/calls.ts';
import type { Exchange } from '../../conventions/exchange.ts';
import { conflict, notFound } from '../../conventions/refusal.ts';
import type { Address, BookEntry, Contact } from '../../store/contact.ts';
import type { ResourceParts } from '../context.ts';
import { entryDocument } from './contact-document.ts';
import { contactIn } from './write-contacts.ts';

const mostEntries = 50;

const text = z.string().nullish();
const entryBody = z.object({
  defaultShipping: z.boolean().optional(),
  address: z.object({
    firstName: text,
    lastName: text,
    line1: text,
    line2: text,
    city: text,
    region: text,
    postalCode: text,
    countryCode: z.string().regex(/^[A-Z]{2}$/),
    phoneNumber: text,
  }),
});

function addressOf({ address }: z.output<typeof entryBody>): Address {
  const { firstName, lastName, line1, line2, city, region, postalCode, countryCode, phoneNumber } = address;
  return {
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    line1: line1 ?? null,
    line2: line2 ?? null,
    city: city ?? null,
    region: region ?? null,
    postalCode: postalCode ?? null,
    countryCode,
    phone: phoneNumber ?? null,
  };
}

function entryIn(exchange: Exchange, { book }: Contact): BookEntry {
  const entry = book.find(({ id }) => id === exchange.req.param('entry'));
  if (!entry) throw notFound('The contact has no address with this id.', null);
  return entry;
}

/** Exactly one entry is the default, unless there is none. */
function withBook(contact: Contact, book: readonly BookEntry[], wanted: string | null): Contact {
  const isThere = book.some(({ id }) => id === wanted);
  return { ...contact, book, defaultEntry: isThere ? wanted : (book[0]?.id ?? null) };
}

/** `GET /v1/contacts/{id}/address-book`. */
export function listEntries({ store, page }: ResourceParts): Work {
  return (exchange) => {
    const contact = contactIn(exchange, store);
    const asked = askedFor(exchange, { of: 'address book', parameters: [] }, store.now);
    const listed = { items: contact.book, placeOf: ({ id }: BookEntry) => [0, id] as const, holds: 'offset' } as const;
    const { items, pagination } = page(exchange, listed, asked);
    return { status: 200, body: { addressBook: items.map((entry) => entryDocument(contact, entry)), pagination } };
  };
}

/** `GET /v1/contacts/{id}/address-book/{entryId}`. */
export function getEntry({ store }: ResourceParts): Work {
  return (exchange) => {
    const contact = contactIn(exchange, store);
    return { status: 200, body: { addressBookEntry: entryDocument(contact, entryIn(exchange, contact)) } };
  };
}

/** `POST /v1/contacts/{id}/address-book`: the first is the default, and so is one that says so. */
export function addEntry({ store }: ResourceParts): Work {
  return (exchange, body) => {
    const before = contactIn(exchange, store);
    const given = shaped(entryBody, body);
    if (before.book.length >= mostEntries) throw conflict('ENTITY_LIMIT_REACHED', 'The contact has 50 addresses.');
    const entry = { id: store.ids.uuid(), address: addressOf(given) };
    const wanted = given.defaultShipping === true ? entry.id : before.defaultEntry;
    const contact = withBook(before, [...before.book, entry], wanted);
    store.contacts.change(contact);
    store.events.emit({ topic: 'address.create', contactId: contact.id, entryId: entry.id });
    return { status: 201, body: { addressBookEntry: entryDocument(contact, entry) } };
  };
}

/** `PUT /v1/contacts/{id}/address-book/{entryId}`: the default stays so even where it says that it is not. */
export function replaceEntry({ store }: ResourceParts): Work {
  return (exchange, body) => {
    const before = contactIn(exchange, store);
    const given = shaped(entryBody, body);
    const entry = { id: entryIn(exchange, before).id, address: addressOf(given) };
    const book = before.book.map((each) => (each.id === entry.id ? entry : each));
    const contact = withBook(before, book, given.defaultShipping === true ? entry.id : before.defaultEntry);
    store.contacts.change(contact);
    store.events.emit({ topic: 'address.update', contactId: contact.id, entryId: entry.id });
    return { status: 200, body: { addressBookEntry: entryDocument(contact, entry) } };
  };
}

/** `DELETE /v1/contacts/{id}/address-book/{entryId}`: another becomes the default where it was. */
export function deleteEntry({ store }: ResourceParts): Work {
  return (exchange) => {
    const before = contactIn(exchange, store);
    const { id } = entryIn(exchange, before);
    store.contacts.change(
      withBook(
        before,
        before.book.filter((each) => each.id !== id),
        before.defaultEntry,
      ),
    );
    store.events.emit({ topic: 'address.delete', contactId: before.id, entryId: id });
    return { status: 204 };
  };
}
