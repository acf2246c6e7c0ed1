import { describe, expect, test } from 'vitest';
import { many, minute, readPage, startClient } from './squarespace-client.ts';
import type { Client, Item } from './squarespace-client.ts';

const contacts = '/v1/contacts';
const cleo = {
  firstName: 'Cleo',
  lastName: 'Brook',
  locale: 'en-GB',
  primaryEmail: { email: 'cleo@example.com', acceptsMarketing: true },
};

const pathOf = ({ sandbox }: Client, email: string) => `${contacts}/${sandbox.state.contact(email)?.id}`;
const merge = { method: 'PATCH', type: 'application/merge-patch+json' };

function contactIn(reply: { json(): unknown }): Item {
  return (reply.json() as { contact: Item }).contact;
}

describe('reading contacts', () => {
  test('has 50 to a page, or as many as are asked for, at most 1000', async () => {
    const { get, pages } = await startClient({ content: many({ contacts: 120 }) });
    expect((await pages(contacts, 'contacts')).map(({ length }) => length)).toEqual([50, 50, 20]);
    const first = readPage(await get(`${contacts}?pageSize=100`), 'contacts');
    const next = readPage(await get(`${contacts}?pageSize=100&cursor=${first.next.nextPageCursor}`), 'contacts');
    expect([first.items.length, next.items.length, next.next.hasNextPage]).toEqual([100, 20, false]);
    expect((await get(`${contacts}?pageSize=1000`)).status).toBe(200);
    for (const size of ['1001', '0', 'many']) expect((await get(`${contacts}?pageSize=${size}`)).status).toBe(400);
  });

  test('loses nobody where others are deleted in between', async () => {
    const { get, sandbox } = await startClient({ content: many({ contacts: 60 }) });
    const first = readPage(await get(contacts), 'contacts');
    for (let n = 0; n < 10; n += 1) sandbox.staff.deleteContact(`c${n}@example.com`);
    const next = readPage(await get(`${contacts}?cursor=${first.next.nextPageCursor}`), 'contacts');
    expect(next.items.map(({ lastName }) => lastName)).toEqual(
      Array.from({ length: 10 }, (_, n) => `Number ${50 + n}`),
    );
  });

  test('tells one wrapped, with consent as an object, and without a word of when it changed', async () => {
    const client = await startClient();
    const anna = contactIn(await client.get(pathOf(client, 'anna.marsh@example.com')));
    expect(anna).toMatchObject({
      firstName: 'Anna',
      locale: 'en-GB',
      primaryEmail: {
        email: 'Anna.Marsh@example.com',
        acceptsMarketing: { acceptsMarketing: true, joinedOn: '2025-02-03T04:05:06.000Z', leftOn: null },
      },
      defaultShippingAddress: {
        defaultShipping: true,
        address: { line1: '1 Angel Hill', region: null, countryCode: 'GB', phoneNumber: '07700 900001' },
      },
    });
    expect(anna).not.toHaveProperty('modifiedOn');
    expect((await client.get(`${contacts}/nobody`)).status).toBe(404);
  });
});

describe('writing contacts', () => {
  test('makes one whose consent begins now', async () => {
    const client = await startClient();
    const reply = await client.send(contacts, cleo);
    expect([reply.status, contactIn(reply)]).toMatchObject([
      201,
      {
        primaryEmail: {
          acceptsMarketing: { acceptsMarketing: true, joinedOn: new Date(client.clock.now).toISOString() },
        },
        defaultShippingAddress: null,
      },
    ]);
  });

  test.each(['firstName', 'lastName', 'locale', 'primaryEmail'])('needs %s', async (name) => {
    const { send } = await startClient();
    const reply = await send(contacts, { ...cleo, [name]: undefined });
    expect([reply.status, reply.error().subtype]).toEqual([400, 'MISSING_ARGUMENT']);
  });

  test('gives an e-mail to one contact only, however it is written', async () => {
    const client = await startClient();
    const reply = await client.send(contacts, { ...cleo, primaryEmail: { email: 'BEN@example.com' } });
    expect([reply.status, reply.error().subtype]).toEqual([409, 'DUPLICATE_USER_CONFLICT']);
    const ben = pathOf(client, 'ben@example.com');
    const email = 'anna.marsh@EXAMPLE.com';
    expect((await client.send(ben, { primaryEmail: { email } }, merge)).status).toBe(409);
    expect((await client.send(ben, { primaryEmail: { email: 'Ben@example.com' } }, merge)).status).toBe(200);
  });

  test('changes only what a merge patch says, and needs it to be one', async () => {
    const client = await startClient();
    const path = pathOf(client, 'anna.marsh@example.com');
    client.clock.now += minute;
    const json = await client.send(path, { firstName: 'Ann' }, { method: 'PATCH' });
    expect(json.error().subtype).toBe('INVALID_CONTENT_TYPE');
    const left = await client.send(path, { firstName: 'Ann', primaryEmail: { acceptsMarketing: false } }, merge);
    expect(contactIn(left)).toMatchObject({
      firstName: 'Ann',
      lastName: 'Marsh',
      primaryEmail: {
        acceptsMarketing: { acceptsMarketing: false, leftOn: new Date(client.clock.now).toISOString() },
      },
    });
    expect((await client.send(path, { lastName: null }, merge)).status).toBe(400);
  });

  test('dates consent anew where it is given again, and only then', async () => {
    const client = await startClient();
    const path = pathOf(client, 'anna.marsh@example.com');
    const agree = async (acceptsMarketing: boolean) => {
      client.clock.now += minute;
      const contact = contactIn(await client.send(path, { primaryEmail: { acceptsMarketing } }, merge));
      return (contact['primaryEmail'] as Item)['acceptsMarketing'];
    };
    expect(await agree(true)).toMatchObject({ joinedOn: '2025-02-03T04:05:06.000Z' });
    await agree(false);
    expect(await agree(true)).toEqual({
      acceptsMarketing: true,
      joinedOn: new Date(client.clock.now).toISOString(),
      leftOn: null,
    });
  });

  test('deletes for good', async () => {
    const client = await startClient();
    const path = pathOf(client, 'ben@example.com');
    expect((await client.send(path, undefined, { method: 'DELETE' })).status).toBe(204);
    expect((await client.send(path, undefined, { method: 'DELETE' })).status).toBe(404);
    expect((await client.send(contacts, { ...cleo, primaryEmail: { email: 'ben@example.com' } })).status).toBe(201);
  });
});

describe('an address book', () => {
  const entry = (city: string, over: Item = {}) => ({ address: { city, countryCode: 'GB' }, ...over });
  const idOf = (reply: { json(): unknown }) =>
    (reply.json() as { addressBookEntry: { id: string } }).addressBookEntry.id;

  async function openBook(): Promise<{ client: Client; book: string; defaults: () => Promise<unknown[]> }> {
    const client = await startClient();
    const book = `${pathOf(client, 'ben@example.com')}/address-book`;
    const defaults = async () => {
      const { items } = readPage(await client.get(book), 'addressBook');
      return items.filter((item) => item['defaultShipping']).map((item) => (item['address'] as Item)['city']);
    };
    return { client, book, defaults };
  }

  test('has its first entry as the default until another is', async () => {
    const { client, book, defaults } = await openBook();
    expect((await client.send(book, entry('Bury', { defaultShipping: false }))).status).toBe(201);
    await client.send(book, entry('Ely'));
    expect(await defaults()).toEqual(['Bury']);
    await client.send(book, entry('Diss', { defaultShipping: true }));
    expect(await defaults()).toEqual(['Diss']);
  });

  test('never has an entry less than one for its default', async () => {
    const { client, book, defaults } = await openBook();
    const first = `${book}/${idOf(await client.send(book, entry('Bury')))}`;
    await client.send(book, entry('Ely'));
    const put = await client.send(first, entry('Diss', { defaultShipping: false }), { method: 'PUT' });
    expect(put.status).toBe(200);
    expect(await defaults()).toEqual(['Diss']);
    expect((await client.send(first, undefined, { method: 'DELETE' })).status).toBe(204);
    expect(await defaults()).toEqual(['Ely']);
    expect((await client.get(first)).status).toBe(404);
  });

  test('has room for 50, each in a country', async () => {
    const { client, book } = await openBook();
    expect((await client.send(book, { address: { city: 'Ely' } })).error().subtype).toBe('MISSING_ARGUMENT');
    for (let n = 0; n < 50; n += 1) await client.send(book, entry(`Town ${n}`));
    expect((await client.send(book, entry('Ely'))).error().subtype).toBe('ENTITY_LIMIT_REACHED');
  });
});

describe('a query', () => {
  test('has its cursor and the size of its pages in the body', async () => {
    const { send, get } = await startClient({ content: many({ contacts: 30 }) });
    const query = { sortField: 'CREATED_ON', sortDirection: 'ASC', pageSize: 20 };
    const first = readPage(await send(`${contacts}/query`, query), 'contacts');
    const cursor = first.next.nextPageCursor;
    const next = readPage(await send(`${contacts}/query`, { cursor, pageSize: 20 }), 'contacts');
    const names = [...first.items, ...next.items].map(({ lastName }) => lastName);
    expect(names).toEqual(Array.from({ length: 30 }, (_, n) => `Number ${29 - n}`));
    expect((await send(`${contacts}/query`, { cursor, sortField: 'ID' })).status).toBe(400);
    expect((await send(`${contacts}/query`, { pageSize: 1001 })).status).toBe(400);
    expect((await get(`${contacts}?cursor=${cursor}`)).status).toBe(400);
  });

  test('searches loosely', async () => {
    const { send } = await startClient();
    const found = readPage(await send(`${contacts}/query`, { searchString: 'anna ben@example.com' }), 'contacts');
    expect(found.items).toHaveLength(2);
  });

  test('knows what people bought, after a while', async () => {
    const { send, sandbox, clock } = await startClient({ habits: { summaryLag: minute } });
    const buyers = async () =>
      readPage(await send(`${contacts}/query`, { orderCount: { from: 1 } }), 'contacts').items.length;
    sandbox.shoppers.checkout({ sku: 'CH-45', email: 'ben@example.com' });
    expect(await buyers()).toBe(1);
    clock.now += minute;
    expect(await buyers()).toBe(2);
  });
});
