import { describe, expect, test } from 'vitest';
import type { WebsiteSettings } from '../../../src/settings/settings.ts';
import { createArticleRules } from '../../../src/sync/stock/article-rules.ts';

const ring = { numbers: ['R-118', 'SQ1'], category: 'Rings', names: ['Silver ring (925)'] };
const website: WebsiteSettings = {
  stock: true,
  prices: false,
  skuCase: 'ignored',
  buffer: 1,
  buffers: [],
  exclude: [],
  keyed: true,
  countsFromDays: 14,
};

describe('rules about single articles', () => {
  test.each([
    { rule: { article: 'r-1*' }, fits: true, words: 'article r-1*' },
    { rule: { article: 'R-1' }, fits: false },
    { rule: { category: 'rings' }, fits: true, words: 'category rings' },
    { rule: { name: '*(925)' }, fits: true, words: 'name *(925)' },
    { rule: { name: '.*' }, fits: false },
    { rule: { category: 'rings', name: 'gold*' }, fits: false },
    { rule: { category: 'rings', name: 'silver*' }, fits: true, words: 'category rings, name silver*' },
    { rule: {}, fits: false },
  ])('$rule fits: $fits', ({ rule, fits, words }) => {
    const rules = createArticleRules({ ...website, exclude: [rule] });
    expect(rules.excludedBy(ring)).toBe(fits ? words : undefined);
  });

  test('of several numbers to keep back the first that fits counts, else the one for all', () => {
    const rules = createArticleRules({
      ...website,
      buffers: [
        { category: 'Rings', pieces: 3 },
        { article: 'R-118', pieces: 0 },
      ],
    });
    expect(rules.kept(ring)).toBe(3);
    expect(rules.kept({ ...ring, category: 'Chains' })).toBe(0);
    expect(rules.kept({ numbers: ['C-1'], category: null, names: [] })).toBe(1);
  });
});
