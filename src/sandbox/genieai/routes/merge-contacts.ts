import { z } from 'zod';
import type { Answer } from '../conventions/exchange.ts';
import { Refusal } from '../conventions/refusal.ts';
import type { Store } from '../store/store.ts';
import type { Stored } from '../store/stored.ts';

const request = z.object({ keepId: z.string(), mergeId: z.string() });

function moveSales(store: Store, from: Stored, to: string | null): void {
  if (from.externalId === null || to === null || from.externalId === to) return;
  for (const sale of store.sales.find('contact', from.externalId)) {
    store.put('sales', { ...sale, fields: { ...sale.fields, contactExternalId: to } });
  }
}

/**
 * `POST /contacts/merge`: the kept contact takes over what it does not have itself, the other's key where it has none, and
 * the other's sales. 404 where one is not there; 409 where they are the same or one is archived.
 */
export function mergeContacts(store: Store): (body: unknown) => Answer {
  return (body) => {
    const parsed = request.safeParse(body);
    if (!parsed.success) throw new Refusal(400, 'The body must be {"keepId":"…","mergeId":"…"}.');
    const kept = store.contacts.get(parsed.data.keepId);
    const other = store.contacts.get(parsed.data.mergeId);
    if (!kept || !other) throw new Refusal(404, 'There is no such contact.');
    if (kept === other) throw new Refusal(409, 'A contact cannot be merged with itself.');
    if (kept.archived || other.archived) throw new Refusal(409, 'An archived contact cannot be merged.');

    const externalId = kept.externalId ?? other.externalId;
    store.bury({ ...other, externalId: kept.externalId === null ? null : other.externalId }, false);
    store.put('contacts', { ...other, ...kept, externalId, fields: { ...other.fields, ...kept.fields } });
    moveSales(store, other, externalId);
    return { status: 200, body: { id: kept.id } };
  };
}
