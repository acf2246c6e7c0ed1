import type { Row } from '../../model/record.ts';
import type { Notebook } from '../reading.ts';
import type { CellReader } from './cell.ts';

/** One field of a row: where it stands and how it is read. */
interface Step {
  readonly field: string;
  readonly index: number;
  readonly read: CellReader;
}

/** The fields of one layout of rows, in the order in which they must be read. */
export type Steps = readonly Step[];

/**
 * Compiles a layout. `cell` knows how each field is read, and answers undefined for one that is no field of the record.
 * `first` names a field that others depend on; the key is the caller's.
 */
export function stepsFor(
  fields: readonly string[],
  cell: (field: string) => CellReader | undefined,
  first?: string,
): Steps {
  const steps = fields.flatMap((field, index) => {
    const read = field === 'key' || field === 'saleKey' ? undefined : cell(field);
    return read ? [{ field, index, read }] : [];
  });
  return [...steps.filter(({ field }) => field === first), ...steps.filter(({ field }) => field !== first)];
}

/**
 * An empty record of one layout, to be copied for each row. Objects that grow by computed names become slow hash tables
 * after a dozen of them; copies of what JSON.parse made share one quick shape.
 */
export function blankRecord(
  fields: readonly string[],
  start: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const blank = { ...start, ...Object.fromEntries(fields.map((field) => [field, null])) };
  return JSON.parse(JSON.stringify(blank)) as Record<string, unknown>;
}

/** Reads a row's cells into a copy of the blank record: empty stays null, what could not be understood is taken out. */
export function fill(
  record: Record<string, unknown>,
  steps: Steps,
  { cells, notebook }: { cells: Row; notebook: Notebook },
): void {
  for (const { field, index, read } of steps) {
    const cell = cells[index];
    if (cell === null || cell === undefined) continue;
    const value = read(cell, notebook);
    if (value === undefined) delete record[field];
    else if (value !== null) record[field] = value;
  }
}

/** The row with one cell replaced; the row itself where the layout has no such field. */
export function withCell(cells: Row, index: number, text: string): Row {
  return index < 0 ? cells : cells.with(index, text);
}
