import { askedFor, memberIn } from '../../conventions/asked.ts';
import type { Asked } from '../../conventions/asked.ts';
import type { Work } from '../../conventions/calls.ts';
import { allOf } from '../../conventions/ids-in-path.ts';
import { invalid } from '../../conventions/refusal.ts';
import type { Contact } from '../../store/contact.ts';
import type { Store } from '../../store/store.ts';
import { summaryOf } from '../../store/summary.ts';
import type { ResourceParts } from '../context.ts';
import { profileDocument } from './profile-document.ts';

const parameters = ['filter', 'sortField', 'sortDirection'];
const sortFields = ['createdOn', 'id', 'email', 'lastName'] as const;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid("'filter' is not encoded as it must be.");
  }
}

/** `isCustomer,true;hasAccount,true`, or `email,a%40b.com` alone. */
function filterIn(store: Store, text: string | undefined): (contact: Contact) => boolean {
  if (text === undefined) return () => true;
  const parts = text.split(';').map((part) => part.split(',', 2).map((each) => each.trim()));
  const email = parts.find(([name]) => name === 'email')?.[1];
  if (email !== undefined) {
    if (parts.length > 1) throw invalid("'email' cannot be combined with another filter.");
    return (contact) => contact.email.toLowerCase() === decoded(email).toLowerCase();
  }
  for (const [name = '', value] of parts) {
    if (!['isCustomer', 'hasAccount'].includes(name) || value !== 'true') throw invalid("'filter' is not understood.");
  }
  const wants = (wanted: string) => parts.some(([name]) => name === wanted);
  return (contact) =>
    (!wants('hasAccount') || contact.hasAccount) &&
    (!wants('isCustomer') || summaryOf(store, contact.email).orderCount > 0);
}

function sortedBy(contacts: readonly Contact[], asked: Asked): Contact[] {
  const field = sortFields.find((each) => each === memberIn(asked, 'sortField', sortFields)) ?? 'id';
  const sign = memberIn(asked, 'sortDirection', ['asc', 'dsc']) === 'asc' ? 1 : -1;
  return contacts.toSorted((one, other) => sign * (one[field] < other[field] ? -1 : Number(one[field] > other[field])));
}

/** `GET /1.0/profiles`. */
export function listProfiles({ store, wire, page }: ResourceParts): Work {
  return (exchange) => {
    const asked = askedFor(exchange, { of: 'profiles', parameters }, store.now);
    const items = sortedBy(store.contacts.all().filter(filterIn(store, asked.asked['filter'])), asked);
    const placeOf = ({ id }: Contact) => [0, id] as const;
    const told = page(exchange, { items, placeOf, holds: 'offset' }, asked);
    const profiles = told.items.map((each) => profileDocument(wire, each, summaryOf(store, each.email)));
    return { status: 200, body: { profiles, pagination: told.pagination } };
  };
}

/** `GET /1.0/profiles/{id1},{id2}`. */
export function getProfiles({ store, wire }: ResourceParts): Work {
  return (exchange) => {
    const wanted = allOf(exchange.req.param('ids') ?? '', store.contacts.get);
    const profiles = wanted.map((each) => profileDocument(wire, each, summaryOf(store, each.email)));
    return { status: 200, body: { profiles } };
  };
}
