import { expect, test } from 'vitest';
import { shopHome } from './shop-home.ts';

test('what is held says for whom, by number and by name', async () => {
  const home = await shopHome({ size: 600 });
  await home.sync();
  const { held, open } = await home.with(async ({ queue, problems }) => ({
    held: queue.list({ state: 'held' }),
    open: problems.list({ kind: 'customer', state: 'open' }),
  }));
  expect(held).toHaveLength([...home.shop.held()].length);
  // Marks that sentences are made of are left out of a name.
  const names = new Map<string, string>(open.map(({ key, name }) => [key, name.replaceAll(';', '')]));
  for (const { reason } of held) {
    const [, key = '', name] = /^held: customer (\S+)(?:, (.+),)? has not been accepted yet$/.exec(reason ?? '') ?? [];
    expect([key, name]).toEqual([key, names.get(key) === key ? undefined : names.get(key)]);
  }
  expect(held.filter(({ reason }) => reason?.includes(', ')).length).toBeGreaterThan(held.length / 2);
});
