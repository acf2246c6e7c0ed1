import { describe, expect, it } from 'vitest';
import type { SiteContact, SiteOrder } from '../../../src/sandbox/squarespace/site.ts';
import { cellsOf, openSite, orderOf, passOf, ring, shopFrontOf } from './reading-fixture.ts';

const billing = {
  firstName: 'Ada',
  lastName: 'Byron',
  address1: '12 High Street',
  city: 'Bury St Edmunds',
  countryCode: 'GB',
  postalCode: 'IP33 1AA',
  phone: '07700 900123',
};

function ordersNamed(count: number): SiteOrder[] {
  return Array.from({ length: count }, (_, index) => orderOf(index + 1));
}

describe('reading a Squarespace site', () => {
  it('brings an order with its lines, and whoever placed it', async () => {
    const order = orderOf(1, {
      email: 'Ada@Example.com ',
      billing,
      lines: [{ sku: 'R-1', quantity: 2 }],
      discount: { name: 'Autumn', promoCode: 'AUTUMN', amount: '10.00' },
      shipping: { method: 'Royal Mail', amount: '3.95' },
    });
    const site = await openSite({ content: { orders: [order] } });
    const connector = site.connect();
    const { rows } = await passOf(connector, 'orders');
    const [buyer, sale] = rows;
    if (!buyer || !sale) throw new Error('an order and a buyer were expected');
    expect(sale).toMatchObject({
      kind: 'sale',
      parent: buyer.key,
      key: expect.stringMatching(/^web-[0-9a-f]{24}$/) as string,
    });
    expect(cellsOf(connector, sale)).toMatchObject({
      key: sale.key,
      customerKey: buyer.key,
      currency: 'GBP',
      total: '171.95',
      promoCode: 'AUTUMN',
      reference: '1001',
      standing: 'sale',
      soldAt: '2026-11-21T08:00:00.000Z',
    });
    const lines = (sale.parts ?? []).map((part) => cellsOf(connector, part));
    expect(lines).toMatchObject([
      {
        saleKey: sale.key,
        sku: 'R-1',
        quantity: '2',
        unitPrice: '89.00',
        discount: '10.00',
        lineTotal: '168.00',
        variant: expect.stringMatching(/^web-[0-9a-f-]{36}$/) as string,
      },
      { sku: null, description: 'Shipping (Royal Mail)', lineTotal: '3.95', variant: null },
    ]);
    expect(buyer).toMatchObject({ kind: 'buyer', key: expect.stringMatching(/^web-e-[0-9a-f]{20}$/) as string });
    expect(cellsOf(connector, buyer)).toMatchObject({
      firstName: 'Ada',
      lastName: 'Byron',
      phone: '07700 900123',
      line1: '12 High Street',
      town: 'Bury St Edmunds',
      postcode: 'IP33 1AA',
      country: 'GB',
      orderedAt: '2026-11-21T08:00:00.000Z',
    });
  });

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
  ])('brings orders that are %s, also those that a list hides', async (paymentState, standing) => {
    const site = await openSite({ content: { orders: [orderOf(1, { paymentState })] } });
    const connector = site.connect();
    const { rows } = await passOf(connector, 'orders');
    const sale = rows.find(({ kind }) => kind === 'sale');
    expect(sale && cellsOf(connector, sale)['standing']).toBe(standing);
  });

  it('follows what becomes of an order: refunds with their days, a cancellation, another e-mail address', async () => {
    const site = await openSite({ content: { orders: [orderOf(1), orderOf(2), orderOf(3)] } });
    const connector = site.connect();
    const { position } = await passOf(connector, 'orders');
    site.pass(24 * 3_600_000);
    site.sandbox.staff.refund('1001', '9.00');
    site.sandbox.staff.cancel('1002');
    site.sandbox.staff.changeEmail('1003', 'other@example.com');
    const { rows } = await passOf(connector, 'orders', position);
    const sales = new Map(
      rows.filter(({ kind }) => kind === 'sale').map((row) => [cellsOf(connector, row)['reference'], row]),
    );
    const cellsOfSale = (number: string) => {
      const row = sales.get(number);
      return row && cellsOf(connector, row);
    };
    expect(cellsOfSale('1001')).toMatchObject({ standing: 'sale', total: '80.00' });
    const refund = sales.get('1001')?.parts?.at(-1);
    expect(refund && cellsOf(connector, refund)).toMatchObject({
      description: 'Refund of 2026-11-22',
      quantity: '-1',
      lineTotal: '-9.00',
    });
    expect(cellsOfSale('1002')).toMatchObject({ standing: 'void' });
    expect(cellsOfSale('1003')).toMatchObject({ email: 'other@example.com' });
  });

  it('survives guests without an address or a name, and keeps tests apart', async () => {
    const orders = [orderOf(1, { email: null, channel: 'pos' }), orderOf(2, { testmode: true })];
    const site = await openSite({ content: { orders }, habits: { surprises: 1, emptyLists: 'null' } });
    const connector = site.connect();
    const { rows } = await passOf(connector, 'orders');
    expect(rows.map((row) => [row.kind, row.parent])).toEqual([
      ['sale', null],
      ['sale', null],
    ]);
    expect(rows.map((row) => cellsOf(connector, row)['standing']).toSorted()).toEqual(['sale', 'test']);
  });

  it('tells of a buyer what their latest order says, in whatever order these come', async () => {
    const orders = [3, 1, 2].map((number) =>
      orderOf(number, { email: 'ada@example.com', billing: { ...billing, address1: `${number} High Street` } }),
    );
    for (const firstComes of ['newest', 'oldest'] as const) {
      const site = await openSite({ content: { orders }, habits: { firstComes } });
      const connector = site.connect();
      const { rows } = await passOf(connector, 'orders');
      const buyer = rows.findLast(({ kind }) => kind === 'buyer');
      expect(buyer && cellsOf(connector, buyer)['line1']).toBe('1 High Street');
    }
  });

  it('brings customers with their consent and its day', async () => {
    const person = { firstName: 'Ada', lastName: 'Byron', createdOn: '2026-01-01T00:00:00Z' };
    const contacts: SiteContact[] = [
      { ...person, email: 'a@example.com', joinedOn: '2026-02-01T00:00:00Z', address: billing },
      { ...person, email: 'b@example.com', joinedOn: '2026-02-01T00:00:00Z', leftOn: '2026-03-01T00:00:00Z' },
      { ...person, email: 'c@example.com' },
    ];
    const site = await openSite({ content: { contacts } });
    const connector = site.connect();
    const { rows } = await passOf(connector, 'contacts');
    const cells = rows.map((row) => cellsOf(connector, row));
    const told = cells.map(({ email, marketingEmail, consentedAt }) => [email, marketingEmail, consentedAt]);
    expect(told.toSorted()).toEqual([
      ['a@example.com', 'true', '2026-02-01T00:00:00.000Z'],
      ['b@example.com', 'false', null],
      ['c@example.com', 'false', null],
    ]);
    expect(cells.find(({ email }) => email === 'a@example.com')).toMatchObject({
      firstName: 'Ada',
      phone: '07700 900123',
      line1: '12 High Street',
      firstSeenAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('brings articles by variant, with their kind and without what is only downloaded', async () => {
    const products = [
      {
        name: 'Band',
        variants: [
          { sku: 'B-1', price: '89.00', stock: 2, gtin: '5012345678900', attributes: { Size: 'M' } },
          { sku: 'B-2', price: '99.00', salePrice: '79.00', stock: null, attributes: { Size: 'N' } },
        ],
      },
      { name: 'Voucher', type: 'GIFT_CARD' as const, variants: [{ sku: 'V-1', price: '50.00', stock: null }] },
      { name: 'Pattern', type: 'DIGITAL' as const, variants: [{ sku: 'D-1', price: '5.00', stock: null }] },
    ];
    const site = await openSite({ content: { products } });
    const connector = site.connect();
    const articles = (await passOf(connector, 'products')).rows.map((row) => cellsOf(connector, row));
    const bySku = new Map(articles.map((cells) => [cells['sku'], cells]));
    expect([...bySku.keys()].toSorted()).toEqual(['B-1', 'B-2', 'V-1']);
    expect(bySku.get('B-1')).toMatchObject({
      name: 'Band (M)',
      price: '89.00',
      currency: 'GBP',
      barcode: '5012345678900',
      kind: 'PHYSICAL',
      salePrice: null,
    });
    expect(bySku.get('B-2')).toMatchObject({ price: '99.00', salePrice: '79.00' });
    expect(bySku.get('V-1')).toMatchObject({ kind: 'GIFT_CARD' });
    const stock = (await passOf(connector, 'stock')).rows.map((row) => cellsOf(connector, row));
    expect(stock.find(({ key }) => key === bySku.get('B-1')?.['key'])).toMatchObject({
      quantity: '2',
      unlimited: 'false',
    });
    expect(stock.find(({ key }) => key === bySku.get('B-2')?.['key'])).toMatchObject({ unlimited: 'true' });
  });

  it.each([
    ['newest', 'inclusive', 'mixed'],
    ['oldest', 'exclusive', 0],
    ['newest', 'exclusive', 9],
    ['oldest', 'inclusive', 3],
  ] as const)(
    'brings every order of many once, %s first, bounds %s, %s digits',
    async (firstComes, bounds, fraction) => {
      const site = await openSite({ content: { orders: ordersNamed(230) }, habits: { firstComes, bounds, fraction } });
      const { rows } = await passOf(site.connect(), 'orders');
      const sales = rows.filter(({ kind }) => kind === 'sale').map(({ key }) => key);
      expect(new Set(sales).size).toBe(230);
      expect(sales).toHaveLength(230);
    },
  );

  it('brings orders that were all changed at the same moment', async () => {
    const orders = ordersNamed(120).map((order) => ({ ...order, modifiedOn: '2026-11-20T00:00:00.250Z' }));
    const site = await openSite({ content: { orders } });
    const { rows } = await passOf(site.connect(), 'orders');
    expect(new Set(rows.filter(({ kind }) => kind === 'sale').map(({ key }) => key)).size).toBe(120);
  });

  it('asks the next time for little, and brings what changed since', async () => {
    const site = await openSite({ content: { orders: ordersNamed(130) } });
    const connector = site.connect();
    const { position } = await passOf(connector, 'orders');
    const before = site.asked('/1.0/commerce/orders');
    site.pass(60_000);
    site.sandbox.shoppers.checkout({ sku: 'R-1', quantity: 1, email: 'new@example.com' });
    const { rows } = await passOf(connector, 'orders', position);
    expect(site.asked('/1.0/commerce/orders') - before).toBe(1);
    expect(rows.map((row) => cellsOf(connector, row)['email'])).toContain('new@example.com');
  });

  it('names its rows so that they are never those of a till', async () => {
    const contacts = [{ email: 'a@example.com', firstName: 'A', lastName: 'B', createdOn: '2026-01-01T00:00:00Z' }];
    const site = await openSite({ content: { contacts, orders: ordersNamed(3) } });
    const connector = site.connect();
    const { prefix, streams, fields, origins } = shopFrontOf(connector);
    for (const { name } of streams) {
      const { rows } = await passOf(connector, name);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows.flatMap(({ parts = [], ...whole }) => [whole, ...parts])) {
        expect(row.key.startsWith(prefix)).toBe(true);
        expect(row.cells).toHaveLength((fields[row.kind] ?? []).length);
        expect(row.cells?.[0]).toBe(row.key);
        expect(Object.keys(origins[row.kind] ?? {})).toEqual(fields[row.kind]);
      }
    }
  });

  it('tells the stock of single variants, and leaves out those that are gone', async () => {
    const products = Array.from({ length: 70 }, (_, index) => ring(`R-${index}`));
    const site = await openSite({ content: { products } });
    const connector = site.connect();
    const keys = (await passOf(connector, 'stock')).rows.map(({ key }) => key);
    const gone = ['00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000001'];
    const asked = [...keys.slice(0, 30), `web-${gone[0]}`, ...keys.slice(30), `web-${gone[1]}`, 'web-a/../b'];
    const shown = await shopFrontOf(connector).stockOf(asked, new AbortController().signal);
    expect(shown.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
    expect(shown[0]?.quantity).toBe(100);
  });
});
