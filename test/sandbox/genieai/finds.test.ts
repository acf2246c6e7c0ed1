import { describe, expect, test } from 'vitest';
import { anna, ring, sale, startClient } from './sandbox-client.ts';

const { externalId: _key, ...annasFields } = anna;

describe('finding', () => {
  test('contacts by key, also archived ones, tells what is missing', async () => {
    const client = await startClient();
    const [created] = await client.send('contacts', anna);
    await client.post('/contacts/erase', { externalIds: ['C-1'], mode: 'archive' });
    const reply = await client.get('/contacts?externalId=C-1,C-404');
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({
      records: [{ ...annasFields, id: created?.id, externalId: 'C-1', archived: true }],
      missing: ['C-404'],
    });
  });

  test('contacts by e-mail without case, more than one where they were made by hand', async () => {
    const client = await startClient();
    client.sandbox.byHand.add({ fields: { email: 'twin@example.com' } });
    client.sandbox.byHand.add({ fields: { email: 'TWIN@example.com' } });
    const reply = await client.get('/contacts?email=Twin@Example.com');
    expect(reply.json()).toMatchObject({ records: [{ externalId: null }, { externalId: null }], missing: [] });
  });

  test('contacts by either phone', async () => {
    const client = await startClient();
    await client.send('contacts', anna);
    const both = await client.get(`/contacts?phone=${encodeURIComponent(`${anna.phone},${anna.mobile}`)}`);
    expect(both.json()).toMatchObject({ records: [{ externalId: 'C-1' }], missing: [] });
    await client.send('contacts', { externalId: 'C-1', mobile: null });
    const gone = await client.get(`/contacts?phone=${encodeURIComponent(anna.mobile)}`);
    expect(gone.json()).toEqual({ records: [], missing: [anna.mobile] });
  });

  test('products and sales by key', async () => {
    const client = await startClient();
    await client.send('products', ring);
    await client.send('sales', sale);
    expect((await client.get('/products?externalId=P-1')).json()).toMatchObject({
      records: [{ sku: 'RG-1001' }],
      missing: [],
    });
    expect((await client.get('/sales?externalId=S-1')).json()).toMatchObject({
      records: [{ total: '184.12' }],
      missing: [],
    });
  });

  test.each([
    '/contacts',
    '/contacts?name=x',
    '/contacts?email=a&phone=b',
    '/contacts?externalId=',
    '/products?email=a',
    `/sales?externalId=${Array.from({ length: 101 }, (_, n) => n).join(',')}`,
  ])('is refused for %.30s', async (path) => {
    const client = await startClient();
    const reply = await client.get(path);
    expect([reply.status, reply.code()]).toEqual([400, 'bad_request']);
  });

  test('takes a hundred values', async () => {
    const client = await startClient();
    expect((await client.get(`/sales?externalId=${Array.from({ length: 100 }, (_, n) => n).join(',')}`)).status).toBe(
      200,
    );
  });
});

describe('erasing', () => {
  test('archives or erases each contact, and what is not there is erased', async () => {
    const client = await startClient();
    await client.send('contacts', anna, { externalId: 'C-2', lastName: 'Brook', email: 'ben@example.com' });
    const archived = await client.post('/contacts/erase', { externalIds: ['C-1', 'C-404'], mode: 'archive' });
    const erased = await client.post('/contacts/erase', { externalIds: ['C-2', 'C-404'], mode: 'erase' });
    expect([archived.status, erased.status]).toEqual([207, 207]);
    expect(archived.json()).toEqual({
      results: [
        { externalId: 'C-1', status: 'archived' },
        { externalId: 'C-404', status: 'erased' },
      ],
    });
    expect(erased.json()).toEqual({
      results: [
        { externalId: 'C-2', status: 'erased' },
        { externalId: 'C-404', status: 'erased' },
      ],
    });
    const { contacts, erased: gone } = client.sandbox.state.contents();
    expect(contacts.map(({ externalId, archived: away }) => [externalId, away])).toEqual([['C-1', true]]);
    expect(gone).toEqual(['C-2']);
  });

  test('leaves the sales of an erased contact to nobody, and lets her come back as somebody new', async () => {
    const client = await startClient();
    const [first] = await client.send('contacts', anna);
    await client.send('sales', { ...sale, contactExternalId: 'C-1' });
    await client.post('/contacts/erase', { externalIds: ['C-1'], mode: 'erase' });
    expect(client.sandbox.state.sales.byExternalId('S-1')?.fields).not.toHaveProperty('contactExternalId');
    const [again] = await client.send('contacts', anna);
    expect(again?.status).toBe('created');
    expect(again?.id).not.toBe(first?.id);
    expect([...client.sandbox.state.erased]).toEqual([]);
  });

  test.each([
    {},
    { externalIds: 'C-1', mode: 'erase' },
    { externalIds: ['C-1'] },
    { externalIds: ['C-1'], mode: 'forget' },
  ])('is refused for %j', async (body) => {
    const client = await startClient();
    expect((await client.post('/contacts/erase', body)).code()).toBe('bad_request');
  });
});

describe('merging', () => {
  test('keeps the one, fills its gaps from the other, and moves the sales', async () => {
    const client = await startClient();
    const ben = { externalId: 'C-2', lastName: 'Brook', email: 'ben@example.com' };
    const [mine, other] = await client.send('contacts', ben, anna);
    await client.send('sales', { ...sale, contactExternalId: 'C-1' });
    const reply = await client.post('/contacts/merge', { keepId: mine?.id, mergeId: other?.id });
    expect([reply.status, reply.json()]).toEqual([200, { id: mine?.id }]);
    const { contacts, sales } = client.sandbox.state.contents();
    expect(contacts).toEqual([
      { externalId: 'C-2', archived: false, fields: { ...annasFields, lastName: 'Brook', email: 'ben@example.com' } },
    ]);
    expect(sales[0]?.fields['contactExternalId']).toBe('C-2');
  });

  test('gives a contact made by hand the key of the other', async () => {
    const client = await startClient();
    const { id } = client.sandbox.byHand.add({ fields: { lastName: 'Marsh' } });
    const [other] = await client.send('contacts', anna);
    await client.post('/contacts/merge', { keepId: id, mergeId: other?.id });
    expect(client.sandbox.state.contacts.byExternalId('C-1')?.id).toBe(id);
    expect((await client.send('contacts', anna))[0]?.status).toBe('unchanged');
  });

  test('is refused for contacts that are not there, the same, or archived', async () => {
    const client = await startClient();
    const [mine] = await client.send('contacts', anna);
    const hand = client.sandbox.byHand.add({ fields: {} });
    const merge = async (keepId: unknown, mergeId: unknown) => {
      const reply = await client.post('/contacts/merge', { keepId, mergeId });
      return [reply.status, reply.code()];
    };
    expect(await merge(mine?.id, 'con_404')).toEqual([404, 'not_found']);
    expect(await merge(mine?.id, mine?.id)).toEqual([409, 'conflict']);
    expect(await merge(mine?.id, 7)).toEqual([400, 'bad_request']);
    await client.post('/contacts/erase', { externalIds: ['C-1'], mode: 'archive' });
    expect(await merge(hand.id, mine?.id)).toEqual([409, 'conflict']);
  });
});
