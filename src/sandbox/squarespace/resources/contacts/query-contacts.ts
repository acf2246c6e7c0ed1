import { z } from 'zod';
import { decimalFromMinor } from '../../../../model/money.ts';
import { shaped } from '../../conventions/body.ts';
import type { Work } from '../../conventions/calls.ts';
import { readCursor } from '../../conventions/cursor.ts';
import type { Cursor } from '../../conventions/cursor.ts';
import { invalid } from '../../conventions/refusal.ts';
import { agrees } from '../../store/contact.ts';
import type { Contact } from '../../store/contact.ts';
import type { Store } from '../../store/store.ts';
import { summaryOf } from '../../store/summary.ts';
import type { Summary } from '../../store/summary.ts';
import type { ResourceParts } from '../context.ts';
import { contactDocument } from './contact-document.ts';
import { sizeOf } from './list-contacts.ts';

const range = z.object({ from: z.number().optional(), to: z.number().optional() });

const sortFields = [
  'ID',
  'CREATED_ON',
  'EMAIL',
  'ACCEPTS_MARKETING_JOINED_ON',
  'FIRST_NAME',
  'LAST_NAME',
  'ORDER_COUNT',
  'LAST_ORDER_ON',
  'ORDER_AMOUNT',
] as const;

const conditions = z.object({
  searchString: z.string().optional(),
  acceptsMarketing: z.boolean().optional(),
  orderCount: range.optional(),
  orderAmount: range.optional(),
  sortField: z.enum(sortFields).default('ID'),
  sortDirection: z.enum(['ASC', 'DESC']).default('ASC'),
});
type Conditions = z.output<typeof conditions>;

const envelope = z.object({ cursor: z.string().optional(), pageSize: z.unknown().optional() });

function isWithin(value: number, { from = -Infinity, to = Infinity }: z.output<typeof range> = {}): boolean {
  return value >= from && value <= to;
}

/** Loosely: whoever searches has to look at what it finds. */
function isLike({ firstName, lastName, email }: Contact, words: string): boolean {
  const text = `${firstName} ${lastName} ${email}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .some((word) => text.includes(word));
}

interface Seen {
  readonly contact: Contact;
  readonly summary: Summary;
}

function sortValue({ contact, summary }: Seen, field: Conditions['sortField']): string | number {
  switch (field) {
    case 'ID':
      return contact.id;
    case 'CREATED_ON':
      return contact.createdOn;
    case 'EMAIL':
      return contact.email.toLowerCase();
    case 'ACCEPTS_MARKETING_JOINED_ON':
      return contact.joinedOn ?? 0;
    case 'FIRST_NAME':
      return contact.firstName;
    case 'LAST_NAME':
      return contact.lastName;
    case 'ORDER_COUNT':
      return summary.orderCount;
    case 'LAST_ORDER_ON':
      return summary.lastOrderOn ?? 0;
    case 'ORDER_AMOUNT':
      return summary.orderAmount;
  }
}

function found(store: Store, wanted: Conditions): Contact[] {
  const { searchString, acceptsMarketing, orderCount, orderAmount, sortField, sortDirection } = wanted;
  const sign = sortDirection === 'ASC' ? 1 : -1;
  return store.contacts
    .all()
    .map((contact) => ({ contact, summary: summaryOf(store, contact.email) }))
    .filter(
      ({ contact, summary }) =>
        (searchString === undefined || isLike(contact, searchString)) &&
        (acceptsMarketing === undefined || agrees(contact) === acceptsMarketing) &&
        isWithin(summary.orderCount, orderCount) &&
        isWithin(Number(decimalFromMinor(summary.orderAmount, store.facts.currency)), orderAmount),
    )
    .map((seen) => ({ value: sortValue(seen, sortField), contact: seen.contact }))
    .toSorted((one, other) => sign * (one.value < other.value ? -1 : Number(one.value > other.value)))
    .map(({ contact }) => contact);
}

function askedIn(body: unknown, now: number): Omit<Cursor, 'after'> & { after?: Cursor['after'] } {
  const { cursor, pageSize, ...rest } = shaped(envelope.loose(), body);
  if (cursor === undefined) return { of: 'contact query', asked: { conditions: JSON.stringify(rest) }, at: now };
  if (Object.keys(rest).length > 0) throw invalid('Cursor cannot be set while other parameters are present.');
  sizeOf(pageSize);
  return readCursor(cursor, 'contact query');
}

/** `POST /v1/contacts/query`: the cursor and the size of a page stand in the body. */
export function queryContacts({ store, wire, page }: ResourceParts): Work {
  return (exchange, body) => {
    const asked = askedIn(body, store.now());
    const size = sizeOf(shaped(envelope, body).pageSize);
    const wanted = shaped(conditions, JSON.parse(asked.asked['conditions'] ?? '{}'));
    const placeOf = ({ id, sequence }: Contact) => [sequence, id] as const;
    const listed = { items: found(store, wanted), placeOf, size, holds: 'offset' } as const;
    const { items, pagination } = page(exchange, listed, asked);
    return { status: 200, body: { contacts: items.map((contact) => contactDocument(wire, contact)), pagination } };
  };
}
