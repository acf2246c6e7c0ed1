import { describe, expect, test } from 'vitest';
import { eachOnce, lookAt, sizes } from './look-at.ts';

describe.each(sizes)('the website of a shop of %i customers', (size) => {
  const { till, tally, orders, variants } = lookAt(size);

  test('has variants of every kind', () => {
    expect(eachOnce(tally.matched.map(({ by }) => by))).toEqual(['barcode', 'sku']);
    expect(eachOnce(tally.unmatched.map(({ why }) => why))).toHaveLength(3);
    for (const list of [tally.doubled, tally.drift, tally.uncounted, tally.intangible])
      expect(list.length).toBeGreaterThan(0);
    expect(tally.excluded.flatMap(({ rule }) => Object.keys(rule)).toSorted()).toEqual(
      expect.arrayContaining(['article', 'category', 'name']),
    );
    expect(tally.excluded.every(({ skus }) => skus.length > 0)).toBe(true);
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
    expect(eachOnce([...told, ...tally.intangible])).toEqual(eachOnce(variants.map(({ sku }) => sku)));
  });
});
