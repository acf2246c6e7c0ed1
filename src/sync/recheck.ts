import { instantOf, type TillKey } from '../model/ids.ts';
import { isReadKind, type ReadKind, type Row, type RowKind } from '../model/record.ts';
import type { Snapshot } from '../pos/contract.ts';
import { joinedSource } from '../staging/overlay.ts';
import { TillbridgeError } from '../support/errors.ts';
import type { Problem } from '../validation/problem.ts';
import type { RecheckAnswer } from './agent-contract.ts';
import type { Engine } from './engine.ts';
import { joinPersons } from './join/join-sources.ts';
import { createSaleLayer } from './join/lay-sale.ts';
import { contentOf } from './join/pair-row.ts';
import { sourcesOfPerson } from './join/person-row.ts';

/** Reads the row behind a problem again, with what belongs to it, judges it, and says what came of it. Throws a `TillbridgeError` where there is no such problem or the till does not answer. */
export async function recheck(engine: Engine, problemId: number, signal: AbortSignal): Promise<RecheckAnswer> {
  const before = problemOf(engine, problemId);
  const { kind, key } = before;
  if (!isReadKind(kind)) throw notInTheTill(problemId);
  const keys = keysAtTheTill(engine, { kind, key });
  if (keys.length === 0) throw notInTheTill(problemId);
  const till = await engine.till();
  const isThere = await till.pull(async (snapshot) => {
    const found: boolean[] = [];
    for (const each of keys) found.push(await readAgain(engine, snapshot, { kind, key: each }));
    return found.includes(true);
  }, signal);
  await joinAgain(engine, { kind, keys }, signal);
  for (const destination of engine.destinations) {
    engine.checker.checkKeys(destination, kind, [key]);
  }
  return answerOf(before, problemOf(engine, problemId), isThere);
}

function notInTheTill(id: number): TillbridgeError {
  return new TillbridgeError('settings', `reading problem ${id} again: it is about the website, not about the till`, {
    hint: 'It closes by itself with the next run once it is mended.',
  });
}

interface TillRecord {
  readonly kind: ReadKind;
  readonly key: TillKey;
}

function problemOf({ problems }: Engine, id: number): Problem {
  const found = problems.get(id);
  if (found) return found;
  throw new TillbridgeError('settings', `looking for problem ${id}: there is none with this number`, {
    hint: 'See "tillbridge problems" for those that are open.',
  });
}

/** Under which keys the till has what a record is made of; none where it is all from the website. */
function keysAtTheTill({ joining, view }: Engine, { kind, key }: TillRecord): readonly TillKey[] {
  const row = joining && kind !== 'product' ? view.row(kind, key) : undefined;
  if (!joining || !row?.cells) return [key];
  const [till] = joining.sources;
  if (kind === 'customer' && row.source === joinedSource) {
    return sourcesOfPerson(row.cells).members.flatMap(([id, , member]) => (id === till?.id ? [member as TillKey] : []));
  }
  const pair = kind === 'sale' ? (joining.pairs.ofOrder(key) ?? joining.pairs.ofSale(key)) : undefined;
  if (pair) return [pair.sale];
  return contentOf(row, joining.sources).source === till?.id ? [key] : [];
}

/** Brings what was made of the rows in step with them. */
async function joinAgain(
  engine: Engine,
  { kind, keys }: { kind: ReadKind; keys: readonly TillKey[] },
  signal: AbortSignal,
): Promise<void> {
  const { joining, database, clock } = engine;
  if (!joining) return;
  if (kind === 'customer') await joinPersons(engine, joining, { signal });
  const layer = createSaleLayer(joining, instantOf(clock()));
  if (kind === 'sale') database.transaction(() => keys.forEach((key) => layer.layAgain(key))).immediate();
}

const belongsTo: Readonly<Record<ReadKind, readonly RowKind[]>> = {
  customer: [],
  product: [],
  sale: ['saleLine', 'payment'],
};

async function readAgain(engine: Engine, snapshot: Snapshot, { kind, key }: TillRecord): Promise<boolean> {
  const rows = await snapshot.readOne(kind, key);
  const at = instantOf(engine.clock());
  const owner = kind === 'sale' ? fieldOf(engine, kind, 'customerKey') : -1;
  const [cells = null] = rows;
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

function fieldOf({ staging }: Engine, kind: RowKind, field: string): number {
  return staging.feed(kind).fields.indexOf(field);
}

function answerOf(before: Problem, problem: Problem, isThere: boolean): RecheckAnswer {
  if (!isThere) return { result: 'gone', says: 'The till no longer has this record.', problem };
  if (problem.closedAs === 'joined')
    return { result: 'mended', says: 'It is one with another record now, and is sent as that.', problem };
  if (problem.state === 'closed') return { result: 'mended', says: 'Mended. It goes with the next run.', problem };
  if (problem.value !== before.value) {
    return { result: 'changed', says: 'The till says something else now, and that is not right yet either.', problem };
  }
  return { result: 'still-wrong', says: 'The till still says the same.', problem };
}
