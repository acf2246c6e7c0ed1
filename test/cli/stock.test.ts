import { expect, test } from 'vitest';
import { ringShop } from '../sync/stock/ring-shop.ts';
import { tillbridge, type Ran } from './run-command.ts';

test('the stock command lists figures with their age, tells of drift, mends it, and keeps aliases', async () => {
  const shop = await ringShop([
    { code: 'R-1', stock: 5 },
    { code: 'R-2', stock: 5, name: 'Gold band', website: { sku: 'GB2', stock: 5 } },
  ]);
  await shop.settle();
  shop.site.staff.setStock('R-1', 9);
  await shop.settle();
  await shop.restart();
  const run = (...given: string[]): Promise<Ran> => tillbridge(['--home', shop.home, ...given]);

  const listed = await run('stock');
  expect(listed.stderr).toBe('');
  expect(listed.stdout).toContain('Stock on Squarespace: 1 article');
  expect(listed.stdout).toMatch(/GB2 +Gold band .*no article of the till has this number/);

  const drift = await run('stock', 'drift');
  expect(drift.stdout).toMatch(/R-1 +Ring R-1 +4 too many +somebody changed the stock on the website by hand/);

  const mended = await run('stock', 'mend', 'R-1');
  expect(mended.stdout).toContain('1 article will be right with the next run.');

  const said = await run('stock', 'alias', 'R-2', 'GB2');
  expect(said.stdout).toContain('the website’s GB2 is the till’s R-2');
  expect((await run('stock', 'alias')).stdout).toMatch(/GB2 +R-2/);
  const unknown = await run('stock', 'alias', 'R-99', 'GB2');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('R-99');

  await shop.settle();
  expect(shop.shown('R-1')).toBe(5);
  await shop.restart();
  expect((await run('status')).stdout).toContain('on the website: 2 articles');
  const { articles } = JSON.parse((await run('--json', 'stock')).stdout) as { articles: unknown[] };
  expect(articles).toHaveLength(2);
});
