import { describe, expect, test } from 'vitest';
import { minute, readPage, second, start, startClient } from './squarespace-client.ts';
import type { Client, Item } from './squarespace-client.ts';

async function orderOf(client: Client, number: string): Promise<Item> {
  const id = client.sandbox.state.order(number)?.id;
  return (await client.get(`/1.0/commerce/orders/${id}`)).json() as Item;
}

async function transactionOf(client: Client, number: string): Promise<Item | undefined> {
  const id = client.sandbox.state.order(number)?.id;
  return readPage(await client.get(`/1.0/commerce/transactions?orderId=${id}`), 'documents').items[0];
}

const gbp = (value: string) => ({ currency: 'GBP', value });

describe('a checkout', () => {
  test('takes the pieces off the stock and is an order at once', async () => {
    const client = await startClient();
    const order = client.sandbox.shoppers.checkout({ sku: 'RG-1001', quantity: 2, more: [{ sku: 'CH-45' }] });
    expect(order?.orderNumber).toBe('1002');
    expect([client.sandbox.state.stock('RG-1001'), client.sandbox.state.stock('CH-45')]).toEqual([1, 4]);
    expect(await orderOf(client, '1002')).toMatchObject({ paymentState: 'PAID', grandTotal: gbp('537.90') });
  });

  test('is refused where there are not enough pieces of something, and then takes none of anything', async () => {
    const { sandbox } = await startClient();
    expect(sandbox.shoppers.checkout({ sku: 'CH-45', more: [{ sku: 'RG-1001', quantity: 4 }] })).toBeUndefined();
    expect([sandbox.state.stock('CH-45'), sandbox.state.stock('RG-1001'), sandbox.state.orders.size]).toEqual([
      5, 3, 1,
    ]);
  });

  test('pays the sale price where there is one', async () => {
    const client = await startClient();
    client.sandbox.staff.setStock('CH-50', 1);
    client.sandbox.shoppers.checkout({ sku: 'CH-50' });
    expect(await orderOf(client, '1002')).toMatchObject({ grandTotal: gbp('34.90') });
  });

  test('makes a contact of a guest, once', async () => {
    const { sandbox } = await startClient();
    for (const email of ['cleo@example.com', 'CLEO@example.com', 'ben@example.com', null]) {
      sandbox.shoppers.checkout({ sku: 'GC-50', email });
    }
    expect(sandbox.state.contacts.size).toBe(3);
    const cleo = sandbox.state.contact('cleo@example.com');
    expect(sandbox.state.order('1003')).toMatchObject({ customerId: cleo?.customerId });
    expect(cleo?.hasAccount).toBe(false);
  });

  test('that fails takes nothing off', async () => {
    const client = await startClient();
    client.sandbox.shoppers.checkout({ sku: 'RG-1001', paymentState: 'FAILED' });
    expect(client.sandbox.state.stock('RG-1001')).toBe(3);
    expect(await transactionOf(client, '1002')).toMatchObject({ paymentGatewayError: 'card_declined', payments: [] });
  });

  test('can happen between a read and the write that follows it', async () => {
    const client = await startClient();
    const { sandbox } = client;
    const variantId = sandbox.state.variant('RG-1001')?.variant.id ?? '';
    sandbox.shoppers.beforeNext('*/adjustments', () => sandbox.shoppers.checkout({ variantId }));
    await client.get(`/1.0/commerce/inventory/${variantId}`);
    expect(sandbox.state.stock(variantId)).toBe(3);
    const lower = (quantity: number) => ({ decrementOperations: [{ variantId, quantity }] });
    expect((await client.adjust('a', lower(3))).error().subtype).toBe('INSUFFICIENT_STOCK');
    expect(sandbox.state.stock(variantId)).toBe(2);
    expect((await client.adjust('b', lower(1))).status).toBe(204);
    expect(sandbox.state.stock(variantId)).toBe(1);
  });
});

test('ids are the same for the same seed, however many calls came before', async () => {
  const idsOf = async (seed: number, calls: number) => {
    const client = await startClient({ seed });
    for (let call = 0; call < calls; call += 1) await client.get('/nothing');
    const order = client.sandbox.shoppers.checkout({ sku: 'RG-1001' });
    return [order?.id, order?.lines[0]?.variantId];
  };
  const ids = await idsOf(1, 0);
  expect(await idsOf(1, 3)).toEqual(ids);
  expect(await idsOf(2, 0)).not.toEqual(ids);
});

describe('what staff do with an order', () => {
  test('moves its modifiedOn each time', async () => {
    const { sandbox, clock } = await startClient();
    const { staff } = sandbox;
    const steps = [
      () => staff.fulfil('1001'),
      () => staff.markPending('1001'),
      () => staff.changeEmail('1001', 'ben@example.com'),
      () => staff.refund('1001', '1.00'),
      () => staff.addNote('1001', 'Called.'),
      () => staff.cancel('1001'),
    ];
    for (const step of steps) {
      clock.now += second;
      expect(step().modifiedOn).toBe(clock.now);
    }
    expect(sandbox.state.order('1001')).toMatchObject({
      customerEmail: 'ben@example.com',
      customerId: sandbox.state.contact('ben@example.com')?.id,
      fulfillmentStatus: 'CANCELED',
      notes: ['Called.'],
    });
  });

  test('is paid: what was pending has a payment from then on', async () => {
    const client = await startClient();
    client.sandbox.shoppers.checkout({ sku: 'RG-1001', paymentState: 'PENDING' });
    expect(await transactionOf(client, '1002')).toBeUndefined();
    client.clock.now += minute;
    client.sandbox.staff.pay('1002');
    expect(await transactionOf(client, '1002')).toMatchObject({
      payments: [{ amount: gbp('249.00'), paidOn: new Date(start + minute).toISOString() }],
    });
  });

  test('is paid in parts, and then the rest', async () => {
    const client = await startClient();
    client.sandbox.shoppers.checkout({ sku: 'RG-1001', paymentState: 'PARTIALLY_PAID' });
    client.sandbox.staff.pay('1002');
    expect(await transactionOf(client, '1002')).toMatchObject({
      payments: [{ amount: gbp('124.50') }, { amount: gbp('124.50') }],
      totalNetPayment: gbp('249.00'),
    });
  });

  test.each(['PAID', 'REFUNDED'] as const)('is a refund of a part, after which it may be %s', async (state) => {
    const client = await startClient({ habits: { stateAfterPartialRefund: state } });
    client.clock.now += minute;
    client.sandbox.staff.refund('1001', '28.60');
    expect(await orderOf(client, '1001')).toMatchObject({
      paymentState: state,
      refundedTotal: gbp('28.60'),
      grandTotal: gbp('228.60'),
      modifiedOn: new Date(start + minute).toISOString(),
    });
    expect(await transactionOf(client, '1001')).toMatchObject({
      total: gbp('228.60'),
      totalNetPayment: gbp('200.00'),
      payments: [
        {
          refundedAmount: gbp('28.60'),
          refunds: [{ amount: gbp('28.60'), refundedOn: new Date(start + minute).toISOString() }],
        },
      ],
    });
  });

  test('is a refund over several payments, and of no more than was paid', async () => {
    const client = await startClient();
    const { shoppers, staff } = client.sandbox;
    shoppers.checkout({ sku: 'RG-1001', paymentState: 'PARTIALLY_PAID' });
    staff.pay('1002');
    staff.refund('1002', '200.00');
    expect(await transactionOf(client, '1002')).toMatchObject({
      payments: [{ refundedAmount: gbp('124.50') }, { refundedAmount: gbp('75.50') }],
    });
    staff.refund('1002', '200.00');
    expect(await orderOf(client, '1002')).toMatchObject({ refundedTotal: gbp('249.00'), paymentState: 'REFUNDED' });
  });

  test('is a refund of all that is left', async () => {
    const client = await startClient();
    client.sandbox.staff.refund('1001', '28.60');
    client.sandbox.staff.refund('1001');
    expect(await orderOf(client, '1001')).toMatchObject({ paymentState: 'REFUNDED', refundedTotal: gbp('228.60') });
  });

  test('is cancelling, with or without putting the pieces back', async () => {
    const client = await startClient();
    const { shoppers, staff, state } = client.sandbox;
    shoppers.checkout({ sku: 'RG-1001' });
    shoppers.checkout({ sku: 'RG-1001' });
    staff.cancel('1002');
    expect(state.stock('RG-1001')).toBe(1);
    staff.cancel('1003', { restock: true });
    staff.cancel('1003', { restock: true });
    expect(state.stock('RG-1001')).toBe(2);
    expect(await transactionOf(client, '1003')).toMatchObject({ voided: true });
  });
});

describe('what staff do with articles and people', () => {
  test('bumps a product where it is edited, and leaves no trace where it is deleted', async () => {
    const { sandbox, clock, get } = await startClient();
    const { staff, state } = sandbox;
    clock.now += minute;
    staff.editVariant('CH-45', { price: '41.00', sku: 'CH-45-A' });
    expect(state.variant('CH-45')).toBeUndefined();
    expect(state.variant('CH-45-A')?.product.modifiedOn).toBe(clock.now);
    staff.deleteVariant('CH-50');
    staff.deleteProduct('RG-1001');
    const { items } = readPage(await get('/1.0/commerce/inventory'), 'inventory');
    expect(items.map(({ sku }) => sku).toSorted()).toEqual(['CH-45-A', 'SV-1']);
  });

  test('sets stock by hand, and stops counting', async () => {
    const { sandbox } = await startClient();
    sandbox.staff.setStock('CH-50', 4);
    expect(sandbox.state.stock('CH-50')).toBe(4);
    sandbox.staff.setStock('CH-50', null);
    expect(sandbox.state.stock('CH-50')).toBeNull();
  });

  test.each([true, false])('may bump the product with the stock: %s', async (stockBumpsProduct) => {
    const { sandbox, clock } = await startClient({ habits: { stockBumpsProduct } });
    clock.now += minute;
    sandbox.shoppers.checkout({ sku: 'RG-1001' });
    expect(sandbox.state.variant('RG-1001')?.product.modifiedOn === clock.now).toBe(stockBumpsProduct);
  });

  test('deletes people, but not what they bought', async () => {
    const { sandbox } = await startClient();
    sandbox.staff.deleteContact('anna.marsh@example.com');
    expect([sandbox.state.contacts.size, sandbox.state.orders.size]).toEqual([1, 1]);
  });

  test('cannot be done to what is not there', async () => {
    const { sandbox } = await startClient();
    expect(() => sandbox.staff.pay('9999')).toThrow('there is none of this id or number');
    expect(() => sandbox.staff.setStock('nothing', 1)).toThrow('no such variant');
  });
});
