import { createCollection } from './collection.ts';
import type { CollectionView } from './collection.ts';
import type { Contact } from './contact.ts';

/** Read access to whom the site knows. */
export interface ContactsView extends CollectionView<Contact> {
  /** Whatever the case of its letters. */
  byEmail(email: string): Contact | undefined;
}

/** Whom the site knows. */
export interface Contacts extends ContactsView {
  add(contact: Omit<Contact, 'sequence'>): Contact;
  change(contact: Contact): void;
  remove(id: string): void;
}

/** Nobody yet. */
export function createContacts(): Contacts {
  const contacts = createCollection<Contact>();
  const byEmail = new Map<string, string>();
  let sequence = 0;

  function change(contact: Contact): void {
    const before = contacts.get(contact.id);
    if (before) byEmail.delete(before.email.toLowerCase());
    byEmail.set(contact.email.toLowerCase(), contact.id);
    contacts.put(contact);
  }

  return {
    get size() {
      return contacts.size;
    },
    get: contacts.get,
    all: contacts.all,
    byEmail: (email) => contacts.get(byEmail.get(email.toLowerCase()) ?? ''),
    add(draft) {
      sequence += 1;
      const contact = { ...draft, sequence };
      change(contact);
      return contact;
    },
    change,
    remove(id) {
      const contact = contacts.get(id);
      if (contact) byEmail.delete(contact.email.toLowerCase());
      contacts.remove(id);
    },
  };
}
