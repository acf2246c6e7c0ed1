import { askedFor } from '../../conventions/asked.ts';
import type { Work } from '../../conventions/calls.ts';
import { pageSize } from '../../conventions/page.ts';
import { invalid } from '../../conventions/refusal.ts';
import type { Contact } from '../../store/contact.ts';
import type { ResourceParts } from '../context.ts';
import { contactDocument } from './contact-document.ts';

const mostOnAPage = 1000;

/** How many contacts a page is to have: 50 where nobody says, at most 1000. */
export function sizeOf(given: unknown): number {
  if (given === undefined || given === null) return pageSize;
  const size = Number(given);
  if (!Number.isInteger(size) || size < 1 || size > mostOnAPage) {
    throw invalid(`'pageSize' must be from 1 to ${mostOnAPage}.`);
  }
  return size;
}

/** `GET /v1/contacts`. */
export function listContacts({ store, wire, page }: ResourceParts): Work {
  return (exchange) => {
    const asked = askedFor(exchange, { of: 'contacts', parameters: [] }, store.now);
    const size = sizeOf(exchange.req.query('pageSize'));
    const placeOf = ({ id, sequence }: Contact) => [sequence, id] as const;
    const { items, pagination } = page(exchange, { items: store.contacts.all(), placeOf, size }, asked);
    return { status: 200, body: { contacts: items.map((contact) => contactDocument(wire, contact)), pagination } };
  };
}
