import { describe, expect, test } from 'vitest';
import { many, minute, readPage, startClient } from './squarespace-client.ts';
import type { Item } from './squarespace-client.ts';

const profiles = '/1.0/profiles';
const gbp = (value: string) => ({ currency: 'GBP', value });
const emails = (items: readonly Item[]) => items.map(({ email }) => email);

describe('profiles', () => {
  test('come by id from the end, 50 to a page', async () => {
    const { pages } = await startClient({ content: many({ contacts: 60 }) });
    const found = await pages(profiles, 'profiles');
    const ids = found.flat().map(({ id }) => String(id));
    expect(found.map(({ length }) => length)).toEqual([50, 10]);
    expect(ids).toEqual(ids.toSorted().reverse());
  });

  test.each([
    ['sortField=email&sortDirection=asc', ['Anna.Marsh@example.com', 'ben@example.com']],
    ['sortField=lastName', ['Anna.Marsh@example.com', 'ben@example.com']],
    ['sortField=createdOn&sortDirection=dsc', ['ben@example.com', 'Anna.Marsh@example.com']],
  ])('can be sorted: %s', async (query, found) => {
    const { get } = await startClient();
    expect(emails(readPage(await get(`${profiles}?${query}`), 'profiles').items)).toEqual(found);
  });

  test.each([
    'sortDirection=desc',
    'sortField=modifiedOn',
    'filter=isCustomer,false',
    'filter=name,Anna',
    'filter=email,a%40b.example;isCustomer,true',
  ])('refuse %s', async (query) => {
    const { get } = await startClient();
    expect((await get(`${profiles}?${query}`)).status).toBe(400);
  });

  test.each([
    ['isCustomer,true', ['Anna.Marsh@example.com']],
    ['isCustomer,true;hasAccount,true', ['Anna.Marsh@example.com']],
    ['email,BEN%40example.com', ['ben@example.com']],
    ['email,BEN%2540example.com', ['ben@example.com']],
    ['email,nobody%40example.com', []],
  ])('are filtered by %s', async (filter, found) => {
    const { get } = await startClient();
    expect(emails(readPage(await get(`${profiles}?filter=${filter}`), 'profiles').items)).toEqual(found);
  });

  test('have no filter beside a cursor', async () => {
    const { get } = await startClient({ content: many({ contacts: 60 }) });
    const { next } = readPage(await get(profiles), 'profiles');
    expect((await get(`${profiles}?cursor=${next.nextPageCursor}&sortField=id`)).status).toBe(400);
  });

  test('sum up purchases later than they are made', async () => {
    const { get, sandbox, clock } = await startClient({ habits: { summaryLag: 5 * minute } });
    const id = sandbox.state.contact('ben@example.com')?.id;
    const summary = async () =>
      ((await get(`${profiles}/${id}`)).json() as { profiles: Item[] }).profiles[0]?.['transactionsSummary'];
    sandbox.shoppers.checkout({ sku: 'CH-45', email: 'ben@example.com' });
    sandbox.shoppers.donate({ email: 'ben@example.com', amount: '5.00' });
    expect(await summary()).toMatchObject({ orderCount: 0, lastOrderSubmittedOn: null, totalOrderAmount: gbp('0.00') });
    clock.now += 5 * minute;
    sandbox.staff.refund('1002', '9.90');
    expect(await summary()).toMatchObject({
      orderCount: 1,
      totalOrderAmount: gbp('39.90'),
      totalRefundAmount: gbp('0.00'),
      donationCount: 1,
    });
    clock.now += 5 * minute;
    expect(await summary()).toMatchObject({ totalRefundAmount: gbp('9.90') });
  });

  test('tell addresses as orders do', async () => {
    const { get } = await startClient();
    const { items } = readPage(await get(`${profiles}?filter=isCustomer,true`), 'profiles');
    expect(items[0]).toMatchObject({
      address: { address1: '1 Angel Hill', phone: '07700 900001' },
      acceptsMarketing: true,
    });
  });

  test('by ids are all there, or none', async () => {
    const { get, sandbox } = await startClient();
    const ids = sandbox.state.contacts.all().map(({ id }) => id);
    expect((await get(`${profiles}/${ids.join(',')}`)).json()).toMatchObject({ profiles: [{}, {}] });
    expect((await get(`${profiles}/${ids.join(',')},nobody`)).status).toBe(404);
  });

  test('need a permission of their own', async () => {
    const { get } = await startClient({ permissions: { profiles: 'none' } });
    expect((await get(profiles)).error().subtype).toBe('MISSING_SCOPE');
  });
});
