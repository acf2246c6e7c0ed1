import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseOrders, type TillSale, type WebOrder } from '../../src/identity/orders.ts';

const order = (parts: Partial<WebOrder> & { number: string }): WebOrder =>
  ({ key: `web-${parts.number}`, total: 8900, day: '2026-11-18', person: null, email: null, ...parts }) as WebOrder;
const sale = (key: string, parts: Partial<Record<keyof TillSale, unknown>>): TillSale =>
  ({ key, reference: null, total: 8900, day: '2026-11-18', person: null, email: null, ...parts }) as TillSale;

describe('the order’s number in a sale’s reference', () => {
  test.each([
    'WEB 1042',
    '#1042',
    'SQ-1042',
    'sq1042',
    'order 1042',
    'Web order no. 1042',
    'WEB/1042',
    'web 0001042, paid £89.00',
  ])('%s makes it that order', (reference) => {
    const { pairs, findings } = recogniseOrders([order({ number: '1042' })], [sale('5', { reference })]);
    expect(pairs).toEqual([{ order: 'web-1042', sale: '5', by: 'reference', value: reference }]);
    expect(findings).toEqual([]);
  });

  test.each([
    '10421',
    'WEB 10421',
    '1042',
    '£1042',
    '1042.00',
    '2026-10-42',
    '10/10/1042',
    'AB1042',
    '1042a',
    'repair',
  ])('%s does not', (reference) => {
    const { pairs } = recogniseOrders([order({ number: '1042' })], [sale('5', { reference, total: 104200 })]);
    expect(pairs).toEqual([]);
  });

  test('by itself counts where the total or the customer says the same', () => {
    const orders = [order({ number: '1042', email: 'ada@example.com' })];
    expect(recogniseOrders(orders, [sale('5', { reference: '1042' })]).pairs).toHaveLength(1);
    expect(
      recogniseOrders(orders, [sale('5', { reference: '1042', total: 1, email: 'Ada@example.com' })]).pairs,
    ).toHaveLength(1);
    expect(recogniseOrders(orders, [sale('5', { reference: '1042', total: 1 })]).pairs).toEqual([]);
  });

  test('with another total is that order all the same, and staff hear of it', () => {
    const { pairs, findings } = recogniseOrders(
      [order({ number: '1042' })],
      [sale('5', { reference: 'WEB 1042', total: 9350 })],
    );
    expect(pairs).toMatchObject([{ order: 'web-1042', sale: '5' }]);
    expect(findings).toEqual([{ order: 'web-1042', sale: '5', why: 'other_total' }]);
  });

  test('is another shop’s before the order was placed, or long after', () => {
    for (const day of ['2026-11-16', '2027-03-01']) {
      expect(recogniseOrders([order({ number: '1042' })], [sale('5', { reference: 'WEB 1042', day })]).pairs).toEqual(
        [],
      );
    }
  });

  test('given by two sales belongs to the one with its total, and the other is told of', () => {
    const sales = [sale('5', { reference: 'WEB 1042', total: 100 }), sale('6', { reference: 'WEB 1042' })];
    const { pairs, findings } = recogniseOrders([order({ number: '1042' })], sales);
    expect(pairs).toMatchObject([{ order: 'web-1042', sale: '6' }]);
    expect(findings).toEqual([{ order: 'web-1042', sale: '5', why: 'ambiguous' }]);
  });

  test('beside another order’s makes it neither', () => {
    const orders = [order({ number: '1042' }), order({ number: '1043' })];
    const { pairs, findings } = recogniseOrders(orders, [sale('5', { reference: 'WEB 1042, WEB 1043', total: 17800 })]);
    expect(pairs).toEqual([]);
    expect(findings.map(({ why }) => why)).toEqual(['ambiguous', 'ambiguous']);
  });
});

describe('without a reference', () => {
  const ada = { email: 'ada@example.com' };

  test('the same customer, total and day make it that order', () => {
    const orders = [order({ number: '1042', ...ada }), order({ number: '1043', person: '7' })];
    const sales = [sale('5', { email: 'ADA@example.com' }), sale('6', { person: '7' })];
    expect(recogniseOrders(orders, sales).pairs).toEqual([
      { order: 'web-1042', sale: '5', by: 'likeness', value: 'ada@example.com' },
      { order: 'web-1043', sale: '6', by: 'likeness', value: '7' },
    ]);
  });

  test.each([
    ['another day', { ...ada, day: '2026-11-19' }],
    ['another total', { ...ada, total: 8901 }],
    ['another person', { email: 'byron@example.com' }],
    ['nobody', {}],
    ['another order’s number', { ...ada, reference: 'WEB 1050' }],
  ])('%s does not', (_, parts) => {
    const orders = [order({ number: '1042', ...ada }), order({ number: '1050', total: 1 })];
    const { pairs } = recogniseOrders(orders, [sale('5', parts)]);
    expect(pairs.filter((pair) => pair.order === 'web-1042')).toEqual([]);
  });

  test('an address that is everybody’s says nothing', () => {
    const orders = [order({ number: '1042', email: 'none@example.com' })];
    expect(recogniseOrders(orders, [sale('5', { email: 'none@example.com' })]).pairs).toEqual([]);
  });
});

test('no order and no sale is taken twice, and the order of the lists does not matter', () => {
  const person = fc.constantFrom('7', '8', null);
  const day = fc.constantFrom('2026-11-18', '2026-11-19');
  const total = fc.constantFrom(8900, 100);
  const orders = fc.uniqueArray(fc.record({ number: fc.constantFrom('1', '2', '3', '4'), person, day, total }), {
    selector: ({ number }) => number,
  });
  const reference = fc.constantFrom(null, 'WEB 1', '#2', '3', 'WEB 1 and WEB 2');
  const sales = fc.uniqueArray(
    fc.record({ key: fc.constantFrom('5', '6', '10', '11'), person, day, total, reference }),
    { selector: ({ key }) => key },
  );
  fc.assert(
    fc.property(orders, sales, (someOrders, someSales) => {
      const placed = someOrders.map((each) => order(each as never));
      const rung = someSales.map((each) => sale(each.key, each));
      const { pairs } = recogniseOrders(placed, rung);
      expect(new Set(pairs.map((pair) => pair.order)).size).toBe(pairs.length);
      expect(new Set(pairs.map((pair) => pair.sale)).size).toBe(pairs.length);
      expect(recogniseOrders(placed.toReversed(), rung.toReversed()).pairs).toEqual(pairs);
    }),
  );
});
