import { describe, expect, test } from 'vitest';
import { hour, many, readPage, startClient } from './squarespace-client.ts';
import type { Client } from './squarespace-client.ts';

const inventory = '/1.0/commerce/inventory';

function idOf({ sandbox }: Client, sku: string): string {
  return sandbox.state.variant(sku)?.variant.id ?? '';
}

describe('reading the inventory', () => {
  test('has 50 to a page, of whatever can be counted, in no order', async () => {
    const { pages, sandbox } = await startClient({ content: many({ products: 120 }) });
    const found = await pages(inventory, 'inventory');
    expect(found.map(({ length }) => length)).toEqual([50, 50, 20]);
    const ids = found.flat().map(({ variantId }) => variantId);
    const stored = sandbox.state.catalogue.stock.all().map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(stored));
    expect(ids).not.toEqual(stored);
  });

  test('tells pieces, or that none are counted; hidden articles are there, gift cards and downloads are not', async () => {
    const client = await startClient();
    client.sandbox.staff.editProduct('RG-1001', { visible: false });
    const { items } = readPage(await client.get(inventory), 'inventory');
    expect(items.map(({ sku }) => sku).toSorted()).toEqual(['CH-45', 'CH-50', 'RG-1001', 'SV-1']);
    expect(items.find(({ sku }) => sku === 'CH-45')).toEqual({
      variantId: idOf(client, 'CH-45'),
      sku: 'CH-45',
      descriptor: 'Silver chain [45 cm]',
      isUnlimited: false,
      quantity: 5,
    });
    expect(items.find(({ sku }) => sku === 'SV-1')).toMatchObject({ isUnlimited: true });
  });

  test('by ids answers at most 50, all of them or none', async () => {
    const client = await startClient({ content: many({ products: 51 }) });
    const ids = client.sandbox.state.catalogue.stock.all().map(({ id }) => id);
    const some = (await client.get(`${inventory}/${ids.slice(0, 50).join(',')}`)).json() as { inventory: unknown[] };
    expect(some.inventory).toHaveLength(50);
    expect(some).not.toHaveProperty('pagination');
    expect((await client.get(`${inventory}/${ids.join(',')}`)).status).toBe(400);
    const dead = await client.get(`${inventory}/${ids[0]},00000000-0000-4000-8000-000000000000`);
    expect([dead.status, dead.error().subtype]).toEqual([404, 'INVALID_ARGUMENT']);
  });

  test('cannot be narrowed to what changed', async () => {
    const { get } = await startClient();
    const { items } = readPage(await get(`${inventory}?modifiedAfter=2030-01-01T00:00:00Z&sku=CH-45`), 'inventory');
    expect(items).toHaveLength(4);
  });
});

describe('adjusting the inventory', () => {
  test('raises, lowers, begins and ends counting, and answers nothing', async () => {
    const client = await startClient();
    const reply = await client.adjust('k1', {
      incrementOperations: [{ variantId: idOf(client, 'RG-1001'), quantity: 2 }],
      decrementOperations: [{ variantId: idOf(client, 'CH-45'), quantity: 5 }],
      setFiniteOperations: [{ variantId: idOf(client, 'SV-1'), quantity: 7 }],
      setUnlimitedOperations: [idOf(client, 'CH-50')],
    });
    expect([reply.status, reply.text]).toEqual([204, '']);
    const { state } = client.sandbox;
    expect(['RG-1001', 'CH-45', 'SV-1', 'CH-50'].map(state.stock)).toEqual([5, 0, 7, null]);
  });

  test('is refused whole where a single operation cannot be', async () => {
    const client = await startClient();
    const reply = await client.adjust('k1', {
      incrementOperations: [{ variantId: idOf(client, 'RG-1001'), quantity: 2 }],
      decrementOperations: [{ variantId: idOf(client, 'CH-45'), quantity: 6 }],
    });
    expect([reply.status, reply.error().type, reply.error().subtype]).toEqual([409, 'CONFLICT', 'INSUFFICIENT_STOCK']);
    expect(client.sandbox.state.stock('RG-1001')).toBe(3);
  });

  test.each([
    ['lowers what is not counted', 'decrementOperations', 'SV-1', 1, 'STOCK_NOT_TRACKED'],
    ['raises what is not counted', 'incrementOperations', 'SV-1', 1, 'STOCK_NOT_TRACKED'],
    ['lowers below nothing', 'decrementOperations', 'CH-50', 1, 'INSUFFICIENT_STOCK'],
    ['raises beyond all measure', 'incrementOperations', 'CH-45', 1_000_000_000, 'STOCK_EXCEEDS_MAX'],
  ])('that %s is a conflict', async (_name, operations, sku, quantity, subtype) => {
    const client = await startClient();
    const reply = await client.adjust('k', { [operations]: [{ variantId: idOf(client, sku), quantity }] });
    expect([reply.status, reply.error().subtype]).toEqual([409, subtype]);
  });

  test('keeps the number of what is not counted', async () => {
    const client = await startClient();
    const variantId = idOf(client, 'CH-45');
    await client.adjust('k1', { setUnlimitedOperations: [variantId] });
    const { items } = readPage(await client.get(inventory), 'inventory');
    expect(items.find((item) => item['variantId'] === variantId)).toMatchObject({ isUnlimited: true, quantity: 5 });
  });

  test.each<[string, (client: Client) => unknown]>([
    ['nothing to do', () => ({})],
    ['no body that is JSON', () => '{'],
    ['no object', () => 7],
    [
      'a variant twice',
      (client) => {
        const variantId = idOf(client, 'CH-45');
        return { incrementOperations: [{ variantId, quantity: 1 }], setUnlimitedOperations: [variantId] };
      },
    ],
    ['an unknown variant', () => ({ incrementOperations: [{ variantId: 'x', quantity: 1 }] })],
    ['nothing to add', (client) => ({ incrementOperations: [{ variantId: idOf(client, 'CH-45'), quantity: 0 }] })],
    ['half a piece', (client) => ({ decrementOperations: [{ variantId: idOf(client, 'CH-45'), quantity: 0.5 }] })],
    ['a negative stock', (client) => ({ setFiniteOperations: [{ variantId: idOf(client, 'CH-45'), quantity: -1 }] })],
    ['an object for a variant', (client) => ({ setUnlimitedOperations: [{ variantId: idOf(client, 'CH-45') }] })],
  ])('with %s is refused with 400', async (_name, bodyOf) => {
    const client = await startClient();
    const reply = await client.adjust('k', bodyOf(client));
    expect([reply.status, reply.error().type]).toEqual([400, 'INVALID_REQUEST_ERROR']);
  });

  test('takes 50 operations, and no 51', async () => {
    const client = await startClient({ content: many({ products: 51 }) });
    const operations = client.sandbox.state.catalogue.stock.all().map(({ id }) => ({ variantId: id, quantity: 1 }));
    expect((await client.adjust('a', { incrementOperations: operations })).status).toBe(400);
    expect((await client.adjust('b', { incrementOperations: operations.slice(1) })).status).toBe(204);
  });

  test('needs JSON that says so', async () => {
    const client = await startClient();
    const reply = await client.send(`${inventory}/adjustments`, '{}', { key: 'k', type: 'text/plain' });
    expect(reply.error().subtype).toBe('INVALID_CONTENT_TYPE');
  });
});

describe('an idempotency key', () => {
  const raise = (client: Client) => ({
    incrementOperations: [{ variantId: idOf(client, 'CH-45'), quantity: 1 }],
  });

  test.each([undefined, '', 'with space', 'x'.repeat(65), 'a.b'])(
    'must be there and well formed: %j is not',
    async (key) => {
      const client = await startClient();
      const reply = await client.send(`${inventory}/adjustments`, raise(client), key === undefined ? {} : { key });
      expect(reply.status).toBe(400);
      expect(client.sandbox.state.stock('CH-45')).toBe(5);
    },
  );

  test('does a thing once for 48 hours', async () => {
    const client = await startClient();
    const key = `${'k'.repeat(60)}_-9Z`;
    expect((await client.adjust(key, raise(client))).status).toBe(204);
    client.clock.now += 48 * hour - 1;
    expect((await client.adjust(key, raise(client))).status).toBe(204);
    expect(client.sandbox.state.stock('CH-45')).toBe(6);
    expect(client.sandbox.calls.map(({ replayed }) => replayed)).toEqual([false, true]);
    client.clock.now += 1;
    await client.adjust(key, raise(client));
    expect(client.sandbox.state.stock('CH-45')).toBe(7);
  });

  test('belongs to one body', async () => {
    const client = await startClient();
    await client.adjust('k', raise(client));
    const reply = await client.adjust('k', { setUnlimitedOperations: [idOf(client, 'CH-45')] });
    expect([reply.status, reply.error().type]).toEqual([400, 'INVALID_REQUEST_ERROR']);
  });

  test('of what failed may be used again', async () => {
    const client = await startClient();
    const lower = { decrementOperations: [{ variantId: idOf(client, 'CH-50'), quantity: 1 }] };
    expect((await client.adjust('k', lower)).status).toBe(409);
    client.sandbox.staff.setStock('CH-50', 1);
    expect((await client.adjust('k', lower)).status).toBe(204);
  });

  test('whose request is still running is a conflict', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'delay', milliseconds: 150, path: '*/adjustments' });
    const slow = client.adjust('k', raise(client));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await client.adjust('k', raise(client))).error().subtype).toBe('CONCURRENT_MODIFICATION');
    expect((await slow).status).toBe(204);
    expect(client.sandbox.state.stock('CH-45')).toBe(6);
  });
});
