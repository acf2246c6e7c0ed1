import { instantOf, type TillKey } from '../../model/ids.ts';
import type { ReadKind, Row, RowKind } from '../../model/record.ts';
import type { Snapshot } from '../../pos/contract.ts';
import type { Engine } from '../engine.ts';

const belongsTo: Readonly<Record<ReadKind, readonly RowKind[]>> = {
  customer: [],
  product: [],
  sale: ['saleLine', 'payment'],
};

/** Reads one row of the till again with what belongs to it, and keeps both. False where the till has it no more. */
export async function readAgain(
  engine: Engine,
  snapshot: Snapshot,
  { kind, key }: { readonly kind: ReadKind; readonly key: TillKey },
): Promise<boolean> {
  const [cells = null] = await snapshot.readOne(kind, key);
  const at = instantOf(engine.clock());
  const owner = kind === 'sale' ? engine.staging.feed(kind).fields.indexOf('customerKey') : -1;
  engine.staging.put(kind, { key, parent: cells?.[owner] ?? null, cells, at });
  for (const child of belongsTo[kind]) {
    if (engine.staging.feed(child).fields.length === 0) continue;
    putChildren(engine, { child, parent: key, rows: await snapshot.readOne(child, key) });
  }
  return cells !== null;
}

function putChildren(
  engine: Engine,
  { child, parent, rows }: { child: RowKind; parent: TillKey; rows: readonly Row[] },
): void {
  const { staging } = engine;
  const at = instantOf(engine.clock());
  const keys = new Set<string>();
  for (const cells of rows) {
    const key = staging.keyOf(child, cells);
    keys.add(key);
    staging.put(child, { key, parent, cells, at });
  }
  for (const { key } of staging.children(child, parent)) {
    if (!keys.has(key)) staging.put(child, { key, parent, cells: null, at });
  }
}
