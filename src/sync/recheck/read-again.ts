import { instantOf, type TillKey } from '../../model/ids.ts';
import type { ReadKind, Row, RowKind } from '../../model/record.ts';
import type { Snapshot } from '../../pos/contract.ts';
import { repeatedKey, sharedKey } from '../../staging/feed-pull.ts';
import type { Engine } from '../engine.ts';

const belongsTo: Readonly<Record<ReadKind, readonly RowKind[]>> = {
  customer: [],
  product: [],
  sale: ['saleLine', 'payment'],
};

/** One record of the till. */
interface Named {
  readonly kind: ReadKind;
  readonly key: TillKey;
}

/** A record, and all others that were last seen under the same number: `10433`, `10433 (2)`. */
export function sharersOf({ staging }: Engine, { kind, key }: Named): readonly TillKey[] {
  const first = sharedKey(key) as TillKey;
  const isThere = (name: string) => staging.row(kind, name)?.cells != null;
  const sharers = [first];
  for (let copy = 2; isThere(repeatedKey(first, copy)); copy += 1) sharers.push(repeatedKey(first, copy) as TillKey);
  return sharers.length > 1 && isThere(first) ? sharers : [key];
}

/** Reads one row of the till again with what belongs to it, and keeps both. False where the till has it no more. */
export async function readAgain(engine: Engine, snapshot: Snapshot, { kind, key }: Named): Promise<boolean> {
  const sharers = sharersOf(engine, { kind, key });
  const [first = key] = sharers;
  const rows = await snapshot.readOne(kind, first);
  for (const [index, sharer] of sharers.entries()) putRow(engine, { kind, key: sharer }, rows[index] ?? null);
  for (const child of belongsTo[kind]) {
    if (engine.staging.feed(child).fields.length === 0) continue;
    putChildren(engine, { child, parent: first, rows: await snapshot.readOne(child, first) });
  }
  return rows.length > sharers.indexOf(key);
}

function putRow(engine: Engine, { kind, key }: Named, cells: Row | null): void {
  const { staging, clock } = engine;
  const owner = kind === 'sale' ? staging.feed(kind).fields.indexOf('customerKey') : -1;
  staging.put(kind, { key, parent: cells?.[owner] ?? null, cells, at: instantOf(clock()) });
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
