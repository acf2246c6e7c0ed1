import { createHmac } from 'node:crypto';
import type { Wire } from '../conventions/wire.ts';
import { contactDocument, entryDocument } from '../resources/contacts/contact-document.ts';
import type { SiteEvent } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import type { Subscription } from './subscription.ts';

/** What a notification says of an event, besides what happened. */
export function dataOf({ contacts, now }: Store, wire: Wire, event: SiteEvent): object {
  switch (event.topic) {
    case 'order.create':
      return { orderId: event.orderId };
    case 'order.update':
      return { orderId: event.orderId, update: event.update };
    case 'contact.delete':
      return { id: event.contactId, deletedOn: wire.time(now()) };
    case 'contact.create':
    case 'contact.update': {
      const contact = contacts.get(event.contactId);
      return contact ? contactDocument(wire, contact) : { id: event.contactId };
    }
    case 'address.delete':
      return { contactId: event.contactId, addressBookEntryIds: [event.entryId], deletedOn: wire.time(now()) };
    case 'address.create':
    case 'address.update': {
      const contact = contacts.get(event.contactId);
      const entries = contact?.book.filter(({ id }) => id === event.entryId) ?? [];
      return {
        contactId: event.contactId,
        addressBookEntries: contact ? entries.map((entry) => entryDocument(contact, entry)) : [],
      };
    }
  }
}

/** The lowercase hexadecimal HMAC-SHA256 over the bytes of a body, with the secret's own bytes as its key. */
function signatureOf({ secret }: Pick<Subscription, 'secret'>, body: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(body, 'utf8').digest('hex');
}

/** Sends a body to whoever subscribed. Answers the status, or 0 where nobody answered. */
export async function post(subscription: Subscription, body: string, signal: AbortSignal): Promise<number> {
  try {
    const response = await fetch(subscription.endpointUrl, {
      method: 'POST',
      headers: {
        'User-Agent': 'Squarespace/1.0',
        'Content-Type': 'application/json',
        'Squarespace-Signature': signatureOf(subscription, body),
      },
      body,
      redirect: 'manual',
      signal,
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
