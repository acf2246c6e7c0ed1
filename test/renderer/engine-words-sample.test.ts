import { expect, test } from 'vitest';
import { sayGerman } from '../../renderer/words/german/say-german.ts';
import type { GuardName } from '../../src/sync/guards/guard-names.ts';
import { guardNames } from '../../src/sync/guards/guard-names.ts';
import { everyPlantedRule } from '../sandbox/shop/every-planted-rule.ts';
import { openShop } from '../sync/host/open-host.ts';
import { shopHome } from '../sync/shop-home.ts';

/** Words that no German sentence has. */
const english = /\b(the|is|are|of|not|that|this|with|and|would|cannot|has|have|from|it|its|for|or)\b/;

/** The sentences that were left English, wholly or in part. */
function leftEnglish(sentences: Iterable<string | null>): readonly string[] {
  const said = [...new Set(sentences)].filter((each) => each !== null && each !== '');
  return said.filter(
    (each) => each !== null && (sayGerman(each) === each || english.test(sayGerman(each))),
  ) as string[];
}

test('whatever the sample shop and its website have to mend is said in German', async () => {
  const shop = await shopHome({ size: 3000, website: true });
  await shop.sync();
  shop.clock.now += 3_600_000;
  await shop.sync();
  const host = await openShop(shop);
  const groups = host.problems.groups({});
  const seen = new Set(groups.map(({ kind, field, code }) => `${kind} ${field} ${code}`));
  const planted = everyPlantedRule.map((rule) => rule.slice(0, rule.lastIndexOf(' ')));
  expect(planted.filter((rule) => !seen.has(rule))).toEqual([]);
  expect(leftEnglish(groups.flatMap(({ title, says, advice }) => [title, says, advice]))).toEqual([]);

  const { problems } = host.problems.page({ sort: 'name', offset: 0, limit: 5000 });
  expect(problems.length).toBeGreaterThan(200);
  const cards = problems.map(({ id }) => host.problems.card(id));
  expect(leftEnglish(cards.flatMap(({ problem }) => [problem.says, problem.advice]))).toEqual([]);
  // Articles have English names here.
  const details = cards.map(({ problem }) => problem.detail ?? '').filter((detail) => detail !== '');
  expect(details.length).toBeGreaterThan(3);
  expect(details.map(sayGerman).filter((detail) => /is sent|without it|keeps it|: the same/.test(detail))).toEqual([]);
  expect(leftEnglish(cards.map(({ matters }) => matters))).toEqual([]);

  const keys = new Set(problems.slice(0, 60).map(({ key }) => String(key)));
  const agent = host.agent();
  const trails = await Promise.all([...keys].map((key) => agent.find(key, new AbortController().signal)));
  const stations = trails.flat().flatMap(({ steps }) => steps);
  expect(new Set(stations.map(({ step }) => step)).size).toBe(5);
  expect(leftEnglish(stations.map(({ says }) => says))).toEqual([]);
  expect(leftEnglish([agent.status().sentence])).toEqual([]);
}, 120_000);

/** What makes each guard speak. */
const causes: Readonly<Record<GuardName, string>> = {
  'mass-deletion': 'DELETE FROM CUST WHERE rowid % 8 = 0',
  'empty-read': 'DELETE FROM CUST WHERE rowid > 5',
  'wrong-database': 'DELETE FROM CUST WHERE rowid > (SELECT max(rowid) - 30 FROM CUST)',
  'price-change':
    'UPDATE STOCKITM SET RETAIL = RETAIL * 10 WHERE RETAIL > 0 AND CAST(RETAIL * 100 AS INTEGER) = RETAIL * 100',
  'stock-to-zero': 'UPDATE STOCKITM SET QTY = 0 WHERE QTY > 0',
  'email-blanked': `UPDATE CUST SET "EMail" = '' WHERE rowid % 4 = 0`,
  'mass-change': `UPDATE CUST SET FNAME = FNAME || 'x'`,
};

test.each(guardNames)(
  'the guard %s asks in German, and so do its cause and its examples',
  async (name) => {
    const shop = await shopHome({ size: 600 });
    await shop.sync();
    shop.clock.now += 3_600_000;
    shop.till(causes[name]);
    const { run } = await shop.sync({ full: true });
    expect(run.guard?.guard).toBe(name);
    const { guard, reason = '', hint } = run;
    const status = await shop.with(async (agent) => agent.status());
    expect(sayGerman(status.sentence)).toMatch(/^Vor dem Senden angehalten: [^.]+\. Bitte sehen Sie nach\.$/);
    expect(leftEnglish([guard?.what ?? '', guard?.cause ?? '', reason, hint ?? '', status.sentence])).toEqual([]);
    // Articles have English names here.
    const named = guard?.examples.map((example) => sayGerman(example).replace(/, [^:]+/, '')) ?? [];
    expect(named.filter((example) => english.test(example))).toEqual([]);
    expect(guard?.examples.filter((example) => /\b(customer|article|sale)\b/.test(sayGerman(example)))).toEqual([]);
  },
  60_000,
);
