import { describe, expect, test } from 'vitest';
import { ringShop, type Ring, type RingShop } from './ring-shop.ts';

const rings = (count: number, stock = 5): Ring[] =>
  Array.from({ length: count }, (_, index) => ({ code: `R-${index + 1}`, stock }));

const sellAtTheTill = (shop: RingShop, code: string, pieces = 1): void =>
  shop.till(`UPDATE ART SET QTY = QTY - ${pieces} WHERE CODE = '${code}'`);

let saleNumber = 100;

/** Staff key a web order into the till, with its number. */
function keyOrder(
  shop: RingShop,
  { number, code, pieces = 1 }: { number: string; code: string; pieces?: number },
): void {
  saleNumber += 1;
  sellAtTheTill(shop, code, pieces);
  const total = `${pieces * 100}.00`;
  const day = new Date(shop.clock.now).toISOString();
  shop.till(
    `INSERT INTO SALE VALUES (${saleNumber}, NULL, '${day}', '${total}', 'WEB ${number}')`,
    `INSERT INTO LINE VALUES (${saleNumber}, ${saleNumber}, '${code}', 'Ring', ${pieces}, '100.00', '${total}')`,
  );
}

const adjustments = (shop: RingShop): number =>
  shop.site.calls.filter(({ path }) => path.endsWith('/adjustments')).length;

describe('the stock of the website', () => {
  test('follows a sale at the counter with the next run, and goes up again when pieces come in', async () => {
    const shop = await ringShop(rings(3));
    await shop.settle();
    expect(adjustments(shop)).toBe(0);
    sellAtTheTill(shop, 'R-1', 2);
    await shop.sync();
    expect(shop.shown('R-1')).toBe(3);
    shop.till("UPDATE ART SET QTY = 9 WHERE CODE = 'R-1'");
    await shop.sync();
    expect(shop.shown('R-1')).toBe(9);
    expect([shop.shown('R-2'), shop.shown('R-3')]).toEqual([5, 5]);
  });

  test('takes off at the first run what the website has too many of, and adds what it has too few of once that is borne out', async () => {
    const shop = await ringShop([
      { code: 'R-1', stock: 2, website: { stock: 6 } },
      { code: 'R-2', stock: 6, website: { stock: 2 } },
    ]);
    await shop.sync();
    expect([shop.shown('R-1'), shop.shown('R-2')]).toEqual([2, 2]);
    await shop.sync();
    expect([shop.shown('R-1'), shop.shown('R-2')]).toEqual([2, 6]);
  });

  test('leaves alone what the website sold itself, whether staff have keyed the order or not', async () => {
    const shop = await ringShop(rings(1));
    await shop.settle();
    const order = shop.site.shoppers.checkout({ sku: 'R-1', quantity: 2 });
    await shop.sync();
    expect(shop.shown('R-1')).toBe(3);
    keyOrder(shop, { number: order?.orderNumber ?? '', code: 'R-1', pieces: 2 });
    await shop.sync();
    expect(shop.shown('R-1')).toBe(3);
    expect(adjustments(shop)).toBe(0);
  });

  test('does not overwrite a sale between our read and our write', async () => {
    const shop = await ringShop(rings(1));
    await shop.settle();
    sellAtTheTill(shop, 'R-1', 1);
    shop.site.shoppers.beforeNext('*/adjustments', () => void shop.site.shoppers.checkout({ sku: 'R-1', quantity: 1 }));
    await shop.sync();
    expect(shop.shown('R-1')).toBe(3);
  });

  test('keeps pieces back for the shop, and does not call it oversold when only those are left', async () => {
    const shop = await ringShop(rings(1), { website: { buffer: 2 } });
    await shop.sync();
    expect(shop.shown('R-1')).toBe(3);
    sellAtTheTill(shop, 'R-1', 4);
    await shop.sync();
    expect(shop.shown('R-1')).toBe(0);
    expect((await shop.agent()).problems.counts().open).toBe(0);
  });

  test('a sell-out at the counter goes before everything else', async () => {
    const shop = await ringShop(rings(60));
    await shop.settle();
    shop.till("UPDATE ART SET QTY = 9 WHERE CODE <> 'R-60'", "UPDATE ART SET QTY = 0 WHERE CODE = 'R-60'");
    let first: number | null | undefined;
    shop.site.shoppers.beforeNext('*/adjustments', () =>
      shop.site.shoppers.beforeNext('*/adjustments', () => void (first = shop.shown('R-60'))),
    );
    await shop.sync();
    expect(first).toBe(0);
    expect(shop.shown('R-1')).toBe(9);
  });

  test('a variant that went away at that moment does not hold up the other 49', async () => {
    const shop = await ringShop(rings(50));
    await shop.settle();
    shop.till('UPDATE ART SET QTY = 4');
    shop.site.shoppers.beforeNext('*/adjustments', () => shop.site.staff.deleteProduct('R-7'));
    await shop.sync();
    for (let index = 1; index <= 50; index++) {
      if (index !== 7) expect(shop.shown(`R-${index}`)).toBe(4);
    }
    const { problems } = await shop.agent();
    expect(problems.list({ rule: 'variant_gone', state: 'open' })).toHaveLength(1);
    await shop.sync();
    expect(problems.list({ state: 'open' })).toHaveLength(0);
  });

  test('more orders than pieces bring it to none, open a problem, and close it when the till has them', async () => {
    const shop = await ringShop(rings(1, 2));
    await shop.settle();
    shop.site.shoppers.checkout({ sku: 'R-1', quantity: 2 });
    sellAtTheTill(shop, 'R-1', 1);
    await shop.sync();
    expect(shop.shown('R-1')).toBe(0);
    const { problems } = await shop.agent();
    expect(problems.list({ state: 'open' }).map(({ code, value }) => [code, value])).toEqual([['oversold', '1']]);
    shop.till("UPDATE ART SET QTY = 4 WHERE CODE = 'R-1'");
    await shop.sync();
    expect(problems.list({ state: 'open' })).toHaveLength(0);
    expect(shop.shown('R-1')).toBe(2);
  });

  test('articles that cannot be told apart, or that nobody knows, are problems and are not touched', async () => {
    const shop = await ringShop(
      [
        ...rings(1),
        { code: 'R-2', stock: 5, name: 'Gold band', website: { sku: 'R2', stock: 1 } },
        { code: 'SET-1', stock: 5, category: 'Sets', website: { stock: 1 } },
      ],
      { website: { exclude: [{ category: 'sets' }] } },
    );
    await shop.settle();
    expect([shop.shown('R2'), shop.shown('SET-1')]).toEqual([1, 1]);
    const agent = await shop.agent();
    const [problem] = agent.problems.list({ state: 'open' });
    expect(problem).toMatchObject({ code: 'unmatched_variant', value: 'R2', suggestion: { value: 'R-2' } });
    expect(agent.stock.list().find(({ sku }) => sku === 'SET-1')?.because).toBe('left out: category sets');
    agent.stock.say('R-2', 'R2');
    await shop.settle();
    expect(shop.shown('R2')).toBe(5);
    expect(agent.problems.list({ state: 'open' })).toHaveLength(0);
  });

  test('where the website counts nothing, a problem says so, and mending begins to count', async () => {
    const shop = await ringShop([{ code: 'R-1', stock: 5, website: { stock: null } }]);
    await shop.settle();
    expect(shop.shown('R-1')).toBeNull();
    const agent = await shop.agent();
    expect(agent.problems.list({ state: 'open' }).map(({ code }) => code)).toEqual(['stock_not_counted']);
    const { counting } = await agent.stock.mend(['R-1'], new AbortController().signal);
    expect(counting).toHaveLength(1);
    await shop.settle();
    expect(shop.shown('R-1')).toBe(5);
    expect(agent.problems.list({ state: 'open' })).toHaveLength(0);
  });

  test('an order that nobody keyed for days is a problem, and whoever dismisses it says that it is accounted for', async () => {
    const shop = await ringShop(rings(1));
    await shop.settle();
    shop.site.shoppers.checkout({ sku: 'R-1' });
    shop.clock.now += 4 * 86_400_000;
    await shop.sync();
    const { problems } = await shop.agent();
    const [problem] = problems.list({ state: 'open' });
    expect(problem).toMatchObject({ code: 'not_keyed', kind: 'sale' });
    sellAtTheTill(shop, 'R-1', 1);
    problems.dismiss(problem?.id ?? 0, 'rung up without its number');
    await shop.sync();
    expect(shop.shown('R-1')).toBe(4);
  });

  test('a shop that keys no orders takes them off nowhere but on the website', async () => {
    const shop = await ringShop(rings(1), { website: { keyed: false } });
    await shop.settle();
    shop.site.shoppers.checkout({ sku: 'R-1', quantity: 2 });
    sellAtTheTill(shop, 'R-1', 1);
    shop.clock.now += 30 * 86_400_000;
    await shop.settle();
    expect(shop.shown('R-1')).toBe(2);
    expect((await shop.agent()).problems.counts().open).toBe(0);
  });

  test('after a stock-taking, orders that nobody keyed are off the till’s stock', async () => {
    const shop = await ringShop(rings(1));
    await shop.settle();
    shop.site.shoppers.checkout({ sku: 'R-1', quantity: 2 });
    await shop.sync();
    shop.till("UPDATE ART SET QTY = 3 WHERE CODE = 'R-1'");
    const { stock } = await shop.agent();
    expect(() => stock.counted('2026-02-31')).toThrow('there is no such day');
    stock.counted();
    await shop.sync();
    expect(shop.shown('R-1')).toBe(3);
  });

  test('whoever stops sending stock leaves the website as it is, with nothing waiting and nothing to mend', async () => {
    const shop = await ringShop([...rings(1), { code: 'X', stock: 1, website: { sku: 'other' } }]);
    await shop.settle();
    const { problems } = await shop.agent();
    expect(problems.counts().open).toBe(1);
    await shop.restart();
    shop.settings.website.stock = false;
    sellAtTheTill(shop, 'R-1', 2);
    await shop.sync();
    expect(shop.shown('R-1')).toBe(5);
    const agent = await shop.agent();
    expect(agent.problems.counts().open).toBe(0);
    expect(agent.status().stock).toBeNull();
  });
});
