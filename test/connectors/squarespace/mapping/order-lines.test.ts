import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refund } from '../../../../src/connectors/squarespace/mapping/order-lines.ts';
import { sumsOf } from '../../../../src/connectors/squarespace/mapping/order-lines.ts';
import type { Currency } from '../../../../src/model/money.ts';
import { decimalFromMinor } from '../../../../src/model/money.ts';
import { item, orderWith, pounds } from './order-fixture.ts';

const gbp = 'GBP' as Currency;

function sumsWith(more: object, refunds: readonly Refund[] = []) {
  const sums = sumsOf(orderWith(more), gbp, refunds);
  if (!sums) throw new Error('the order could not be reckoned');
  return sums;
}

function told(lines: ReturnType<typeof sumsWith>['lines']) {
  return lines.map(({ description, quantity, unitPrice, discount, lineTotal }) => [
    description,
    quantity,
    unitPrice,
    discount,
    lineTotal,
  ]);
}

describe('the lines of an order', () => {
  it('share the discount, then come shipping and tax', () => {
    const { lines, total } = sumsWith({
      lineItems: [item('a', 2, '10.00'), item('b', 1, '5.00')],
      discountTotal: pounds('5.01'),
      shippingLines: [{ method: 'Royal Mail', amount: pounds('3.95') }],
      shippingTotal: pounds('3.95'),
      taxTotal: pounds('4.00'),
      grandTotal: pounds('27.94'),
      priceTaxInterpretation: 'EXCLUSIVE',
    });
    expect(told(lines)).toEqual([
      ['Ring a', 2, 1000, 401, 1599],
      ['Ring b', 1, 500, 100, 400],
      ['Shipping (Royal Mail)', 1, 395, 0, 395],
      ['Tax', 1, 400, 0, 400],
    ]);
    expect(total).toBe(2794);
  });

  it('have no tax of their own where prices hold it', () => {
    const { lines, total } = sumsWith({
      lineItems: [item('a', 1, '12.00')],
      taxTotal: pounds('2.00'),
      grandTotal: pounds('12.00'),
    });
    expect(told(lines)).toEqual([['Ring a', 1, 1200, 0, 1200]]);
    expect(total).toBe(1200);
  });

  it('let a discount on everything reach shipping, as one order of 2021 did', () => {
    const { lines, total } = sumsWith({
      lineItems: [item('a', 1, '18.20')],
      shippingTotal: pounds('2.89'),
      discountTotal: pounds('21.09'),
      grandTotal: pounds('0.00'),
    });
    expect(told(lines)).toEqual([
      ['Ring a', 1, 1820, 1820, 0],
      ['Shipping', 1, 289, 289, 0],
    ]);
    expect(total).toBe(0);
  });

  it('take off what was paid back, with its days where they are known to be all', () => {
    const sold = { lineItems: [item('a', 1, '50.00')], grandTotal: pounds('50.00'), refundedTotal: pounds('30.00') };
    const refunds = [
      { id: '1', day: '2026-11-03', amount: 1000 },
      { id: '2', day: null, amount: 2000 },
    ];
    expect(told(sumsWith(sold, refunds).lines).slice(1)).toEqual([
      ['Refund of 2026-11-03', -1, 1000, 0, -1000],
      ['Refund', -1, 2000, 0, -2000],
    ]);
    expect(told(sumsWith(sold, refunds.slice(1)).lines).slice(1)).toEqual([['Refund', -1, 3000, 0, -3000]]);
    expect(sumsWith(sold).total).toBe(2000);
  });

  it('say by how much the site’s own sums do not agree', () => {
    const { lines } = sumsWith({ lineItems: [item('a', 1, '50.00')], grandTotal: pounds('49.99') });
    expect(told(lines).at(-1)).toEqual(['Difference', -1, 1, 0, -1]);
  });

  it('are none where an amount cannot be read, and leave out what was bought no times', () => {
    const odd = { ...item('a', 1, '50.005'), quantity: 1 };
    expect(sumsOf(orderWith({ lineItems: [odd] }), gbp, [])).toBeUndefined();
    expect(sumsOf(orderWith({ lineItems: [item('a', 1, '5.00', { quantity: null })] }), gbp, [])).toBeUndefined();
    expect(sumsWith({ lineItems: [item('a', 0, '5.00')] }).lines).toEqual([]);
  });

  it('tell the options that were chosen', () => {
    const variantOptions = [
      { optionName: 'Size', value: 'M' },
      { optionName: 'Metal', value: 'Gold' },
    ];
    const { lines } = sumsWith({ lineItems: [item('a', 1, '5.00', { variantOptions })], grandTotal: pounds('5.00') });
    expect(lines[0]?.description).toBe('Ring a (M, Gold)');
  });

  const bought = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), price: fc.nat(90_000) }), {
    minLength: 1,
    maxLength: 8,
  });
  const pence = fc.nat(200_000);

  it('add up to the grand total less the refunds, to the penny, whatever the order is made of', () => {
    fc.assert(
      fc.property(bought, fc.tuple(pence, pence, pence, pence, pence), fc.boolean(), (items, sums, isExclusive) => {
        const [shipping, tax, discount, refunded, odd] = sums;
        const subtotal = items.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
        const money = (minor: number) => pounds(decimalFromMinor(minor, gbp));
        const grand = Math.max(0, subtotal + shipping + (isExclusive ? tax : 0) - discount) + (odd % 7 === 0 ? odd : 0);
        const { lines, total } = sumsWith({
          lineItems: items.map(({ quantity, price }, index) =>
            item(String(index), quantity, decimalFromMinor(price, gbp)),
          ),
          shippingTotal: money(shipping),
          taxTotal: money(tax),
          discountTotal: money(discount),
          grandTotal: money(grand),
          refundedTotal: money(refunded),
          priceTaxInterpretation: isExclusive ? 'EXCLUSIVE' : 'INCLUSIVE',
        });
        expect(total).toBe(grand - refunded);
        expect(lines.reduce((sum, { lineTotal }) => sum + lineTotal, 0)).toBe(total);
        for (const { quantity, unitPrice, discount: off, lineTotal } of lines) {
          expect(lineTotal).toBe(quantity * unitPrice - off);
          expect(off).toBeGreaterThanOrEqual(0);
          if (quantity > 0) expect(lineTotal).toBeGreaterThanOrEqual(0);
        }
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
      }),
    );
  });
});
