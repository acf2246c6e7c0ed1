import type { Hono } from 'hono';
import type { ExchangeEnv } from '../../conventions/exchange.ts';
import type { ResourceParts } from '../context.ts';
import { addEntry, deleteEntry, getEntry, listEntries, replaceEntry } from './address-book.ts';
import { listContacts } from './list-contacts.ts';
import { queryContacts } from './query-contacts.ts';
import { createContact, deleteContact, getContact, patchContact } from './write-contacts.ts';

const path = '/v1/contacts';
const book = `${path}/:id/address-book`;

/** The Contacts API. */
export function routeContacts(app: Hono<ExchangeEnv>, parts: ResourceParts): void {
  const { call } = parts;
  const reading = { api: 'contacts', needs: 'read' } as const;
  const bare = { api: 'contacts', needs: 'write' } as const;
  const writing = { ...bare, body: 'application/json' } as const;

  app.get(path, call(reading, listContacts(parts)));
  app.post(`${path}/query`, call({ ...reading, body: 'application/json' }, queryContacts(parts)));
  app.post(path, call(writing, createContact(parts)));
  app.get(`${path}/:id`, call(reading, getContact(parts)));
  app.patch(`${path}/:id`, call({ ...bare, body: 'application/merge-patch+json' }, patchContact(parts)));
  app.delete(`${path}/:id`, call(bare, deleteContact(parts)));

  app.get(book, call(reading, listEntries(parts)));
  app.post(book, call(writing, addEntry(parts)));
  app.get(`${book}/:entry`, call(reading, getEntry(parts)));
  app.put(`${book}/:entry`, call(writing, replaceEntry(parts)));
  app.delete(`${book}/:entry`, call(bare, deleteEntry(parts)));
}
