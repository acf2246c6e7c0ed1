import { describe, expect, test } from 'vitest';
import { matchArticles, type Alias, type Item } from '../../src/identity/articles.ts';

const item = (key: string, parts: Partial<Item> = {}): Item =>
  ({ key, sku: null, barcode: null, name: null, ...parts }) as Item;
const match = (
  articles: readonly Item[],
  variants: readonly Item[],
  parts: { aliases?: readonly Alias[]; skuCase?: 'ignored' | 'counts' } = {},
) => matchArticles({ articles, variants, aliases: parts.aliases ?? [], skuCase: parts.skuCase ?? 'ignored' });

describe('a variant is the article', () => {
  test('with its SKU, blanks around it and the case of its letters left out', () => {
    const { matched } = match([item('1', { sku: 'R-118' })], [item('web-1', { sku: ' r-118 ' })]);
    expect(matched).toEqual([{ variant: 'web-1', article: '1', by: 'sku' }]);
  });

  test('with its SKU in other letters only where the case does not count', () => {
    const { matched } = match([item('1', { sku: 'R-118' })], [item('web-1', { sku: 'r-118' })], { skuCase: 'counts' });
    expect(matched).toEqual([]);
  });

  test('with its barcode, a UPC written as an EAN too', () => {
    const { matched } = match(
      [item('1', { barcode: '0036000291452' })],
      [item('web-1', { sku: 'SQ1', barcode: '036000291452' })],
    );
    expect(matched).toEqual([{ variant: 'web-1', article: '1', by: 'barcode' }]);
  });

  test.each(['sq1234567', 'web-1'])('that staff named for it by %s, whatever else it says', (variant) => {
    const articles = [item('1', { sku: 'R-118' }), item('2', { sku: 'SQ1234567' })];
    const aliases = [{ variant, article: '1' }] as never;
    const { matched } = match(articles, [item('web-1', { sku: 'SQ1234567' })], { aliases });
    expect(matched).toEqual([{ variant: 'web-1', article: '1', by: 'alias' }]);
  });
});

describe('nobody can say which is meant', () => {
  test('where several articles have the SKU', () => {
    const { matched, doubled } = match(
      [item('2', { sku: 'A' }), item('1', { sku: 'a' })],
      [item('web-1', { sku: 'A' })],
    );
    expect(matched).toEqual([]);
    expect(doubled).toEqual([{ articles: ['1', '2'], variants: ['web-1'], by: 'sku', value: 'a' }]);
  });

  test('where several variants have it, and a barcode does not hide that', () => {
    const articles = [item('1', { sku: 'A', barcode: '96385074' })];
    const { matched, doubled } = match(articles, [
      item('web-1', { sku: 'A', barcode: '96385074' }),
      item('web-2', { sku: 'A' }),
    ]);
    expect(matched).toEqual([]);
    expect(doubled).toMatchObject([{ articles: ['1'], variants: ['web-1', 'web-2'] }]);
  });
});

describe('a variant without an article', () => {
  const articles = [
    item('1', { name: 'Silver ring with garnet' }),
    item('2', { name: 'Silver ring with amethyst' }),
    item('3', { name: 'Gold chain, 45 cm' }),
    item('4', { name: 'Silver ring with amethyst, large' }),
  ];

  test.each([
    ['SILVER RING - AMETHYST', ['2', '4']],
    ['Gold chain 45 cm', ['3']],
    ['Gift card', []],
  ])('called %s is likest to %j', (name, suggestions) => {
    expect(match(articles, [item('web-1', { name })]).unmatched).toEqual([{ variant: 'web-1', suggestions }]);
  });

  test('is suggested none that another variant is', () => {
    const matchedOnes = articles.map((each) => ({ ...each, sku: each.key }));
    const variants = [item('web-1', { name: 'Gold chain, 45 cm' }), item('web-2', { sku: '3' })];
    expect(match(matchedOnes, variants).unmatched).toEqual([{ variant: 'web-1', suggestions: [] }]);
  });
});

test('every variant is in one of the lists, also of twenty thousand', () => {
  const articles = Array.from({ length: 20_000 }, (_, at) =>
    item(String(at), { sku: `R-${at}`, name: `Silver ring no. ${at} with stone ${at % 97}` }),
  );
  const variants = Array.from({ length: 20_000 }, (_, at) =>
    item(`web-${at}`, { sku: at % 10 === 0 ? `X-${at}` : `r-${at}`, name: `Silver ring no. ${at}` }),
  );
  const { matched, unmatched, doubled } = match(articles, variants);
  expect({ matched: matched.length, unmatched: unmatched.length, doubled: doubled.length }).toEqual({
    matched: 18_000,
    unmatched: 2000,
    doubled: 0,
  });
  expect(unmatched[1]?.suggestions[0]).toBe('10');
}, 20_000);
