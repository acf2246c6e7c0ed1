import { describe, expect, test } from 'vitest';
import { billingOf, smallShop, type SmallShop } from './join/small-shop.ts';

const never = new AbortController().signal;

/** Thirty customers whose address holds what an article, a sale and a web order hold, too. */
async function marigoldStreet(): Promise<SmallShop> {
  const home = await smallShop({
    customers: Array.from({ length: 30 }, (_, index) => ({
      ACNO: String(10_400 + index),
      FNAME: 'Ann',
      SNAME: `Neighbour${index}`,
      MOB: `07700 9001${String(index).padStart(2, '0')}`,
      ADDR1: `${index + 1} Marigold Street`,
      TOWN: 'Bury',
      PCODE: 'IP33 1AA',
    })),
    orders: [
      {
        orderNumber: '10405',
        email: 'zoe@example.com',
        createdOn: '2026-11-18T10:00:00.000Z',
        billing: { ...billingOf('Zoe', 'Marigold'), phone: '07700 900999' },
      },
    ],
  });
  home.till("INSERT INTO STOCKITM (ARTCODE, DESCR, RETAIL) VALUES ('M-1', 'Marigold brooch', 89)");
  home.addCustomer({ ACNO: '99999', FNAME: 'Ann', SNAME: 'Marigold', MOB: '07700 900777' });
  await home.sync();
  return home;
}

describe('what is found', () => {
  test('hides nothing behind twenty customers: every kind has its turn', async () => {
    const home = await marigoldStreet();
    const found = await home.with((agent) => agent.find('marigold', never));
    expect(found).toHaveLength(20);
    expect(found.map(({ title }) => title)).toContain('Marigold brooch');
    expect(found.slice(0, 4).map(({ kind }) => kind)).toContain('product');
  });

  test('comes with the whole name and the whole number first, whichever kind it is', async () => {
    const home = await marigoldStreet();
    await home.with(async (agent) => {
      expect((await agent.find('Ann Marigold', never))[0]).toMatchObject({ key: '99999', exact: true });
      expect((await agent.find('marigold brooch', never))[0]).toMatchObject({ key: 'M-1', exact: true });
      expect((await agent.find('+44 7700 900777', never)).filter(({ exact }) => exact)).toEqual([]);
      expect((await agent.find('07700 900777', never))[0]).toMatchObject({ key: '99999', exact: true });
      // A customer and a web order that go by the same number are both meant.
      const both = (await agent.find('10405', never)).filter(({ exact }) => exact);
      expect(both.map(({ kind }) => kind).toSorted()).toEqual(['customer', 'sale']);
    });
  });

  test('goes on as far as somebody wants, and begins as it did', async () => {
    const home = await marigoldStreet();
    await home.with(async (agent) => {
      const keys = async (limit: number) =>
        (await agent.find('marigold', never, { limit })).map(({ kind, key }) => `${kind} ${key}`);
      const all = await keys(200);
      expect(all.length).toBeGreaterThan(31);
      expect(new Set(all).size).toBe(all.length);
      expect(await keys(20)).toEqual(all.slice(0, 20));
      const people = await agent.find('marigold', never, { kind: 'customer', limit: 50 });
      expect(new Set(people.map(({ kind }) => kind))).toEqual(new Set(['customer']));
      expect(people.length).toBeGreaterThan(30);
    });
  });
});
