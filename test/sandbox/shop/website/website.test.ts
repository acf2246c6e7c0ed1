import { describe, expect, test } from 'vitest';
import { toE164 } from '../../../../src/model/phone-number.ts';
import { createSampleShop } from '../../../../src/sandbox/shop/shop.ts';
import type { Who } from '../../../../src/sandbox/shop/website/tally.ts';
import {
  createSampleWebsite,
  smallestShopWithWebsite,
  type SampleWebsite,
} from '../../../../src/sandbox/shop/website/website.ts';
import type { SiteOrder } from '../../../../src/sandbox/squarespace/site.ts';

const websiteOf = (size: number, seed = 1) => createSampleWebsite(createSampleShop({ size, seed }));
const asText = (site: SampleWebsite) => JSON.stringify([site.content(), site.tally, [...site.till.sales()]]);
const wordsOf = (texts: readonly string[]) => [...new Set(texts)].toSorted();
const pence = (text: string) => Math.round(Number(text) * 100);

function totalOf({ lines, discount, shipping }: SiteOrder): number {
  const bought = lines.reduce((sum, { quantity, unitPrice = '0' }) => sum + quantity * pence(unitPrice), 0);
  return bought - pence(discount?.amount ?? '0') + pence(shipping?.amount ?? '0');
}

test('the same shop has the same website, to the last byte; another seed makes another', () => {
  expect(asText(websiteOf(400))).toBe(asText(websiteOf(400)));
  expect(asText(websiteOf(400, 2))).not.toBe(asText(websiteOf(400)));
});

test('its size follows from its shop', () => {
  const site = websiteOf(12_000);
  const { products, contacts, orders } = site.content();
  const inCommon = new Set(site.tally.matched.map(({ article }) => article));
  const known = new Set(
    site.tally.joins.flatMap(({ one, other }) => (one.source === 'till' ? [JSON.stringify(other)] : [])),
  );
  expect(orders).toHaveLength(900);
  expect(inCommon.size).toBe(3000);
  expect(products.flatMap(({ variants }) => variants).length).toBeGreaterThan(3000);
  expect(contacts.length).toBeGreaterThan(600);
  expect(known.size / 720).toBeCloseTo(0.4, 1);
});

test('a website of 60,000 contacts is made in seconds', () => {
  const site = createSampleWebsite(createSampleShop({ size: 60_000, sales: 0 }), { people: 66_000, orders: 9000 });
  expect(site.content().contacts.length).toBeGreaterThan(60_000);
}, 30_000);

describe.each([smallestShopWithWebsite, 1000, 12_000])('the website of a shop of %i customers', (size) => {
  const shop = createSampleShop({ size });
  const site = createSampleWebsite(shop);
  const { till, tally } = site;
  const { products, contacts, orders } = site.content();
  const variants = products.flatMap((product) => product.variants);
  const customers = new Map([...till.customers()].map((draft) => [String(draft.values.key), draft]));
  const sales = new Map([...till.sales()].map((draft) => [String(draft.values.key), draft]));
  const orderOf = new Map(orders.map((order) => [order.orderNumber, order]));

  test('knows people under every spelling, and sets every trap', () => {
    expect(wordsOf(tally.joins.map(({ by, how }) => `${by}: ${how}`))).toEqual([
      'address: another e-mail address, the same house',
      'address: another e-mail address, the same house in capitals',
      'email: accents and apostrophes',
      'email: an address of before',
      'email: capitals',
      'email: first and last name changed over',
      'email: hyphen',
      'email: initial for the first name',
      'email: nothing but the website',
      'email: one letter left out',
      'email: short form of the first name',
      'email: small letters',
      'email: two cards at the till',
      'phone: another e-mail address, the same telephone',
      'phone: two addresses on the website',
    ]);
    expect(wordsOf(tally.nonJoins.map(({ trap }) => trap))).toEqual([
      'a couple with one e-mail address',
      'a couple with one initial',
      'family e-mail address',
      'father and son',
      'father and son of one name',
      'one address for everybody',
      'one telephone for an office',
      'same name, another person',
      'sisters with names alike',
    ]);
    expect(wordsOf(tally.sharedAddresses.map(({ knownBy }) => knownBy))).toEqual(['form', 'setting']);
    expect(wordsOf(tally.twoAtTheTill.map(({ agree }) => String(agree)))).toEqual(['false', 'true']);
  });

  test('has orders of every kind', () => {
    expect(wordsOf(orders.map(({ paymentState = '' }) => paymentState))).toEqual([
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
    expect(wordsOf(orders.map(({ fulfillmentStatus = '' }) => fulfillmentStatus))).toHaveLength(3);
    expect(wordsOf(tally.orders.map(({ standing }) => standing))).toEqual(['open', 'sale', 'test', 'void']);
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
    expect(wordsOf(tally.notPairs.map(({ because }) => because))).toEqual(['another person', 'longer number']);
  });

  test('has variants of every kind', () => {
    expect(wordsOf(tally.matched.map(({ by }) => by))).toEqual(['barcode', 'sku']);
    expect(wordsOf(tally.unmatched.map(({ why }) => why))).toHaveLength(3);
    for (const list of [tally.doubled, tally.drift, tally.uncounted, tally.intangible])
      expect(list.length).toBeGreaterThan(0);
    expect(tally.excluded.flatMap(({ rule }) => Object.keys(rule)).toSorted()).toEqual(
      expect.arrayContaining(['article', 'category', 'name']),
    );
    expect(tally.excluded.every(({ skus }) => skus.length > 0)).toBe(true);
  });

  test('everybody in the tally is somewhere', () => {
    const emails = new Set([...contacts, ...orders].map(({ email }) => email?.toLowerCase()));
    const isSomewhere = (who: Who) => (who.source === 'till' ? customers.has(who.key) : emails.has(who.email));
    const named = [...tally.joins, ...tally.nonJoins, ...tally.either].flatMap(({ one, other }) => [one, other]);
    expect(named.filter((who) => !isSomewhere(who))).toEqual([]);
    expect(tally.twoAtTheTill.filter(({ one, other }) => !customers.has(one) || !customers.has(other))).toEqual([]);
  });

  test('nobody is in two persons, and no trap is inside one', () => {
    const person = new Map<string, number>();
    tally.persons.forEach((members, place) => {
      for (const who of members) {
        expect(person.has(JSON.stringify(who))).toBe(false);
        person.set(JSON.stringify(who), place);
      }
    });
    const personOf = (who: Who) => person.get(JSON.stringify(who));
    expect(tally.joins.filter(({ one, other }) => personOf(one) !== personOf(other))).toEqual([]);
    const caught = tally.nonJoins.filter(
      ({ one, other }) => personOf(one) !== undefined && personOf(one) === personOf(other),
    );
    expect(caught).toEqual([]);
  });

  test('has one contact for an e-mail address', () => {
    const emails = contacts.map(({ email }) => email.toLowerCase());
    expect(new Set(emails).size).toBe(emails.length);
  });

  test('who is known by telephone has the same number in both, and no other customer has it', () => {
    const numbers = new Map(
      [...customers].map(([key, { values }]) => [
        key,
        [values.phone, values.mobile].map((typed) => toE164(String(typed ?? ''), 'GB')),
      ]),
    );
    const written = [...contacts.map((each) => each.address), ...orders.map((each) => each.billing)];
    const phones = new Set(written.map((address) => toE164(address?.phone ?? '', 'GB')));
    for (const { one, by } of tally.joins) {
      if (by !== 'phone' || one.source !== 'till') continue;
      const [number] = numbers.get(one.key) ?? [];
      expect(phones).toContain(number);
      expect([...numbers].filter(([, all]) => all.includes(number)).map(([key]) => key)).toEqual([one.key]);
    }
  });

  test('no number and no address in it is anybody’s', () => {
    const drama = /^\+44(?:(?:11[4568]|121|141|151)4960|1914980|2896496|2920180|3069990)\d{3}$/;
    const addresses = [...contacts.map((each) => each.address), ...orders.map((each) => each.billing)];
    const numbers = addresses.flatMap((address) => (address?.phone === undefined ? [] : [toE164(address.phone, 'GB')]));
    expect(numbers.filter((number) => !drama.test(number ?? ''))).toEqual([]);
    const emails = [...contacts, ...orders].flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()]));
    expect(emails.filter((email) => !/@(?:example\.(?:com|org|net)|[a-z-]+\.example)$/.test(email))).toEqual([]);
  });

  test('the till has its own rows as they were, and a few besides', () => {
    const isPlain = new Set([...shop.customers()].map(({ values }) => String(values.key)));
    const plain = [...customers.values()].filter(({ values }) => isPlain.has(String(values.key)));
    expect(plain).toEqual([...shop.customers()]);
    expect(customers.size).toBe([...till.customers()].length);
    expect(sales.size).toBe([...till.sales()].length);
    expect([...till.sales()].at(-1)?.values.key).toBe(100_000 + shop.frame.sales);
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

  test('the website shows the till’s stock less what nobody keyed in, but for what was meddled with', () => {
    const stock = new Map([...till.products()].map(({ values }) => [String(values.key), Number(values.stock)]));
    const keyed = new Set(
      [...tally.pairsByReference, ...tally.pairsByLikeness, ...tally.otherTotals].map(({ order }) => order),
    );
    const open = new Map<string, number>();
    for (const { orderNumber, createdOn, lines, fulfillmentStatus, testmode } of orders) {
      const isOld = createdOn < '2026-11-06';
      if (isOld || keyed.has(orderNumber) || fulfillmentStatus === 'CANCELED' || testmode) continue;
      for (const { sku, quantity } of lines) open.set(sku, (open.get(sku) ?? 0) + quantity);
    }
    const shows = new Map(variants.map((variant) => [variant.sku, variant.stock]));
    for (const { sku, article, due, shown } of tally.matched) {
      expect(due).toBe((stock.get(article) ?? Number.NaN) - (open.get(sku) ?? 0));
      expect(due).toBeGreaterThanOrEqual(0);
      expect(shows.get(sku)).toBe(shown);
      if (shown !== null) expect(shown).toBeGreaterThanOrEqual(0);
    }
    const meddled = tally.matched.filter(({ due, shown }) => shown !== null && shown !== due);
    expect(tally.drift.map(({ sku }) => sku)).toEqual(meddled.map(({ sku }) => sku));
    expect(open.size).toBeGreaterThan(0);
  });

  test('no order lies between the days that count and those that do not', () => {
    const between = orders.filter(({ createdOn }) => createdOn > '2026-11-02' && createdOn < '2026-11-09');
    expect(between).toEqual([]);
  });

  test('variants are the articles that the tally says, and no others', () => {
    const articles = [...till.products()].map(({ values }) => values);
    const bySku = new Map(articles.map(({ sku, key }) => [String(sku).trim().toLowerCase(), String(key)]));
    const byBarcode = new Map(articles.map(({ barcode, key }) => [String(barcode), String(key)]));
    const gtins = new Map(variants.map(({ sku, gtin }) => [sku, gtin]));
    for (const { sku, article, by } of tally.matched) {
      if (by === 'sku') expect(bySku.get(sku.toLowerCase())).toBe(article);
      else expect([bySku.get(sku.toLowerCase()), byBarcode.get(gtins.get(sku) ?? '')]).toEqual([undefined, article]);
    }
    for (const { sku, suggested, meant, why } of tally.unmatched) {
      expect(bySku.has(sku.toLowerCase())).toBe(false);
      expect(gtins.get(sku)).toBeUndefined();
      if (why === 'slip in the SKU') expect(suggested).toContain(meant);
    }
    for (const { sku, article, variants: count } of tally.doubled) {
      expect(bySku.get(sku.toLowerCase())).toBe(article);
      expect(variants.filter((variant) => variant.sku === sku)).toHaveLength(count);
    }
    const told = [...tally.matched, ...tally.unmatched, ...tally.doubled].map(({ sku }) => sku);
    expect(wordsOf([...told, ...tally.intangible])).toEqual(wordsOf(variants.map(({ sku }) => sku)));
  });
});
