import { z } from 'zod';
import type { Store } from './store/store.ts';
import type { Stored } from './store/stored.ts';

/** What shop staff can do to a contact in GenieAI itself. No rule is applied: GenieAI trusts its own screens. */
export const handEdit = z.object({
  fields: z.record(z.string(), z.unknown()).default({}),
  segments: z.array(z.string()).optional(),
  loyaltyTier: z.string().optional(),
});
export type HandEdit = z.input<typeof handEdit>;

/** GenieAI's own screens, as far as tests and demos need them. */
export interface ByHand {
  /** Makes a contact without a key of ours. */
  add(edit: HandEdit): Stored;
  /** Changes a contact by GenieAI's id; undefined where there is none. */
  edit(id: string, edit: HandEdit): Stored | undefined;
}

/** Staff at work on what a store holds. */
export function createByHand(store: Store): ByHand {
  function save(before: Stored | undefined, edit: HandEdit): Stored {
    const { fields, ...own } = handEdit.parse(edit);
    const draft = before ?? { externalId: null, archived: false };
    const contact = store.put('contacts', { ...draft, ...own, fields: { ...before?.fields, ...fields } });
    store.commit();
    return contact;
  }
  return {
    add: (edit) => save(undefined, edit),
    edit(id, edit) {
      const before = store.contacts.get(id);
      return before && save(before, edit);
    },
  };
}
