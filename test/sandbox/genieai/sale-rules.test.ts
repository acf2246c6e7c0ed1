import { describe, expect, test } from 'vitest';
import { anna, sale, startClient } from './sandbox-client.ts';

type Fields = Readonly<Record<string, unknown>>;

const line = { description: 'Silver chain', quantity: 2, unitPrice: '10.00', lineTotal: '20.00' };
const minimal = {
  externalId: 'S-9',
  soldAt: '2026-07-13T16:00:00Z',
  channel: 'pos',
  currency: 'GBP',
  lines: [line],
  total: '20',
};

async function errorsOf(fields: Fields): Promise<string[]> {
  const client = await startClient();
  return client.errors('sales', { ...minimal, ...fields });
}

const withLine = (fields: Fields, total = '20.00') => ({ lines: [line, { ...line, ...fields }], total });

describe('a sale is taken', () => {
  test.each<[string, Fields]>([
    ['with every field', sale],
    ['with the least that it needs', {}],
    ['of nobody known', { contactExternalId: null }],
    ['with a return', withLine({ quantity: -1, lineTotal: '-10.00' }, '10.00')],
    ['with a discount on a return', withLine({ quantity: -1, discount: '0.5', lineTotal: '-10.50' }, '9.50')],
    [
      'with prices that floating point would get wrong',
      withLine({ quantity: 3, unitPrice: '0.1', discount: '0.20', lineTotal: '0.10' }, '20.1'),
    ],
    ['with a price below zero', withLine({ quantity: 1, unitPrice: '-5.00', lineTotal: '-5.00' }, '15.00')],
    ['with 200 lines', { lines: Array.from({ length: 200 }, () => line), total: '4000.00' }],
    ['from the web on the first day that counts', { channel: 'web', soldAt: '1990-01-01T00:00:00Z' }],
    ['with no payments', { payments: [] }],
  ])('%s', async (_name, fields) => {
    expect(await errorsOf(fields)).toEqual([]);
  });
});

describe('a sale is refused for', () => {
  test.each<[string, Fields, string[]]>([
    ['a customer whom nobody knows', { contactExternalId: 'C-404' }, ['contactExternalId unknown_contact']],
    ['a customer in the wrong type', { contactExternalId: 7 }, ['contactExternalId wrong_type']],
    [
      'nothing that it needs',
      { soldAt: null, channel: null, currency: null, lines: null, total: null },
      ['channel required', 'currency required', 'lines required', 'soldAt required', 'total required'],
    ],
    ['a time in the future', { soldAt: '2026-07-14T10:00:00.001Z' }, ['soldAt bad_date']],
    ['a time before 1990', { soldAt: '1989-12-31T23:59:59Z' }, ['soldAt bad_date']],
    ['a day without a time', { soldAt: '2026-07-13' }, ['soldAt bad_date']],
    ['a channel outside the list', { channel: 'phone' }, ['channel not_allowed']],
    ['a currency that is none', { currency: 'POUNDS' }, ['currency not_allowed']],
    ['no lines', { lines: [] }, ['lines required']],
    ['more than 200 lines', { lines: Array.from({ length: 201 }, () => line), total: '4020.00' }, ['lines too_long']],
    ['lines that are no list', { lines: line }, ['lines wrong_type']],
    ['a line that is no object', { lines: [line, 'ring'] }, ['lines[1] wrong_type']],
    [
      'a line without what it needs',
      { lines: [{}] },
      [
        'lines[0].description required',
        'lines[0].lineTotal required',
        'lines[0].quantity required',
        'lines[0].unitPrice required',
      ],
    ],
    ['a long article number', withLine({ sku: 'x'.repeat(41) }, '40.00'), ['lines[1].sku too_long']],
    ['a long description', withLine({ description: 'x'.repeat(201) }, '40.00'), ['lines[1].description too_long']],
    ['a quantity of nothing', withLine({ quantity: 0, lineTotal: '0.00' }), ['lines[1].quantity not_allowed']],
    ['half a piece', withLine({ quantity: 0.5, lineTotal: '5.00' }, '25.00'), ['lines[1].quantity wrong_type']],
    ['a price as a number', withLine({ unitPrice: 10 }, '40.00'), ['lines[1].unitPrice wrong_type']],
    [
      'a discount below zero',
      withLine({ discount: '-1.00', lineTotal: '21.00' }, '41.00'),
      ['lines[1].discount not_allowed'],
    ],
    [
      'a line that is a penny off',
      withLine({ lineTotal: '20.01' }, '40.01'),
      ['lines[1].lineTotal line_total_mismatch'],
    ],
    ['a forgotten discount', withLine({ discount: '1.00' }, '40.00'), ['lines[1].lineTotal line_total_mismatch']],
    ['a total that is a penny off', { total: '19.99' }, ['total total_mismatch']],
    ['a total with three places', { total: '20.000' }, ['total wrong_type']],
    [
      'a payment without what it needs',
      { payments: [{}] },
      ['payments[0].amount required', 'payments[0].method required'],
    ],
    ['a long method', { payments: [{ method: 'x'.repeat(31), amount: '20.00' }] }, ['payments[0].method too_long']],
    ['a payment in words', { payments: [{ method: 'cash', amount: 'all' }] }, ['payments[0].amount wrong_type']],
    [
      'long names',
      { staff: 'x'.repeat(61), promoCode: 'x'.repeat(51), reference: 'x'.repeat(61) },
      ['promoCode too_long', 'reference too_long', 'staff too_long'],
    ],
  ])('%s', async (_name, fields, expected) => {
    expect(await errorsOf(fields)).toEqual(expected);
  });
});

test('a contact must stand before the sale that names it', async () => {
  const client = await startClient();
  const named = { ...minimal, contactExternalId: anna.externalId };
  expect(await client.errors('sales', named)).toEqual(['contactExternalId unknown_contact']);
  await client.send('contacts', anna);
  expect(await client.errors('sales', named)).toEqual([]);
});

test('a sale needs no product', async () => {
  expect(await errorsOf({ lines: [{ ...line, sku: 'NOBODY-KNOWS' }] })).toEqual([]);
});
