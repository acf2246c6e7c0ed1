import { expect, test } from 'vitest';
import { matchArticles, type Item } from '../../src/identity/articles.ts';
import type { TillKey } from '../../src/model/ids.ts';
import { createSampleShop } from '../../src/sandbox/shop/shop.ts';
import { createSampleWebsite } from '../../src/sandbox/shop/website/website.ts';

const text = (value: string | number | null | undefined): string | null => value?.toString() ?? null;

test.each([300, 12_000])(
  'of a shop of %i customers every variant is found to be its article, or is said to be none',
  (size) => {
    const shop = createSampleShop({ size });
    const site = createSampleWebsite(shop);
    const articles = [...shop.products()].map(({ values }): Item => {
      const { key, sku, barcode, name } = values;
      return { key: String(key) as TillKey, sku: text(sku), barcode: text(barcode), name: text(name) };
    });
    const variants = site.content().products.flatMap((product, place) =>
      product.variants.map(({ sku, gtin }, at): Item => {
        return { key: `web-${place}-${at}` as TillKey, sku, barcode: gtin ?? null, name: product.name };
      }),
    );
    const skuOf = new Map<string, string | null>(variants.map(({ key, sku }) => [key, sku]));
    const { matched, unmatched, doubled } = matchArticles({ articles, variants, aliases: [], skuCase: 'ignored' });

    const found = new Map(matched.map(({ variant, article, by }) => [skuOf.get(variant), `${article} by ${by}`]));
    const wrong = site.tally.matched.filter(({ sku, article, by }) => found.get(sku) !== `${article} by ${by}`);
    expect(wrong).toEqual([]);

    const claimed = doubled.flatMap((each) => each.articles.map((article) => `${article}: ${each.variants.length}`));
    for (const { article, variants: count } of site.tally.doubled) expect(claimed).toContain(`${article}: ${count}`);

    const suggestedFor = new Map(unmatched.map(({ variant, suggestions }) => [skuOf.get(variant), suggestions]));
    for (const { sku, suggested } of site.tally.unmatched) {
      const given = suggestedFor.get(sku);
      expect(given).toBeDefined();
      if (suggested.length > 0) expect(suggested).toContain(given?.[0]);
    }
  },
  60_000,
);
