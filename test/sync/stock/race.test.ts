import { expect, test } from 'vitest';
import { createRandom } from '../../../src/sandbox/seeded-random.ts';
import { ringShop, type Ring, type RingShop } from './ring-shop.ts';

/*
 * Web sales, counter sales, staff and syncs in any order, with answers that are lost after they took effect, runs that are
 * broken off, and engines that start anew on the same home.
 *
 * `nothing was sold twice by our doing` is judged at each run, where it would have to begin: whenever a run puts pieces of
 * an article on sale (it adds more than it takes off), what the website shows afterwards, and what is on order there and
 * not keyed, are together no more than the till said when the run read it, less what is kept back. A checkout that
 * succeeds then takes a piece that the shop has, unless the counter sold it after we read the till.
 */

const articles = 8;
const webSales = 2000;
const kept = 1;

interface Order {
  readonly number: string;
  readonly article: number;
  readonly pieces: number;
  readonly email: string;
  readonly total: string;
  keyed: boolean;
}

/** What is true, as nobody but the test knows it. */
interface World {
  readonly shop: RingShop;
  readonly random: () => number;
  /** Pieces in the shop as the till says. */
  readonly till: number[];
  /** Orders that stand. */
  readonly orders: Set<Order>;
  sold: number;
  sales: number;
  serial: number;
}

const code = (article: number): string => `R-${article + 1}`;
const below = ({ random }: World, end: number): number => Math.floor(random() * end);

/** Somebody buys on the website, if there is enough of it. Every total is another, so that an order can be told by it. */
function buy(world: World): void {
  const article = below(world, articles);
  const pieces = 1 + below(world, 2);
  world.serial += 1;
  const shipping = `${Math.floor(world.serial / 100)}.${String(world.serial % 100).padStart(2, '0')}`;
  const shopper = below(world, 40);
  const email = `shopper${shopper}@example.com`;
  const order = world.shop.site.shoppers.checkout({
    sku: code(article),
    quantity: pieces,
    email,
    firstName: 'Sam',
    lastName: `Shopper${String.fromCharCode(65 + (shopper % 26))}${'abcdef'[shopper % 6]}`,
    shipping: { method: 'Post', amount: shipping },
  });
  if (!order) return;
  world.sold += 1;
  const total = (pieces * 100 + world.serial / 100).toFixed(2);
  world.orders.add({ number: order.orderNumber, article, pieces, email, total, keyed: false });
}

/** Somebody buys at the counter. */
function sell(world: World): void {
  const article = below(world, articles);
  if ((world.till[article] ?? 0) > 0) putTill(world, article, (world.till[article] ?? 0) - 1);
}

/** Pieces come in of what the website has run out of. */
function restock(world: World): void {
  const article = below(world, articles);
  if ((world.shop.shown(code(article)) ?? 0) > 2) return;
  putTill(world, article, (world.till[article] ?? 0) + 2 + below(world, 12));
}

function putTill({ shop, till }: World, article: number, stock: number): void {
  till[article] = stock;
  shop.till(`UPDATE ART SET QTY = ${stock} WHERE CODE = '${code(article)}'`);
}

/** Staff key an order into the till: with its number, or by hand with no more than customer, day and total. */
function key(world: World): void {
  const open = [...world.orders].filter(({ keyed }) => !keyed);
  const order = open[below(world, open.length)];
  if (order) keyOne(world, order, world.random() < 0.7);
}

function keyOne(world: World, order: Order, withNumber: boolean): void {
  const { shop } = world;
  world.sales += 1;
  const no = world.sales;
  const placed = shop.site.state.order(order.number);
  const day = new Date(withNumber ? shop.clock.now : (placed?.createdOn ?? 0)).toISOString();
  const customer = `(SELECT NO FROM CUST WHERE EMAIL = '${order.email}')`;
  putTill(world, order.article, (world.till[order.article] ?? 0) - order.pieces);
  shop.till(
    `INSERT INTO SALE VALUES (${no}, ${customer}, '${day}', '${order.total}', ${withNumber ? `'WEB ${order.number}'` : 'NULL'})`,
    `INSERT INTO LINE VALUES (${no}, ${no}, '${code(order.article)}', 'Ring', ${order.pieces}, '100.00', '${order.total}')`,
  );
  order.keyed = true;
}

/** An order that nobody keyed is cancelled, and its pieces are put back on the website. */
function cancel(world: World): void {
  const open = [...world.orders].filter(({ keyed }) => !keyed);
  const order = open[below(world, open.length)];
  if (!order) return;
  world.shop.site.staff.cancel(order.number, { restock: true });
  world.orders.delete(order);
}

function openPieces({ orders }: World, article: number): number {
  const open = [...orders].filter((order) => !order.keyed && order.article === article);
  return open.reduce((sum, { pieces }) => sum + pieces, 0);
}

/** What the website shows and what is on order there, together: a web sale and a cancellation leave it as it is. */
function onTheWebsite(world: World, article: number): number {
  return (world.shop.shown(code(article)) ?? 0) + openPieces(world, article);
}

/** One run, with a world that goes on around it. */
async function run(world: World): Promise<void> {
  const { shop } = world;
  const { shoppers, faults } = shop.site;
  const read = world.till.map((stock, article) => ({ stock, before: onTheWebsite(world, article) }));
  for (const path of ['*/orders', '*/inventory', '*/adjustments', '*/products', '*/adjustments']) {
    if (world.random() < 0.5) shoppers.beforeNext(path, () => buy(world));
  }
  if (world.random() < 0.15) faults.add({ kind: 'cut', path: '*/adjustments', before: 'answer' });
  if (world.random() < 0.05) faults.add({ kind: 'cut', path: '*/adjustments', before: 'commit' });
  const ending = new AbortController();
  if (world.random() < 0.1) shoppers.beforeNext('*', () => ending.abort(), world.random() < 0.5 ? 'POST' : 'GET');
  await shop.sync({ signal: ending.signal });
  if (world.random() < 0.1) await shop.restart();
  for (const [article, { stock, before }] of read.entries()) {
    const after = onTheWebsite(world, article);
    if (after > before)
      expect(after, `${code(article)} was put on sale`).toBeLessThanOrEqual(Math.max(0, stock - kept));
  }
}

const steps: readonly (readonly [share: number, step: (world: World) => void | Promise<void>])[] = [
  [60, buy],
  [16, sell],
  [30, key],
  [35, restock],
  [5, cancel],
  [4, run],
];

async function step(world: World): Promise<void> {
  let at = world.random() * steps.reduce((sum, [share]) => sum + share, 0);
  for (const [share, take] of steps) {
    at -= share;
    if (at < 0) return take(world);
  }
}

test(
  '2,000 web sales among counter sales, runs, lost answers and restarts: the stock is right in the end, and nothing was sold twice by our doing',
  { timeout: 240_000 },
  async () => {
    const rings: Ring[] = Array.from({ length: articles }, (_, article) => ({
      code: code(article),
      stock: 12,
      // Nobody has looked after the website's figures so far.
      website: { stock: 5 + article * 2 },
    }));
    const shop = await ringShop(rings, { website: { buffer: kept } });
    const random = createRandom(20_261_122);
    const world: World = {
      shop,
      random,
      till: rings.map(({ stock }) => stock ?? 0),
      orders: new Set(),
      sold: 0,
      sales: 0,
      serial: 0,
    };
    for (let shopper = 0; shopper < 40; shopper++) {
      const last = `Shopper${String.fromCharCode(65 + (shopper % 26))}${'abcdef'[shopper % 6]}`;
      shop.till(`INSERT INTO CUST VALUES (${shopper + 1}, 'Sam', '${last}', 'shopper${shopper}@example.com')`);
    }
    while (world.sold < webSales) await step(world);
    shop.site.faults.clear();
    await shop.settle();
    const shown = world.till.map((_, article) => shop.shown(code(article)));
    const right = world.till.map((stock, article) => Math.max(0, stock - openPieces(world, article) - kept));
    expect(shown).toEqual(right);
    const agent = await shop.agent();
    expect(agent.stock.drift()).toEqual([]);
    const answers = shop.site.calls.filter(({ path }) => path.endsWith('/adjustments')).map(({ status }) => status);
    expect(answers.filter((status) => status === null).length, 'answers that were lost').toBeGreaterThan(10);
    expect(answers.filter((status) => status === 204).length, 'changes that were taken').toBeGreaterThan(100);
  },
);
