import { describe, expect, test } from 'vitest';
import { readPage, start, startClient } from './squarespace-client.ts';
import type { Item } from './squarespace-client.ts';

const orders = '/1.0/commerce/orders';

describe('habits of the wire', () => {
  test('times may have fractions of any length, that of a whole second none, and mean the same moment each time', async () => {
    const client = await startClient({ habits: { fraction: 'mixed' } });
    const told: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      client.clock.now = start + 250 * n;
      const order = client.sandbox.shoppers.checkout({ sku: 'GC-50' });
      const read = async () => String(((await client.get(`${orders}/${order?.id}`)).json() as Item)['createdOn']);
      told.push(await read());
      expect(await read()).toBe(told.at(-1));
      expect(Date.parse(told.at(-1) ?? '')).toBe(client.clock.now);
    }
    expect(told[0]).toBe('2026-07-14T10:00:00Z');
    expect(new Set(told.map(({ length }) => length)).size).toBe(4);
  });

  test('a fraction has the digits that were asked for', async () => {
    const { sandbox, clock, get } = await startClient({ habits: { fraction: 9 } });
    clock.now = start + 7;
    const order = sandbox.shoppers.checkout({ sku: 'RG-1001' });
    const told = (await get(`${orders}/${order?.id}`)).json() as Item;
    expect(told['createdOn']).toMatch(/^2026-07-14T10:00:00\.007\d{6}Z$/);
    expect(Date.parse(String(told['createdOn']))).toBe(clock.now);
  });

  test.each([
    ['array', []],
    ['null', null],
  ] as const)('an empty list may be told as %s', async (emptyLists, value) => {
    const { get } = await startClient({ habits: { emptyLists } });
    expect(readPage(await get(orders), 'result').items[0]).toMatchObject({ fulfillments: value, internalNotes: value });
  });

  test('fields and members of enumerations that nobody has heard of come up', async () => {
    const { get } = await startClient({ habits: { surprises: 1 } });
    expect(readPage(await get(orders), 'result').items[0]).toMatchObject({
      sinceLately: { whatever: [24] },
      lineItems: [{ lineItemType: 'UNHEARD_OF' }],
    });
  });
});
