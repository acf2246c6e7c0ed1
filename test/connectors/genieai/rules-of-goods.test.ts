import { describe, expect, it } from 'vitest';
import type { Cells } from '../../validation/shop.ts';
import {
  context,
  judgeProduct,
  judgeSale,
  readProduct,
  readSale,
  soundLine,
  soundProduct,
  soundSale,
} from '../../validation/shop.ts';

const long = (length: number) => 'x'.repeat(length);
const drop = 'drop-field';
const block = 'block';

type Row = [what: string, cells: Cells, field: string, code: string, severity: string];

describe('a product', () => {
  it('without a fault is sent as it is', () => {
    expect(judgeProduct(readProduct(soundProduct), context).findings).toEqual([]);
  });

  it.each([
    ['no article number', { sku: null }, 'sku', 'required', block],
    ['a long article number', { sku: long(41) }, 'sku', 'too_long', block],
    ['no name', { name: null }, 'name', 'required', block],
    ['a long name', { name: long(121) }, 'name', 'too_long', block],
    ['a lost character in its name', { name: 'R\ufffdng' }, 'name', 'bad_character', block],
    ['a long category', { category: long(61) }, 'category', 'too_long', drop],
    ['a lost character in its metal', { metal: 'G\ufffdld' }, 'metal', 'bad_character', drop],
    ['a long stone', { stone: long(61) }, 'stone', 'too_long', drop],
    ['no price', { price: null }, 'price', 'required', block],
    ['a price below nothing', { price: '-1.00' }, 'price', 'not_allowed', block],
    ['a price with four places', { price: '12.3456' }, 'price', 'wrong_type', block],
    ['a currency that is none', { currency: 'XQX' }, 'currency', 'not_allowed', block],
    ['a currency in words', { currency: 'pounds' }, 'currency', 'wrong_type', block],
    ['a wrong check digit', { barcode: '5012345678901' }, 'barcode', 'bad_barcode', drop],
    ['a barcode of seven digits', { barcode: '5012345' }, 'barcode', 'bad_barcode', drop],
    ['less than no stock', { stock: '-1' }, 'stock', 'not_allowed', drop],
    ['too much stock', { stock: '1000001' }, 'stock', 'not_allowed', drop],
    ['half a piece in stock', { stock: '2.5' }, 'stock', 'wrong_type', drop],
    ['an unclear state', { active: 'perhaps' }, 'active', 'wrong_type', drop],
    ['a change on no day', { updatedAt: 'long ago' }, 'updatedAt', 'bad_date', drop],
  ] as Row[])('with %s', (...[, cells, field, code, severity]) => {
    const { send, findings } = judgeProduct(readProduct({ ...soundProduct, ...cells }), context);
    expect(findings.map((finding) => [finding.field, finding.code, finding.severity])).toEqual([
      [field, code, severity],
    ]);
    if (severity === block) expect(send).toBeNull();
    else expect(send).not.toHaveProperty(field);
  });

  it('priced in a currency with more places than GenieAI has is withheld', () => {
    const { findings } = judgeProduct(readProduct({ ...soundProduct, currency: 'KWD', price: '1.234' }), context);
    expect(findings).toMatchObject([{ field: 'price', code: 'wrong_type' }]);
  });
});

describe('a sale', () => {
  const judge = (head: Cells, line: Cells = {}, payment?: Cells) =>
    judgeSale(readSale({ ...soundSale, ...head }, [{ ...soundLine, ...line }], payment && [payment]), context);

  it('without a fault is sent as it is', () => {
    expect(judge({}, {}, { method: 'Card', amount: '84.00' }).findings).toEqual([]);
  });

  it.each([
    ['no day', { soldAt: null }, {}, 'soldAt', 'required', block],
    ['a day ahead', { soldAt: '2026-11-21 12:00:01' }, {}, 'soldAt', 'bad_date', block],
    ['a day before 1990', { soldAt: '1989-12-31 23:59:59' }, {}, 'soldAt', 'bad_date', block],
    ['no readable day', { soldAt: 'Monday' }, {}, 'soldAt', 'bad_date', block],
    ['no total', { total: null }, {}, 'total', 'required', block],
    ['an unreadable total', { total: 'x' }, {}, 'total', 'wrong_type', block],
    ['a total that is not the sum', { total: '84.01' }, {}, 'total', 'total_mismatch', block],
    ['a long seller', { staff: long(61) }, {}, 'staff', 'too_long', drop],
    ['a long code', { promoCode: long(51) }, {}, 'promoCode', 'too_long', drop],
    ['a long reference', { reference: long(61) }, {}, 'reference', 'too_long', drop],
    ['an unknown currency', { currency: 'XQX' }, {}, 'currency', 'not_allowed', block],
    ['a line without words', {}, { description: null }, 'lines[0].description', 'required', block],
    ['a line with too many words', {}, { description: long(201) }, 'lines[0].description', 'too_long', block],
    ['a line with a lost character', {}, { description: 'R\ufffdng' }, 'lines[0].description', 'bad_character', block],
    ['a long article number', {}, { sku: long(41) }, 'lines[0].sku', 'too_long', block],
    ['a line without pieces', {}, { quantity: null }, 'lines[0].quantity', 'required', block],
    ['a line with half a piece', {}, { quantity: '0.5' }, 'lines[0].quantity', 'wrong_type', block],
    ['a line without a price', {}, { unitPrice: null }, 'lines[0].unitPrice', 'required', block],
    ['an unreadable price', {}, { unitPrice: '12.3456' }, 'lines[0].unitPrice', 'wrong_type', block],
    [
      'a line that does not add up',
      { total: '83.00' },
      { lineTotal: '83.00' },
      'lines[0].lineTotal',
      'line_total_mismatch',
      block,
    ],
    ['a line without a total', {}, { lineTotal: null }, 'lines[0].lineTotal', 'required', block],
  ] as [string, Cells, Cells, string, string, string][])('with %s', (...[, head, line, field, code, severity]) => {
    const { send, findings } = judge(head, line);
    expect(findings.map((finding) => [finding.field, finding.code, finding.severity])).toEqual([
      [field, code, severity],
    ]);
    if (severity === block) expect(send).toBeNull();
    else expect(send).not.toHaveProperty(field);
  });

  it('that sells no pieces is withheld', () => {
    const { findings } = judge({ total: '-5.00' }, { quantity: '0', lineTotal: '-5.00' });
    expect(findings).toMatchObject([{ field: 'lines[0].quantity', code: 'not_allowed' }]);
  });

  it('with a discount below nothing is withheld', () => {
    const { findings } = judge({ total: '94.00' }, { discount: '-5.00', lineTotal: '94.00' });
    expect(findings).toMatchObject([{ field: 'lines[0].discount', code: 'not_allowed' }]);
  });

  it('without lines, or with more than 200, is withheld', () => {
    expect(judgeSale(readSale({ ...soundSale, total: '0' }, []), context).findings).toMatchObject([
      { field: 'lines', code: 'required' },
    ]);
    const many = readSale(
      { ...soundSale, total: '16884.00' },
      Array.from({ length: 201 }, () => soundLine),
    );
    expect(judgeSale(many, context).findings).toMatchObject([{ field: 'lines', code: 'too_long' }]);
  });

  it.each([
    ['a long method', { method: long(31), amount: '84.00' }, 'payments[0].method', 'too_long'],
    ['no method', { method: null, amount: '84.00' }, 'payments[0].method', 'required'],
    ['no amount', { method: 'Card', amount: null }, 'payments[0].amount', 'required'],
    ['an unreadable amount', { method: 'Card', amount: 'x' }, 'payments[0].amount', 'wrong_type'],
  ] as [string, Cells, string, string][])(
    'goes without its payments where one has %s',
    (...[, payment, field, code]) => {
      const { send, findings } = judge({}, {}, payment);
      expect(findings).toMatchObject([{ field, code, severity: drop }]);
      expect(send).not.toHaveProperty('payments');
    },
  );

  it('is withheld while its customer is not there, and sent without one', () => {
    const reading = readSale(soundSale, [soundLine]);
    const { send, findings } = judgeSale(reading, context, { unknownReference: true });
    expect(send).toBeNull();
    expect(findings).toMatchObject([
      { field: 'customerKey', code: 'unknown_contact', value: '12', dependsOn: 'reference' },
    ]);
    expect(judge({ customerKey: null }).findings).toEqual([]);
  });
});
