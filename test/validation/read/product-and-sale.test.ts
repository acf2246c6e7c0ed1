import { describe, expect, it } from 'vitest';
import { createSaleReader } from '../../../src/validation/read/sale-reader.ts';
import { readProduct, readSale, shop, soundLine, soundProduct, soundSale } from '../shop.ts';

describe('reading a product', () => {
  it('changes nothing in a clean row', () => {
    const { record, cleanings, faults } = readProduct(soundProduct);
    expect({ cleanings, faults }).toEqual({ cleanings: [], faults: [] });
    expect(record).toMatchObject({
      sku: 'R-100',
      price: { minor: 8900, currency: 'GBP' },
      stock: 3,
      active: true,
      updatedAt: '2026-01-01T09:00:00.000Z',
    });
  });

  it.each([
    ['89', 8900],
    ['89.5', 8950],
    ['1234.50', 123450],
    ['1.234,50', 123450],
    ['1,234.50', 123450],
    ["1'234.50", 123450],
    ['12,5', 1250],
    ['-3.00', -300],
  ])('reads the price %s', (price, minor) => {
    expect(readProduct({ price }).record.price).toEqual({ minor, currency: 'GBP' });
  });

  it.each(['12.3456', '1,234', '12.345', 'POA', '1.2.3,4', '12,345,6'])('cannot read the price %s', (price) => {
    const { record, faults } = readProduct({ price });
    expect(faults).toEqual([{ field: 'price', code: 'wrong_type' }]);
    expect(record).toEqual({ key: '7' });
  });

  it('reads a price in the row’s own currency', () => {
    expect(readProduct({ price: '500', currency: 'jpy' }).record).toEqual({
      key: '7',
      price: { minor: 500, currency: 'JPY' },
    });
    expect(readProduct({ price: '500', currency: 'pounds' }).faults).toEqual([
      { field: 'currency', code: 'wrong_type' },
    ]);
  });

  it.each([
    ['5.000', 5],
    ['-2', -2],
    ['+3', 3],
  ])('reads the stock %s', (stock, pieces) => {
    expect(readProduct({ stock }).record.stock).toBe(pieces);
  });

  it.each(['2.5', '1,000', 'many'])('cannot read the stock %s', (stock) => {
    expect(readProduct({ stock }).faults).toEqual([{ field: 'stock', code: 'wrong_type' }]);
  });
});

describe('reading an article of a shop front', () => {
  it('leaves what only the shop front knows out of the record', () => {
    const { record, raw } = readProduct({ sku: 'R-100', kind: 'PHYSICAL', salePrice: '5.00' });
    expect(record).toEqual({ key: '7', sku: 'R-100' });
    expect(raw('kind')).toBe('PHYSICAL');
  });
});

describe('reading a sale', () => {
  it('changes nothing in clean rows', () => {
    const { record, cleanings, faults } = readSale(soundSale, [soundLine], [{ method: 'Card', amount: '84.00' }]);
    expect({ cleanings, faults }).toEqual({ cleanings: [], faults: [] });
    expect(record).toEqual({
      key: '7',
      channel: 'pos',
      currency: 'GBP',
      customerKey: '12',
      soldAt: '2026-05-01T10:04:00.000Z',
      total: 8400,
      staff: 'Ann',
      promoCode: null,
      reference: 'R1',
      lines: [
        { sku: 'R-100', description: 'Silver ring', quantity: 1, unitPrice: 8900, discount: 500, lineTotal: 8400 },
      ],
      payments: [{ method: 'Card', amount: 8400 }],
    });
  });

  it('reckons totals that have no column', () => {
    const { record } = readSale({ soldAt: '2026-05-01' }, [
      { description: 'Ring', quantity: '2', unitPrice: '10.00' },
      { description: 'Back', quantity: '-1', unitPrice: '5.00' },
    ]);
    expect(record.lines.map(({ lineTotal }) => lineTotal)).toEqual([2000, -500]);
    expect(record.total).toBe(1500);
    expect(record.lines[0]).not.toHaveProperty('discount');
    expect(record).not.toHaveProperty('payments');
  });

  it('reckons nothing from what is missing', () => {
    const { record } = readSale({ soldAt: null }, [{ description: 'Ring', quantity: null, unitPrice: '10.00' }]);
    expect(record.lines[0]?.lineTotal).toBeNull();
    expect(record.total).toBeNull();
  });

  it('orders lines by their keys, numbers as numbers', () => {
    const read = createSaleReader({ sale: ['soldAt'], saleLine: ['description'], shop });
    const lines = ['7-10', '7-9', '7-2', '10'].map((key) => ({ key, cells: [key] }));
    const { record } = read('7', [null], { lines });
    expect(record.lines.map(({ description }) => description)).toEqual(['7-2', '7-9', '7-10', '10']);
  });

  it('reads a web sale, and leaves what a shop front adds to it out of the record', () => {
    const read = createSaleReader({
      sale: ['key', 'total', 'standing', 'email'],
      saleLine: ['key', 'saleKey', 'description', 'quantity', 'unitPrice', 'variant'],
      shop,
      channel: 'web',
    });
    const cells = ['web-1', '10.00', 'void', 'ada@example.com'];
    const line = { key: 'web-1-1', cells: ['web-1-1', 'web-1', 'Ring', '1', '10.00', 'web-v'] };
    const { record, raw } = read('web-1', cells, { lines: [line] });
    expect(record).toEqual({
      key: 'web-1',
      channel: 'web',
      currency: 'GBP',
      total: 1000,
      lines: [{ description: 'Ring', quantity: 1, unitPrice: 1000, lineTotal: 1000 }],
    });
    expect([raw('standing'), raw('lines[0].variant')]).toEqual(['void', 'web-v']);
  });

  it('names the line in which something could not be understood', () => {
    const { record, faults, raw } = readSale({ soldAt: null }, [
      soundLine,
      { ...soundLine, quantity: '1.5', unitPrice: 'x' },
    ]);
    expect(faults).toEqual([
      { field: 'lines[1].quantity', code: 'wrong_type' },
      { field: 'lines[1].unitPrice', code: 'wrong_type' },
    ]);
    expect(record.lines[1]).toMatchObject({ quantity: null, unitPrice: null });
    expect(raw('lines[1].quantity')).toBe('1.5');
    expect(raw('lines[9].quantity')).toBeNull();
  });

  it('reads again with one cell of a line exchanged', () => {
    const reading = readSale({ soldAt: null }, [soundLine]);
    expect(reading.with('lines[0].quantity', '3').record.lines[0]?.quantity).toBe(3);
  });
});
