import { describe, expect, it } from 'vitest';
import { genieaiRules } from '../../src/connectors/genieai/rules.ts';
import { createJudge } from '../../src/validation/verdict.ts';
import type { Cells } from './shop.ts';
import {
  context,
  judgeCustomer,
  judgeProduct,
  judgeSale,
  readCustomer,
  readProduct,
  readSale,
  shop,
  soundCustomer,
  soundLine,
  soundProduct,
  soundSale,
} from './shop.ts';

const customer = (cells: Cells) =>
  judgeCustomer(readCustomer({ ...soundCustomer, ...cells }), context).findings[0]?.suggestion;

describe('what to type instead', () => {
  it.each([
    ['email', 'jane@gmial.com', 'jane@gmail.com'],
    ['email', 'jane@hotmail.con', 'jane@hotmail.com'],
    ['email', 'jane@hotmail.couk', 'jane@hotmail.co.uk'],
    ['email', 'jane,smith@example,com', 'jane.smith@example.com'],
    ['email', 'jane @ example.com', 'jane@example.com'],
    ['email', 'jane@@example.com', 'jane@example.com'],
    ['email', 'jane.smith.@example.com', 'jane.smith@example.com'],
    ['email', 'jane"example.com', 'jane@example.com'],
    ['email', 'jane(at)example.com', 'jane@example.com'],
    ['email', 'jane@gmailcom', 'jane@gmail.com'],
    ['phone', 'O7700 900123', '07700 900123'],
    ['phone', 'o77oo 9ool23', '07700 900123'],
    ['mobile', '0I632 960l23', '01632 960123'],
    ['postcode', 'IP33IAA', 'IP33 1AA'],
    ['postcode', 'IP33 lAA', 'IP33 1AA'],
    ['postcode', 'SWIA OAA', 'SW1A 0AA'],
    ['postcode', 'IP33-1AA', 'IP33 1AA'],
    ['title', 'Doctor', 'Dr'],
    ['ringSize', 'Size N', 'N'],
    ['ringSize', 'F 1/2.', 'F½'],
  ])('of %s %j is certainly %s', (field, text, value) => {
    expect(customer({ [field]: text })).toEqual({ value, certain: true });
  });

  it.each([
    ['birthday', '2085-03-02', '02/03/1985'],
    ['birthday', '1885-03-02', '02/03/1985'],
    ['birthday', '02/03/85', '02/03/1985'],
    ['birthday', '04/13/1985', '13/04/1985'],
    ['anniversary', '2085-03-02', '02/03/1985'],
    ['phone', '01632 960123 (mother)', '01632 960123'],
    ['phone', '01632 960123 / 07700 900123', '01632 960123'],
    ['phone', '01632 960123 x4', '01632 960123'],
    ['email', 'jane@example.com; john@example.com', 'jane@example.com'],
    ['title', 'Mrrs', 'Mrs'],
  ])('of %s %j may be %s', (field, text, value) => {
    expect(customer({ [field]: text })).toEqual({ value, certain: false });
  });

  it.each([
    ['email', 'jane@example'],
    ['email', 'jane.smith'],
    ['phone', '960123'],
    ['phone', 'ask his mother'],
    ['postcode', 'nowhere'],
    ['postcode', 'IP33'],
    ['birthday', '31/02/1985'],
    ['title', 'Captain'],
    ['ringSize', '54'],
    ['company', 'x'.repeat(101)],
    ['country', 'Narnia'],
  ])('of %s %j nobody can say', (field, text) => {
    expect(customer({ [field]: text })).toBeUndefined();
  });

  it.each([
    ['DE', 'O3O 123456', '030 123456'],
    ['GB', 'O049 30 123456', '+49 30 123456'],
  ])('of a number in a shop of %s that says %s is %s, and is sent as it is dialled', (country, phone, value) => {
    const reading = readCustomer({ ...soundCustomer, country: null, phone }, { country });
    const judge = createJudge({ pack: genieaiRules.customer, shop: { ...shop, country }, isTaken: () => false });
    expect(judge(reading, context).findings[0]?.suggestion).toEqual({ value, certain: true });
    expect(reading.with('phone', value).record.phone).toBe('+4930123456');
  });

  it.each([
    ['DE', '02.03.1985'],
    ['US', '03/02/1985'],
    ['SE', '1985-03-02'],
  ])('of a day is written as people in %s write it: %s', (country, value) => {
    const reading = readCustomer({ ...soundCustomer, postcode: null, birthday: '2085-03-02' }, { country });
    const judge = createJudge({ pack: genieaiRules.customer, shop: { ...shop, country }, isTaken: () => false });
    const { findings } = judge(reading, context);
    expect(findings.find(({ field }) => field === 'birthday')?.suggestion).toEqual({ value, certain: false });
  });

  it('of a country with a slip is its code', () => {
    expect(customer({ country: 'Untied Kingdom' })).toEqual({ value: 'GB', certain: false });
  });

  it.each([
    ['barcode', '5012345678901', { value: '5012345678900', certain: false }],
    ['barcode', '50123456789OO', { value: '5012345678900', certain: true }],
    ['barcode', '36000291452', { value: '036000291452', certain: false }],
    ['price', '£12.50', { value: '12.50', certain: true }],
    ['price', '-12.50', { value: '12.50', certain: false }],
    ['price', 'POA', undefined],
    ['stock', '-1', undefined],
  ])('of %s %j is %j', (field, text, suggestion) => {
    expect(judgeProduct(readProduct({ ...soundProduct, [field]: text }), context).findings[0]?.suggestion).toEqual(
      suggestion,
    );
  });

  it('of a total is the sum of the lines, as a question', () => {
    const { findings } = judgeSale(readSale({ ...soundSale, total: '90.00' }, [soundLine]), context);
    expect(findings[0]?.suggestion).toEqual({ value: '84.00', certain: false });
  });

  it('of a line’s total is what it comes to, unless that would upset the sale’s', () => {
    const line = { ...soundLine, lineTotal: '90.00' };
    const suggestion = (total: string) =>
      judgeSale(readSale({ ...soundSale, total }, [line]), context).findings[0]?.suggestion;
    expect(suggestion('84.00')).toEqual({ value: '84.00', certain: false });
    expect(suggestion('90.00')).toBeUndefined();
  });
});
