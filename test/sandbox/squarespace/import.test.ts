import { describe, expect, test } from 'vitest';
import { at, day, hour, minute, readPage, second, startClient } from './squarespace-client.ts';
import type { Client, Item } from './squarespace-client.ts';

const orders = '/1.0/commerce/orders';
const gbp = (value: string) => ({ currency: 'GBP', value });

function draft({ sandbox }: Client, over: Item = {}): Item {
  return {
    channelName: 'Till',
    createdOn: at(-30 * day),
    externalOrderReference: 'T2-004711',
    fulfillments: [],
    priceTaxInterpretation: 'INCLUSIVE',
    lineItems: [
      {
        lineItemType: 'PHYSICAL_PRODUCT',
        variantId: sandbox.state.variant('CH-45')?.variant.id,
        quantity: 2,
        unitPricePaid: gbp('39.90'),
      },
      { lineItemType: 'CUSTOM', title: 'Engraving', quantity: 1, unitPricePaid: gbp('12.00') },
    ],
    subtotal: gbp('91.80'),
    discountTotal: gbp('1.80'),
    shippingTotal: gbp('4.50'),
    grandTotal: gbp('94.50'),
    customerEmail: 'cleo@example.com',
    ...over,
  };
}

const put = (client: Client, over: Item = {}, key = 'k') => client.send(orders, draft(client, over), { key });

describe('an imported order', () => {
  test('is paid, pending and external, keeps its own date, and makes a contact', async () => {
    const client = await startClient();
    const reply = await put(client);
    expect([reply.status, reply.json()]).toMatchObject([
      201,
      {
        orderNumber: '1002',
        channel: 'external',
        channelName: 'Till',
        externalOrderReference: 'T2-004711',
        createdOn: at(-30 * day),
        modifiedOn: at(0),
        paymentState: 'PAID',
        fulfillmentStatus: 'PENDING',
        customerId: client.sandbox.state.contact('cleo@example.com')?.customerId,
        billingAddress: null,
        subtotal: gbp('91.80'),
        grandTotal: gbp('94.50'),
        lineItems: [{ sku: 'CH-45' }, { lineItemType: 'CUSTOM', productName: 'Engraving', variantId: null }],
      },
    ]);
    const { items } = readPage(
      await client.get(`${orders}?modifiedAfter=${at(-second)}&modifiedBefore=${at(0)}`),
      'result',
    );
    expect(items).toHaveLength(1);
  });

  test.each([
    'channelName',
    'createdOn',
    'externalOrderReference',
    'fulfillments',
    'grandTotal',
    'lineItems',
    'priceTaxInterpretation',
  ])('needs %s', async (name) => {
    const reply = await put(await startClient(), { [name]: undefined });
    expect([reply.status, reply.error().subtype]).toEqual([400, 'MISSING_ARGUMENT']);
  });

  test.each<[string, Item]>([
    ['no subtotal', { subtotal: undefined }],
    ['a subtotal without the quantities', { subtotal: gbp('51.90') }],
  ])('with %s is refused without a subtype', async (_name, over) => {
    const reply = await put(await startClient(), over);
    expect([reply.status, reply.error()]).toMatchObject([
      400,
      { subtype: null, message: 'The sum of lineItems.unitPricePaid.value must equal subtotal.value' },
    ]);
  });

  test.each<[string, Item]>([
    ['a longer channel name than 30', { channelName: 'x'.repeat(31) }],
    ['another currency', { grandTotal: { currency: 'EUR', value: '94.50' } }],
    [
      'two ways of shipping',
      {
        shippingLines: [
          { method: 'a', amount: gbp('1.00') },
          { method: 'b', amount: gbp('3.50') },
        ],
      },
    ],
    ['FULFILLED without a date', { fulfillmentStatus: 'FULFILLED' }],
    ['CANCELED', { fulfillmentStatus: 'CANCELED' }],
    ['no lines', { lineItems: [] }],
    [
      'an unknown variant',
      { lineItems: [{ lineItemType: 'PHYSICAL_PRODUCT', variantId: 'x', quantity: 1, unitPricePaid: gbp('1.00') }] },
    ],
    ['a total that is not that of its parts', { grandTotal: gbp('94.51') }],
  ])('with %s is refused', async (_name, over) => {
    const client = await startClient();
    expect((await put(client, over)).status).toBe(400);
    expect(client.sandbox.state.orders.size).toBe(1);
  });

  test('leaves the stock alone unless it says DEDUCT', async () => {
    const client = await startClient();
    await put(client);
    expect(client.sandbox.state.stock('CH-45')).toBe(5);
    await put(client, { inventoryBehavior: 'DEDUCT' }, 'k2');
    expect(client.sandbox.state.stock('CH-45')).toBe(3);
    client.sandbox.staff.setStock('CH-45', 1);
    const reply = await put(client, { inventoryBehavior: 'DEDUCT' }, 'k3');
    expect([reply.status, reply.error().subtype]).toEqual([409, 'INSUFFICIENT_STOCK']);
  });

  test('is there once for its key, and again for another', async () => {
    const client = await startClient();
    const first = await put(client);
    expect((await put(client)).text).toBe(first.text);
    expect(client.sandbox.state.orders.size).toBe(2);
    expect((await put(client, { customerEmail: 'ben@example.com' })).status).toBe(400);
    expect((await put(client, {}, 'k2')).status).toBe(201);
    expect((await client.send(orders, draft(client))).status).toBe(400);
  });

  test('whose answer was lost is there once all the same', async () => {
    const client = await startClient();
    client.sandbox.faults.add({ kind: 'cut', before: 'answer', method: 'POST' });
    await expect(put(client)).rejects.toThrow('fetch failed');
    expect((await put(client)).json()).toMatchObject({ orderNumber: '1002' });
    expect(client.sandbox.state.orders.size).toBe(2);
  });

  test('is one of a hundred in an hour, beside the limit per minute', async () => {
    const client = await startClient({ limits: { ordersPerHour: 100 } });
    for (let n = 0; n < 100; n += 1) expect((await put(client, {}, `k${n}`)).status).toBe(201);
    expect((await put(client, {}, 'more')).status).toBe(429);
    expect((await client.get(orders)).status).toBe(200);
    client.clock.now += hour;
    expect((await put(client, {}, 'more')).status).toBe(201);
  });
});

describe('a fulfilment', () => {
  const shipment = { shipDate: at(0), carrierName: 'Royal Mail', service: 'Tracked 24', trackingNumber: 'AB1' };
  const pathOf = ({ sandbox }: Client) => `${orders}/${sandbox.state.order('1001')?.id}`;

  test('sends the whole order', async () => {
    const client = await startClient();
    client.clock.now += minute;
    const body = { shouldSendNotification: false, shipments: [shipment] };
    const reply = await client.send(`${pathOf(client)}/fulfillments`, body);
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect((await client.get(pathOf(client))).json()).toMatchObject({
      fulfillmentStatus: 'FULFILLED',
      fulfilledOn: at(minute),
      modifiedOn: at(minute),
      fulfillments: [{ ...shipment, trackingUrl: null }],
    });
  });

  test.each<[string, Item]>([
    ['does not say whether to tell the shopper', { shipments: [shipment] }],
    ['has an address that is none', { shouldSendNotification: false, shipments: [{ ...shipment, trackingUrl: 'x' }] }],
    [
      'has too long a number',
      { shouldSendNotification: false, shipments: [{ ...shipment, trackingNumber: '1'.repeat(101) }] },
    ],
  ])('that %s is refused', async (_name, body) => {
    const client = await startClient();
    expect((await client.send(`${pathOf(client)}/fulfillments`, body)).status).toBe(400);
  });

  test('that is in progress already is a conflict', async () => {
    const client = await startClient();
    const path = `${pathOf(client)}/fulfillments`;
    client.sandbox.faults.add({ kind: 'delay', milliseconds: 150, path: '*/fulfillments' });
    const slow = client.send(path, { shouldSendNotification: false, shipments: [] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const reply = await client.send(path, { shouldSendNotification: false, shipments: [] });
    expect([reply.status, (await slow).status]).toEqual([409, 204]);
  });

  test('of no order, or of one that is cancelled, is refused', async () => {
    const client = await startClient();
    const body = { shouldSendNotification: false, shipments: [] };
    expect((await client.send(`${orders}/0123456789abcdef01234567/fulfillments`, body)).status).toBe(404);
    client.sandbox.staff.cancel('1001');
    expect((await client.send(`${pathOf(client)}/fulfillments`, body)).status).toBe(400);
  });
});
