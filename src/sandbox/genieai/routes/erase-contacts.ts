import { z } from 'zod';
import type { Answer, Exchange } from '../conventions/exchange.ts';
import { Refusal } from '../conventions/refusal.ts';
import type { Store } from '../store/store.ts';

const request = z.object({ externalIds: z.array(z.string()), mode: z.enum(['archive', 'erase']) });

function erase(store: Store, externalId: string): 'erased' {
  const contact = store.contacts.byExternalId(externalId);
  if (!contact) return 'erased';
  store.bury(contact, true);
  for (const sale of store.sales.find('contact', externalId)) {
    const { contactExternalId: _gone, ...fields } = sale.fields;
    store.put('sales', { ...sale, fields });
  }
  return 'erased';
}

function archive(store: Store, externalId: string): 'archived' | 'erased' {
  const contact = store.contacts.byExternalId(externalId);
  if (!contact) return 'erased';
  if (!contact.archived) store.put('contacts', { ...contact, archived: true });
  return 'archived';
}

/**
 * `POST /contacts/erase`: puts contacts away, or takes them out for good, after which their sales are anonymous. What is not
 * there is `erased`, whichever was asked.
 */
export function eraseContacts(store: Store, recordsPerRequest: number): (body: unknown, exchange: Exchange) => Answer {
  return (body, exchange) => {
    const parsed = request.safeParse(body);
    if (!parsed.success) throw new Refusal(400, 'The body must be {"externalIds":["…"],"mode":"archive" or "erase"}.');
    const { externalIds, mode } = parsed.data;
    exchange.var.call.records = externalIds.length;
    if (externalIds.length > recordsPerRequest)
      throw new Refusal(413, `A request may have at most ${recordsPerRequest} records.`);
    const act = mode === 'archive' ? archive : erase;
    return {
      status: 207,
      body: { results: externalIds.map((externalId) => ({ externalId, status: act(store, externalId) })) },
    };
  };
}
