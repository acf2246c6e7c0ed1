import type { Row, RowKind } from '../../src/model/record.ts';
import type { Till } from '../../src/pos/contract.ts';

const never = new AbortController().signal;

/** All rows of a read. */
export async function collect(batches: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

/** All rows of one kind, in a pull of their own. */
export function readAll(till: Till, kind: RowKind): Promise<Row[]> {
  return till.pull((snapshot) => collect(snapshot.read(kind)), never);
}
