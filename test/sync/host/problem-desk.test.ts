import { describe, expect, test } from 'vitest';
import type { Host, ProblemQuery } from '../../../src/sync/host/host-contract.ts';
import { shopHome, type ShopHome } from '../shop-home.ts';
import { openShop, syncOnce } from './open-host.ts';

const open: ProblemQuery = { state: 'open', sort: 'money', offset: 0, limit: 500 };

async function synced(size = 600): Promise<{ readonly shop: ShopHome; readonly host: Host }> {
  const shop = await shopHome({ size });
  const host = await openShop(shop);
  await syncOnce(host);
  return { shop, host };
}

function firstWith(host: Host, query: Partial<ProblemQuery>) {
  const [found] = host.problems.page({ ...open, ...query }).problems;
  return found ?? expect.fail(`there is no problem with ${JSON.stringify(query)}`);
}

describe('the list of problems', () => {
  test('comes in pages that make up the whole, each in every order', async () => {
    const { host } = await synced();
    const { total, problems } = host.problems.page(open);
    expect(total).toBe(host.state().status?.toMend);
    expect(problems).toHaveLength(total);
    for (const sort of ['money', 'age', 'name'] as const) {
      const pages = Array.from({ length: Math.ceil(total / 7) }, (_, page) =>
        host.problems.page({ ...open, sort, offset: page * 7, limit: 7 }),
      );
      const ids = pages.flatMap((page) => page.problems.map(({ id }) => id));
      expect(new Set(ids).size).toBe(total);
      expect(ids).toHaveLength(total);
    }
    const stakes = problems.map(({ stake }) => stake);
    expect(stakes).toEqual(stakes.toSorted((one, other) => other - one));
  });

  test('is found by any part of what it shows, and its total says how much that is', async () => {
    const { host } = await synced();
    const problem = firstWith(host, { rule: 'bad_phone' });
    const found = host.problems.page({ ...open, search: `${problem.key} ${problem.origin.toLowerCase()}`, limit: 1 });
    expect(found.problems.map(({ key }) => key)).toContain(problem.key);
    expect(found.total).toBeLessThan(host.problems.page(open).total);
    expect(host.problems.page({ ...open, search: 'nobody is called so' })).toEqual({ total: 0, problems: [] });
  });

  test('tells the age of problems by the shop’s clock', async () => {
    const { host, shop } = await synced();
    expect(host.problems.page({ ...open, olderThanDays: 7 }).total).toBe(0);
    shop.clock.now += 8 * 86_400_000;
    expect(host.problems.page({ ...open, olderThanDays: 7 }).total).toBe(host.problems.page(open).total);
  });

  test('shows the value with what is wrong in it marked', async () => {
    const { host } = await synced();
    const { value, marked } = firstWith(host, { rule: 'bad_phone' });
    expect(marked.map(({ text }) => text).join('')).toBe(value);
  });

  test('adds up to its groups', async () => {
    const { host } = await synced();
    const groups = host.problems.groups({});
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(host.problems.page(open).total);
    for (const { code, field, kind, count } of groups)
      expect(host.problems.page({ ...open, rule: code, field, kind }).total).toBe(count);
  });

  test('is assigned, and only those of one person are listed', async () => {
    const { host } = await synced();
    const ids = host.problems.page({ ...open, limit: 3 }).problems.map(({ id }) => id);
    expect(host.problems.assign(ids, 'Ann')).toBe(3);
    expect(host.problems.assignees()).toEqual(['Ann']);
    expect(host.problems.page({ ...open, assignee: 'Ann' }).problems.map(({ id }) => id)).toEqual(ids);
    expect(host.problems.card(ids[0] ?? 0).assignee).toBe('Ann');
  });

  test('is printed, and written for a spreadsheet, as it was filtered', async () => {
    const { host } = await synced();
    const query = { state: 'open', sort: 'money', rule: 'bad_phone' } as const;
    const { name } = firstWith(host, query);
    const html = host.problems.document(query, 'html');
    expect(html).toContain('<!doctype html>');
    expect(html).not.toContain('postcode');
    const csv = host.problems.document(query, 'csv');
    expect(csv).toContain(name);
    expect(csv.trim().split('\r\n')).toHaveLength(host.problems.page({ ...open, ...query }).total + 1);
  });
});

describe('a card', () => {
  test('shows the record as it would be sent, with the bad field as it stands in the till', async () => {
    const { host } = await synced();
    const problem = firstWith(host, { rule: 'bad_phone' });
    const { record, history, matters } = host.problems.card(problem.id);
    expect(record.filter(({ bad }) => bad)).toContainEqual({
      field: expect.stringContaining(`(${problem.origin})`) as string,
      value: problem.value,
      bad: true,
    });
    expect(record.some(({ bad, value }) => !bad && value !== '')).toBe(true);
    expect(history.map(({ what }) => what)).toEqual(['opened']);
    expect(matters).toMatch(/^GenieAI gets this customer without the (?:phone|mobile) number\.$/);
  });

  test('says which sales wait with a customer who is withheld, and what they are worth', async () => {
    const { host } = await synced(1500);
    const [withheld] = host.problems
      .page({ ...open, kind: 'customer', severity: 'block' })
      .problems.filter(({ stake }) => stake > 0);
    const { id } = withheld ?? expect.fail('nobody with sales is withheld');
    expect(host.problems.card(id).matters).toMatch(
      /^GenieAI will not take this customer; \d+ sales? worth £[\d,.]+ waits? with this customer\.$/,
    );
  });

  test('shows the lines of a sale, and which of them is wrong', async () => {
    const { host } = await synced(1500);
    const problem = firstWith(host, { kind: 'sale' });
    const { record } = host.problems.card(problem.id);
    expect(record.some(({ field }) => field.startsWith('Line'))).toBe(true);
    expect(record.some(({ bad }) => bad)).toBe(true);
  });

  test('that there is not says so', async () => {
    const { host } = await synced(300);
    expect(() => host.problems.card(999_999)).toThrow('there is none with this number');
  });
});
