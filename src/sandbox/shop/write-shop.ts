import type { Cell } from './draft.ts';
import type { Dialect } from './schema.ts';
import { shopSteps } from './shop-steps.ts';
import type { SampleShop } from './shop.ts';

/** Where a sample till is written to. Amounts come as decimal text, times as wall-clock text. */
export interface ShopSink {
  /** Runs one statement, which has no semicolon behind it. */
  run(statement: string): void;
  /** Adds rows, their cells in the order of the columns. Names are SQL text, quoted where they must be. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): void;
}

/** Writes the whole shop into an empty database. Memory does not grow with the shop. */
export function writeShop(shop: SampleShop, dialect: Dialect, sink: ShopSink): void {
  for (const step of shopSteps(shop, dialect)) {
    if (step.kind === 'run') sink.run(step.statement);
    else sink.insert(step.table, step.columns, step.rows);
  }
}
