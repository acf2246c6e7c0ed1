import { z } from 'zod';
import { shaped } from '../../conventions/body.ts';
import type { Work } from '../../conventions/calls.ts';
import type { Exchange } from '../../conventions/exchange.ts';
import { conflict, notFound } from '../../conventions/refusal.ts';
import { agrees } from '../../store/contact.ts';
import type { Contact } from '../../store/contact.ts';
import type { Store } from '../../store/store.ts';
import type { ResourceParts } from '../context.ts';
import { contactDocument } from './contact-document.ts';

const name = z.string().max(100);
const locale = z.string().min(2);
const acceptsMarketing = z.boolean();

const creation = z.object({
  firstName: name,
  lastName: name,
  locale,
  primaryEmail: z.object({ email: z.email(), acceptsMarketing: acceptsMarketing.default(false) }),
});

const patch = z.object({
  firstName: name.optional(),
  lastName: name.optional(),
  locale: locale.optional(),
  primaryEmail: z.object({ email: z.email().optional(), acceptsMarketing: acceptsMarketing.optional() }).optional(),
});

/** The contact that a path names. Throws 404 where there is none. */
export function contactIn(exchange: Exchange, { contacts }: Store): Contact {
  const contact = contacts.get(exchange.req.param('id') ?? '');
  if (!contact) throw notFound('There is no contact with this id.', null);
  return contact;
}

function refuseTaken({ contacts }: Store, email: string, own?: Contact): void {
  const holder = contacts.byEmail(email);
  if (holder && holder.id !== own?.id) throw conflict('DUPLICATE_USER_CONFLICT', 'The email is in use.');
}

/** `POST /v1/contacts`. */
export function createContact({ store, wire }: ResourceParts): Work {
  return (_exchange, body) => {
    const { primaryEmail, ...given } = shaped(creation, body);
    refuseTaken(store, primaryEmail.email);
    const { contacts, ids, now, habits, events } = store;
    const id = ids.hex();
    const contact = contacts.add({
      ...given,
      id,
      customerId: habits.customerIdIsContactId ? id : (store.customerIdOf(primaryEmail.email) ?? id),
      email: primaryEmail.email,
      createdOn: now(),
      emailCreatedOn: now(),
      joinedOn: primaryEmail.acceptsMarketing ? now() : null,
      leftOn: null,
      hasAccount: false,
      book: [],
      defaultEntry: null,
    });
    events.emit({ topic: 'contact.create', contactId: id });
    return { status: 201, body: { contact: contactDocument(wire, contact) } };
  };
}

/** `GET /v1/contacts/{id}`. */
export function getContact({ store, wire }: ResourceParts): Work {
  return (exchange) => ({ status: 200, body: { contact: contactDocument(wire, contactIn(exchange, store)) } });
}

function consent(before: Contact, wanted: boolean | undefined, now: number): Pick<Contact, 'joinedOn' | 'leftOn'> {
  const { joinedOn, leftOn } = before;
  if (wanted === undefined || wanted === agrees(before)) return { joinedOn, leftOn };
  return wanted ? { joinedOn: now, leftOn: null } : { joinedOn, leftOn: now };
}

/** `PATCH /v1/contacts/{id}`: what it does not say stays. */
export function patchContact({ store, wire }: ResourceParts): Work {
  return (exchange, body) => {
    const before = contactIn(exchange, store);
    const { primaryEmail, firstName, lastName, locale: language } = shaped(patch, body);
    const email = primaryEmail?.email ?? before.email;
    refuseTaken(store, email, before);
    const now = store.now();
    const contact = {
      ...before,
      firstName: firstName ?? before.firstName,
      lastName: lastName ?? before.lastName,
      locale: language ?? before.locale,
      email,
      emailCreatedOn: email === before.email ? before.emailCreatedOn : now,
      ...consent(before, primaryEmail?.acceptsMarketing, now),
    };
    store.contacts.change(contact);
    store.events.emit({ topic: 'contact.update', contactId: contact.id });
    return { status: 200, body: { contact: contactDocument(wire, contact) } };
  };
}

/** `DELETE /v1/contacts/{id}`: for good; the orders stay. */
export function deleteContact({ store }: ResourceParts): Work {
  return (exchange) => {
    const { id } = contactIn(exchange, store);
    store.contacts.remove(id);
    store.events.emit({ topic: 'contact.delete', contactId: id });
    return { status: 204 };
  };
}
