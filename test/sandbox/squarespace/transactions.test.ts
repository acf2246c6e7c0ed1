import { describe, expect, test } from 'vitest';
import { at, many, minute, readPage, startClient } from './squarespace-client.ts';

const transactions = '/1.0/commerce/transactions';

describe('transactions', () => {
  test('stand for orders whose money moved, and for donations without an order', async () => {
    const { sandbox, clock, get } = await startClient();
    clock.now += minute;
    sandbox.shoppers.donate({ email: 'ben@example.com', amount: '20.00' });
    const { items } = readPage(await get(transactions), 'documents');
    expect(items).toMatchObject([
      { customerEmail: 'ben@example.com', salesOrderId: null, total: { value: '20.00' }, voided: false },
      { salesOrderId: sandbox.state.order('1001')?.id, total: { value: '228.60' }, payments: [{ provider: 'STRIPE' }] },
    ]);
  });

  test('spread a discount over the lines to the penny', async () => {
    const { sandbox, get } = await startClient();
    sandbox.shoppers.checkout({
      sku: 'RG-1001',
      more: [{ sku: 'CH-45' }, { sku: 'GC-50' }],
      discount: { name: 'Ten', amount: '10.00' },
    });
    const id = sandbox.state.order('1002')?.id;
    const [document] = readPage(await get(`${transactions}?orderId=${id}`), 'documents').items;
    const lines = document?.['salesLineItems'] as { discountAmount: { value: string } }[];
    const pence = lines.map(({ discountAmount }) => Math.round(Number(discountAmount.value) * 100));
    expect(pence).toEqual([735, 118, 147]);
  });

  test('come in pages and windows as orders do', async () => {
    const { pages, get } = await startClient({ content: many({ orders: 60 }) });
    expect((await pages(transactions, 'documents')).map(({ length }) => length)).toEqual([50, 10]);
    const reply = await get(`${transactions}?modifiedAfter=${at(0)}`);
    expect(reply.error().subtype).toBe('MISSING_ARGUMENT');
  });

  test('by ids are all there, or none', async () => {
    const { sandbox, get } = await startClient();
    const id = sandbox.state.order('1001')?.transactionId;
    expect((await get(`${transactions}/${id}`)).json()).toMatchObject({ documents: [{ id }] });
    expect((await get(`${transactions}/${id},nothing`)).status).toBe(404);
  });
});
