import { describe, expect, test } from 'vitest';
import { ringShop, type Ring, type RingShop } from './ring-shop.ts';

const rings = (count: number): Ring[] =>
  Array.from({ length: count }, (_, index) => ({ code: `R-${index + 1}`, stock: 5 }));

const priceOf = (shop: RingShop, code: string): number | undefined => shop.site.state.variant(code)?.variant.basePrice;

describe('prices of the website', () => {
  test('are left alone where nobody asked for it', async () => {
    const shop = await ringShop([{ code: 'R-1', stock: 5, price: '120.00', website: { price: '100.00' } }]);
    await shop.settle();
    expect(priceOf(shop, 'R-1')).toBe(100_00);
  });

  test('are the till’s where it was asked for, and what is on sale stays on sale', async () => {
    const shop = await ringShop(
      [
        { code: 'R-1', stock: 5, price: '120.00', website: { price: '100.00', salePrice: '80.00' } },
        { code: 'R-2', stock: 5, price: '120.00' },
      ],
      { website: { prices: true } },
    );
    const report = await shop.sync();
    expect(report.run.reason).toBeUndefined();
    expect([priceOf(shop, 'R-1'), priceOf(shop, 'R-2')]).toEqual([120_00, 120_00]);
    expect(shop.site.state.variant('R-1')?.variant).toMatchObject({ onSale: true, salePrice: 80_00 });
    shop.site.staff.editVariant('R-2', { price: '95.00' });
    await shop.sync();
    expect(priceOf(shop, 'R-2')).toBe(120_00);
  });

  test('that change in a mass stop the run, named and counted', async () => {
    const shop = await ringShop(rings(60), { website: { prices: true } });
    await shop.settle();
    shop.till("UPDATE ART SET PRICE = '1.00'");
    const { run } = await shop.sync();
    expect(run.guard).toMatchObject({ guard: 'price-change', count: 60 });
    expect(priceOf(shop, 'R-1')).toBe(100_00);
  });
});

describe('the guards and the rehearsal of stock', () => {
  test('articles that would fall to nothing in a mass stop the run; what is on order counts', async () => {
    const shop = await ringShop(rings(40));
    await shop.settle();
    for (let index = 1; index <= 40; index++) shop.site.shoppers.checkout({ sku: `R-${index}`, quantity: 2 });
    shop.till('UPDATE ART SET QTY = 2');
    const { run } = await shop.sync();
    expect(run.guard).toMatchObject({ guard: 'stock-to-zero', count: 40, of: 40 });
    expect(run.guard?.examples[0]).toContain('3 → 0');
    expect(shop.shown('R-1')).toBe(3);
    await shop.sync({ allow: ['stock-to-zero'] });
    expect(shop.shown('R-1')).toBe(0);
  });

  test('the very first run asks, too, before a till that counts nothing takes the website’s articles off sale', async () => {
    const shop = await ringShop(rings(40).map((ring) => ({ ...ring, stock: 0, website: { stock: 5 } })));
    const { run } = await shop.sync();
    expect(run.guard).toMatchObject({ guard: 'stock-to-zero', count: 40, of: 40 });
    expect(run.guard?.examples[0]).toMatch(/^article (R-\d+), Ring \1: 5 → 0$/);
    expect(shop.shown('R-1')).toBe(5);
    await shop.sync({ allow: ['stock-to-zero'] });
    expect(shop.shown('R-1')).toBe(0);
  });

  test('a rehearsal says what would go, in how many requests, and sends nothing', async () => {
    const shop = await ringShop(rings(60));
    await shop.settle();
    shop.till("UPDATE ART SET QTY = 4 WHERE CODE <> 'R-1'", "UPDATE ART SET QTY = 6 WHERE CODE = 'R-1'");
    const agent = await shop.agent();
    shop.clock.now += 60_000;
    const { destinations } = await agent.preview({ signal: new AbortController().signal });
    const [planned] = Object.values(destinations);
    expect(planned?.kinds.stock).toMatchObject({ create: 0, update: 60, unchanged: 0 });
    expect(planned?.requests).toBe(3);
    expect(shop.shown('R-2')).toBe(5);
  });

  test('the account has every article in one place', async () => {
    const shop = await ringShop(
      [...rings(3), { code: 'X-1', stock: 1, website: { sku: 'other' } }, { code: 'S-1', stock: 1, category: 'Sets' }],
      { website: { exclude: [{ category: 'Sets' }] } },
    );
    await shop.settle();
    shop.till("UPDATE ART SET QTY = 1 WHERE CODE = 'R-1'");
    const { account } = await shop.sync();
    const [counts] = Object.values(account);
    expect(counts?.stock).toEqual({ rows: 5, unchanged: 2, sent: 1, waiting: 0, problem: 1, excluded: 1, joined: 0 });
  });
});

describe('the age of the website’s stock', () => {
  test('is that of the last reading of the till; what waits is older, and says why', async () => {
    const shop = await ringShop(rings(3));
    await shop.settle();
    const agent = await shop.agent();
    expect(agent.status().stock).toMatchObject({ fresh: 3, older: [] });
    shop.site.faults.add({ kind: 'answer', path: '*/adjustments', status: 503, times: null });
    shop.till("UPDATE ART SET QTY = 1 WHERE CODE = 'R-1'");
    await shop.sync();
    const noticed = agent.stock.list().find(({ sku }) => sku === 'R-1')?.asOf;
    expect(agent.stock.age()).toMatchObject({ fresh: 2, older: [{ why: 'waiting', articles: 1, since: noticed }] });
    shop.site.faults.clear();
    await shop.sync();
    expect(agent.stock.age()).toMatchObject({ fresh: 3, older: [] });
  });
});
