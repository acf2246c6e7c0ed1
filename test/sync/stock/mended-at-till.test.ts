import { describe, expect, test } from 'vitest';
import { whereToMend } from '../../../renderer/screens/problems/where-to-mend.ts';
import { ringShop, type RingShop } from './ring-shop.ts';

async function problemWith(shop: RingShop, rule: string) {
  const [found] = (await shop.agent()).problems.list({ rule, state: 'open' });
  return found ?? expect.fail(`no problem ${rule} is open`);
}

describe('a problem of the website that is mended at the till', () => {
  test('names the till’s price, and what stands there, from the moment of the refusal', async () => {
    const shop = await ringShop([{ code: 'R-1', stock: 5, price: '1000000.01', website: { price: '100.00' } }], {
      website: { prices: true },
    });
    await shop.sync();
    const refused = await problemWith(shop, 'price_refused');
    expect(refused).toMatchObject({ kind: 'price', origin: 'ART.PRICE (R-1)', value: '1000000.01' });
    expect(whereToMend(refused, {})).toEqual({ at: 'till', table: 'ART', field: 'PRICE', number: 'R-1' });
    await shop.sync();
    expect(await problemWith(shop, 'price_refused')).toMatchObject({ id: refused.id, origin: refused.origin });
    shop.till("UPDATE ART SET PRICE = '100.01'");
    await shop.settle();
    expect((await shop.agent()).problems.get(refused.id)).toMatchObject({ state: 'closed', closedAs: 'mended' });
  });

  test('names the till’s articles that share a number', async () => {
    const shop = await ringShop([
      { code: 'R-1', stock: 5 },
      { code: 'r-1', stock: 2, website: null },
    ]);
    await shop.sync();
    const doubled = await problemWith(shop, 'matched_twice');
    expect(doubled.origin).toMatch(/^ART\.CODE \((?:R-1, r-1|r-1, R-1)\)$/);
    expect(whereToMend(doubled, {})).toMatchObject({ at: 'till', table: 'ART', field: 'CODE' });
  });

  test('stays the website’s own where nothing is wrong at the till', async () => {
    const shop = await ringShop([
      { code: 'R-1', stock: 5 },
      { code: 'R-2', stock: 5, website: { sku: 'OTHER' } },
    ]);
    await shop.sync();
    const unmatched = await problemWith(shop, 'unmatched_variant');
    expect(unmatched.origin).toBe('');
    expect(whereToMend(unmatched, {}).at).toBe('website');
  });
});
