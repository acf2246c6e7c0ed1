import { expect, test } from 'vitest';
import { createSampleShop } from '../../../../src/sandbox/shop/shop.ts';
import { createSampleWebsite, type SampleWebsite } from '../../../../src/sandbox/shop/website/website.ts';

const websiteOf = (size: number, seed = 1) => createSampleWebsite(createSampleShop({ size, seed }));
const asText = (site: SampleWebsite) => JSON.stringify([site.content(), site.tally, [...site.till.sales()]]);

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
