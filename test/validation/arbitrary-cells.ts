import * as fc from 'fast-check';
import type { Cells } from './shop.ts';

/** Text as tills hold it: words, dirt, and characters that went astray. */
const dirt = fc.string({
  unit: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...'abc XYZ\'-,.;@"&0O1lI5S/'.split('')) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '\t',
        '\n',
        '\r',
        '\u0000',
        '\u0085',
        '\u00a0',
        '\u2003',
        '\ufffd',
        'é',
        'ß',
        '½',
        '\ud83d\ude00',
        '\ud83d',
      ),
    },
  ),
  maxLength: 24,
});
const long = fc.integer({ min: 45, max: 320 }).map((length) => 'x'.repeat(length));
const text = (...likely: readonly string[]) =>
  fc.option(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...likely) },
      { weight: 2, arbitrary: dirt },
      { weight: 1, arbitrary: long },
    ),
    { nil: null },
  );

const day = text(
  '1985-03-02',
  '2085-03-02',
  '02/03/1985',
  '2.3.1985',
  '31/02/1985',
  '02/03/85',
  '1899-12-30',
  '1890-01-01',
  '3 Mar 1985',
);
const moment = text(
  '2024-05-01 10:00:00',
  '2030-01-01',
  '2026-03-29 01:30:00',
  'soon',
  '1899-12-30 00:00:00',
  '1980-01-01',
);
const truth = text('1', '0', 'J', 'N', 'x', 'maybe');
const phone = text(
  '+447700900123',
  '07700 900123',
  'O7700 900123',
  '(01632) 960-123',
  '960123',
  '+44 (0)7700 900123',
  '07700 900123 / 01632 960123',
  '+4407700900123',
  '030 123456',
);
const amount = text('89.0000', '89', '-3.00', '1.234,50', '12.3456', '£12.50', '1,234', 'POA');
const pieces = text('1.000', '2', '-1', '0', '0.5', 'many');

const parts = {
  title: text('Mr', 'MRS.', 'Captain', 'Doctor', 'Mr & Mrs'),
  firstName: text('Jane', ' JANE ', 'jp'),
  lastName: text('Smith', "O'BRIEN", 'DE LA CRUZ', 'MCDONALD'),
  company: text('Rings & Things'),
  email: text(
    'jane@example.com',
    'Jane@GMIAL.com',
    'jane,smith@@example.com',
    '<mailto:jane@example.COM>',
    'jane@example',
    'a@example.com; b@example.com',
    'ja ne@example.com',
  ),
  phone,
  mobile: phone,
  line1: text('12 High Street'),
  line2: text('Flat 3'),
  town: text('Bury'),
  county: text('Suffolk'),
  postcode: text('IP33 1AA', 'ip331aa', 'IP33IAA', 'W1A 1AA', 'SW1A OAA', '10115'),
  country: text('GB', 'uk', 'Deutschland', 'Narnia', 'Untied Kingdom', 'IE'),
  birthday: day,
  anniversary: day,
  marketingEmail: truth,
  marketingSms: truth,
  marketingPost: truth,
  consentedAt: moment,
  tags: text('vip,ring', 'a;b|c', ' ; '),
  ringSize: text('F½', 'f 1/2', 'Size N', '54', 'Z+2'),
  notes: text('one\r\ntwo', 'likes\tgold'),
  firstSeenAt: moment,
  lastPurchaseAt: moment,
};

/** A customer's cells, sound and unsound. */
export const customerCells: fc.Arbitrary<Cells> = fc.record(parts);

/** A product's cells, sound and unsound. */
export const productCells: fc.Arbitrary<Cells> = fc.record({
  sku: text('R-100'),
  name: text('Silver ring'),
  category: text('Rings'),
  metal: text('Silver'),
  stone: text('Ruby'),
  price: amount,
  currency: text('GBP', 'eur', 'KWD', 'pounds'),
  barcode: text('5012345678900', '5012345678901', '50123456', '036000291452', '501234567890O'),
  stock: pieces,
  active: truth,
  updatedAt: moment,
});

/** A sale's own cells. */
export const saleCells: fc.Arbitrary<Cells> = fc.record({
  customerKey: text('12'),
  soldAt: moment,
  total: amount,
  staff: text('Ann'),
  promoCode: text('XMAS'),
  reference: text('R1'),
});

/** The cells of a line of a sale. */
export const lineCells: fc.Arbitrary<Cells> = fc.record({
  sku: text('R-100'),
  description: text('Silver ring'),
  quantity: pieces,
  unitPrice: amount,
  discount: text('5.00', '-1.00', 'x'),
  lineTotal: text('84.00', '89.00', '173.00', 'x'),
});

/** The cells of a payment. */
export const paymentCells: fc.Arbitrary<Cells> = fc.record({ method: text('Card'), amount });
