import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../../src/connectors/squarespace/mapping/standing.ts';
import { orderWith, pounds } from './order-fixture.ts';

const paid = { grandTotal: pounds('5.00') };

describe('what an order is to the books', () => {
  it.each([
    ['PAID', 'sale'],
    ['PARTIALLY_PAID', 'sale'],
    ['REFUND_PENDING', 'sale'],
    ['REFUNDED', 'sale'],
    ['REFUND_FAILED', 'sale'],
    ['NOT_CHARGED', 'open'],
    ['AUTHORIZED', 'open'],
    ['PENDING', 'open'],
    ['FAILED', 'void'],
    ['SOMETHING_NEW', 'sale'],
    [null, 'sale'],
  ])('%s is %s', (paymentState, standing) => {
    expect(standingOf(orderWith({ ...paid, paymentState }))).toBe(standing);
  });

  it.each(['0.00', '0', '00.000'])('has nothing to wait for where it costs %s', (value) => {
    expect(standingOf(orderWith({ grandTotal: pounds(value), paymentState: 'NOT_CHARGED' }))).toBe('sale');
  });

  it('came to nothing where it was cancelled, and is a test before all', () => {
    const cancelled = { ...paid, fulfillmentStatus: 'CANCELED', paymentState: 'PAID' };
    expect(standingOf(orderWith(cancelled))).toBe('void');
    expect(standingOf(orderWith({ ...cancelled, testmode: true }))).toBe('test');
  });
});
