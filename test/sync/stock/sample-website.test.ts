import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createSampleWebsite } from '../../../src/sandbox/shop/website/website.ts';
import { createSampleShop } from '../../../src/sandbox/shop/shop.ts';
import { shopHome } from '../shop-home.ts';

const { tally } = createSampleWebsite(createSampleShop({ size: 300, asOf: '2026-11-20' }));

test('the sample website’s stock comes to what the tally says, article by article, and so do its problems', async () => {
  const home = await shopHome({
    website: true,
    settings: { website: { exclude: tally.excluded.map(({ rule }) => rule) } },
  });
  const { sandbox } = home.website;
  for (let runs = 0; runs < 3; runs++) {
    home.clock.now += 15 * 60_000;
    const { run } = await home.sync({ allow: ['stock-to-zero', 'mass-change'] });
    expect(run.reason).toBeUndefined();
  }
  await home.with(async (agent) => {
    const lines = agent.stock.list();
    const having = (standing: string): string[] =>
      lines
        .filter((line) => line.standing === standing)
        .map(({ sku }) => sku ?? '')
        .toSorted();
    expect(having('unmatched')).toEqual(tally.unmatched.map(({ sku }) => sku).toSorted());
    expect(having('doubled')).toEqual(
      tally.doubled.flatMap(({ sku, variants }) => Array.from({ length: variants }, () => sku)).toSorted(),
    );
    expect(having('uncounted')).toEqual([...tally.uncounted].toSorted());
    const wrong = tally.matched
      .map(({ sku, due }) => ({ sku, due, shown: sandbox.state.stock(sku) }))
      .filter(({ due, shown, sku }) => !tally.uncounted.includes(sku) && shown !== Math.max(0, due));
    expect(wrong).toEqual([]);
    const till = new Database(home.tillFile, { readonly: true });
    const find = till.prepare<[string], string>('SELECT ARTCODE FROM STOCKITM WHERE "StockCode" = ?').pluck();
    const articleOf = (number = ''): string | undefined => find.get(number);
    const told = agent.problems.list({ state: 'open', rule: 'unmatched_variant' });
    const suggested = tally.unmatched.filter(({ suggested: names }) => names.length > 0);
    for (const { sku, suggested: names } of suggested) {
      expect(names).toContain(articleOf(told.find(({ value }) => value === sku)?.suggestion?.value));
    }
    till.close();
  });
});
