import { recordKinds, type RecordKind } from '../model/record.ts';
import type { Engine } from './engine.ts';
import { giveWay } from '../support/give-way.ts';
import { createSalesOf } from './sales-of.ts';

/** What hangs on a record being right: a customer's sales, a sale's own amount, an article's stock at its price. */
function createStakes({
  view,
  joining,
  records,
  settings: { shop },
}: Engine): (kind: RecordKind, key: string) => number {
  const totalOf = (key: string): number => {
    const sale = records.one('sale', key)?.record;
    // Amounts in other currencies cannot be added up without a rate, and nobody gave us one.
    return sale?.currency === shop.currency ? (sale.total ?? 0) : 0;
  };
  const salesOf = createSalesOf({ view, joining });
  const stakes: Readonly<Partial<Record<RecordKind, (key: string) => number>>> = {
    customer: (key) => salesOf(key).reduce((sum, sale) => sum + totalOf(sale), 0),
    product(key) {
      const { price, stock } = records.one('product', key)?.record ?? {};
      return price && stock && stock > 0 ? price.minor * stock : 0;
    },
    sale: totalOf,
  };
  return (kind, key) => stakes[kind]?.(key) ?? 0;
}

/** So many sums are reckoned before others get a turn: some 10 ms. */
const keysATime = 25;

/** Says of every open problem how much money waits with its record. */
export async function reckonStakes(engine: Engine): Promise<void> {
  const { currency } = engine.settings.shop;
  const stakeOf = createStakes(engine);
  for (const kind of recordKinds) {
    const keys = engine.problems.openKeys(kind);
    for (let i = 0; i < keys.length; i += keysATime) {
      const some = keys.slice(i, i + keysATime);
      engine.problems.setStakes({ kind, currency, byKey: some.map((key) => [key, stakeOf(kind, key)] as const) });
      await giveWay();
    }
  }
}
