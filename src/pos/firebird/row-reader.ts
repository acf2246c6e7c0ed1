import type { Row } from '../../model/record.ts';
import type { Attachment, Prepared } from './attachment.ts';
import { createCharacterEvidence } from './character-evidence.ts';
import { derivedSelect, type DerivedSelect } from './derived-select.ts';
import { fetchRows } from './fetch-rows.ts';
import { sqlBytes } from './sql-bytes.ts';
import type { TextSets } from './text-sets.ts';
import type { Fetched, WireColumn } from './wire.ts';

/** What is read, and how it is called where something is wrong with it. */
export interface RowsWanted {
  readonly select: string;
  /** Columns of the SELECT, in the order of a row's cells. */
  readonly columns: readonly WireColumn[];
  /** Cells that name a row. */
  readonly key: readonly number[];
  /** Of each cell: `CUST.LASTN`. */
  readonly origins: readonly string[];
  /** "reading customers from the till" */
  readonly doing: string;
  /** A condition on the columns of the SELECT, known as T. */
  readonly where?: string;
  readonly parameters?: readonly string[];
  /** What stands behind the condition: `ORDER BY …`. */
  readonly rest?: string;
}

const batchRows = 400;

/** The columns of a SELECT, without running it. */
export async function selectColumns(
  attachment: Attachment,
  select: string,
  sets: TextSets,
): Promise<readonly WireColumn[]> {
  const statement = await attachment.prepare(sqlBytes(select, sets.guess));
  statement.drop();
  return statement.columns;
}

/** Reads rows in batches of a few hundred. Throws a `TillbridgeError`, also where a guessed character set shows as wrong. */
export async function* readRows(
  attachment: Attachment,
  sets: TextSets,
  wanted: RowsWanted,
): AsyncGenerator<Row[], void, undefined> {
  const evidence = createCharacterEvidence(sets.guess, wanted.doing);
  const derived = derivedSelect(wanted.columns, {
    declared: (id) => sets.byId(id),
    guess: sets.guess,
    onGuess: (column, bytes, text) => evidence.see({ column, bytes, text }),
  });
  const sql = `SELECT ${derived.columns} FROM (\n${wanted.select}\n) T${wanted.where ? ` WHERE ${wanted.where}` : ''} ${wanted.rest ?? ''}`;
  let statement: Prepared | undefined;
  try {
    statement = await attachment.prepare(sqlBytes(sql, sets.guess));
    await statement.execute((wanted.parameters ?? []).map((value) => sets.guess.encode(value)));
    let count = 0;
    let batch: Row[] = [];
    for await (const rows of fetchRows(statement)) {
      for (const cells of rows) {
        const row = finish(cells, derived);
        const odd = evidence.takeOdd();
        if (odd !== undefined) evidence.place({ origin: wanted.origins[odd] ?? '', key: keyOf(row, wanted.key) });
        batch.push(row);
      }
      if (batch.length < batchRows) continue;
      count += batch.length;
      evidence.judge(count, false);
      yield batch;
      batch = [];
    }
    evidence.judge(count + batch.length, true);
    if (batch.length > 0) yield batch;
  } catch (error) {
    throw attachment.explain(wanted.doing, error);
  } finally {
    statement?.drop();
  }
}

/** Makes a row of what the driver gave, in its own array: a million rows need no second one each. */
function finish(cells: Fetched['rows'][number], { readers, longTexts }: DerivedSelect): Row {
  for (const { cell, position } of longTexts) cells[cell] ??= cells[position];
  cells.length = readers.length;
  let position = 0;
  for (const read of readers) {
    const value = cells[position];
    if (value !== null) cells[position] = read(value);
    position++;
  }
  // Every cell has just been replaced by what its reader answered.
  return cells as (string | null)[];
}

function keyOf(row: Row, key: readonly number[]): string {
  return key.map((position) => row[position] ?? '').join('-');
}
