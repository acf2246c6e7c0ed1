import { describe, expect, test } from 'vitest';
import type { SiteOrder } from '../../../../src/sandbox/squarespace/site.ts';
import { eachOnce, lookAt, pence, sizes, totalOf } from './look-at.ts';

describe.each(sizes)('the website of a shop of %i customers', (size) => {
  const { tally, contacts, orders, sales, orderOf } = lookAt(size);

  test('has orders of every kind', () => {
    expect(eachOnce(orders.map(({ paymentState = '' }) => paymentState))).toEqual([
      'AUTHORIZED',
      'FAILED',
      'NOT_CHARGED',
      'PAID',
      'PARTIALLY_PAID',
      'PENDING',
      'REFUNDED',
      'REFUND_FAILED',
      'REFUND_PENDING',
    ]);
    expect(eachOnce(orders.map(({ fulfillmentStatus = '' }) => fulfillmentStatus))).toHaveLength(3);
    expect(eachOnce(tally.orders.map(({ standing }) => standing))).toEqual(['open', 'sale', 'test', 'void']);
    const some = (fits: (order: SiteOrder) => boolean) => expect(orders.some(fits)).toBe(true);
    some(({ email }) => email === null);
    some(({ discount }) => discount?.promoCode !== undefined);
    some(({ discount }) => discount !== undefined && discount.promoCode === undefined);
    some((order) => pence(order.refunded ?? '0') > 0 && pence(order.refunded ?? '0') < totalOf(order));
    some((order) => order.refunded !== undefined && pence(order.refunded) === totalOf(order));
    some((order) => totalOf(order) === 0);
    some(({ lines }) => lines.some(({ sku }) => sku.startsWith('GIFT')));
    some(({ email }) => email !== null && contacts.every((contact) => contact.email !== email));
    for (const list of [tally.pairsByReference, tally.pairsByLikeness, tally.otherTotals])
      expect(list.length).toBeGreaterThan(0);
    expect(eachOnce(tally.notPairs.map(({ because }) => because))).toEqual(['another person', 'longer number']);
  });

  test('orders that were keyed in are found at the till as the tally says', () => {
    for (const { order, sale } of [...tally.pairsByReference, ...tally.otherTotals])
      expect(String(sales.get(sale)?.values.reference)).toMatch(new RegExp(`\\b${order}$`));
    const accounts = new Map(
      tally.joins.flatMap(({ one, other }) =>
        one.source === 'till' && other.source === 'web' ? [[other.email, one.key]] : [],
      ),
    );
    for (const { order, sale } of tally.pairsByLikeness) {
      const web = orderOf.get(order);
      const keyed = sales.get(sale)?.values;
      expect(keyed?.customerKey).toBe(accounts.get(web?.email?.toLowerCase() ?? ''));
      expect(String(keyed?.soldAt).slice(0, 10)).toBe(web?.createdOn.slice(0, 10));
      expect(pence(String(keyed?.total))).toBe(web && totalOf(web));
    }
    for (const { order, sale } of tally.otherTotals) {
      const web = orderOf.get(order);
      expect(pence(String(sales.get(sale)?.values.total))).not.toBe(web && totalOf(web));
    }
    for (const { lines, total, values } of sales.values())
      if (Number(values.key) < 100_000) expect(lines.reduce((sum, each) => sum + each.lineTotal, 0)).toBe(total);
  });

  test('the tally has every order with what was paid for it in the end', () => {
    expect(tally.orders.map(({ number }) => number)).toEqual(orders.map(({ orderNumber }) => orderNumber));
    for (const { number, total } of tally.orders) {
      const order = orderOf.get(number);
      expect(total).toBe(order && totalOf(order) - pence(order.refunded ?? '0'));
    }
  });

  test('no order lies between the days that count and those that do not', () => {
    const between = orders.filter(({ createdOn }) => createdOn > '2026-11-02' && createdOn < '2026-11-09');
    expect(between).toEqual([]);
  });
});
