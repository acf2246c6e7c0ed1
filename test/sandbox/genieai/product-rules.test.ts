import { describe, expect, test } from 'vitest';
import { ring, startClient } from './sandbox-client.ts';

type Fields = Readonly<Record<string, unknown>>;

const minimal = { externalId: 'P-9', sku: 'RG-9', name: 'Ring', price: { amount: '1', currency: 'GBP' } };

async function errorsOf(fields: Fields): Promise<string[]> {
  const client = await startClient();
  return client.errors('products', { ...minimal, ...fields });
}

describe('a product is taken', () => {
  test.each<[string, Fields]>([
    ['with every field', ring],
    ['with the least that it needs', {}],
    ['that costs nothing', { price: { amount: '0.00', currency: 'GBP' } }],
    ['with one decimal place', { price: { amount: '19.9', currency: 'EUR' } }],
    ['with the least and the most stock', { stock: 1_000_000 }],
    ['that is out of stock and off sale', { stock: 0, active: false }],
    ['with a short barcode', { barcode: '96385074' }],
    ['with an American barcode', { barcode: '036000291452' }],
    ['that will change tomorrow, for the contract sets updatedAt no range', { updatedAt: '2026-07-15T00:00:00Z' }],
  ])('%s', async (_name, fields) => {
    expect(await errorsOf(fields)).toEqual([]);
  });
});

describe('a product is refused for', () => {
  test.each<[string, Fields, string[]]>([
    ['no key', { externalId: undefined }, ['externalId required']],
    ['a bad key', { externalId: 'P/9' }, ['externalId bad_id']],
    ['no article number', { sku: null }, ['sku required']],
    ['a long article number', { sku: 'x'.repeat(41) }, ['sku too_long']],
    ['no name', { name: undefined }, ['name required']],
    ['a long name', { name: 'x'.repeat(121) }, ['name too_long']],
    [
      'a long category, metal and stone',
      { category: 'x'.repeat(61), metal: 'x'.repeat(61), stone: 'x'.repeat(61) },
      ['category too_long', 'metal too_long', 'stone too_long'],
    ],
    ['no price', { price: undefined }, ['price required']],
    ['a cleared price', { price: null }, ['price required']],
    ['a price that is a number', { price: 1 }, ['price wrong_type']],
    ['no amount', { price: { currency: 'GBP' } }, ['price.amount required']],
    ['no currency', { price: { amount: '1' } }, ['price.currency required']],
    ['an amount that is a number', { price: { amount: 1, currency: 'GBP' } }, ['price.amount wrong_type']],
    ['three decimal places', { price: { amount: '1.005', currency: 'GBP' } }, ['price.amount wrong_type']],
    ['a decimal comma', { price: { amount: '1,00', currency: 'GBP' } }, ['price.amount wrong_type']],
    ['an amount with its currency', { price: { amount: '£1.00', currency: 'GBP' } }, ['price.amount wrong_type']],
    ['a price below zero', { price: { amount: '-0.01', currency: 'GBP' } }, ['price.amount not_allowed']],
    ['a currency that is none', { price: { amount: '1', currency: 'GBX' } }, ['price.currency not_allowed']],
    ['a wrong check digit', { barcode: '4006381333932' }, ['barcode bad_barcode']],
    ['a barcode of another length', { barcode: '40063813339' }, ['barcode bad_barcode']],
    ['a barcode with letters', { barcode: '400638133393X' }, ['barcode bad_barcode']],
    ['stock below zero', { stock: -1 }, ['stock not_allowed']],
    ['more stock than a million', { stock: 1_000_001 }, ['stock not_allowed']],
    ['part of a piece', { stock: 1.5 }, ['stock wrong_type']],
    ['stock in text', { stock: '3' }, ['stock wrong_type']],
    ['an active that is not true or false', { active: 1 }, ['active wrong_type']],
    ['a time that never was', { updatedAt: '2026-13-01T00:00:00Z' }, ['updatedAt bad_date']],
  ])('%s', async (_name, fields, expected) => {
    expect(await errorsOf(fields)).toEqual(expected);
  });

  test('an article number that another product has, until that one gives it up', async () => {
    const client = await startClient();
    await client.send('products', ring);
    const other = { ...minimal, sku: ring.sku };
    expect(await client.errors('products', other)).toEqual(['sku duplicate_sku']);
    expect(await client.errors('products', { ...other, sku: ring.sku.toLowerCase() })).toEqual([]);
    await client.send('products', { externalId: ring.externalId, sku: 'RG-1002' });
    expect(await client.errors('products', other)).toEqual([]);
  });
});
