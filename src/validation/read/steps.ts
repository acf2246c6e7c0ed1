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

/** Compiles a layout. `first` names a field that others depend on; the key is the caller's. */
export function stepsFor(fields: readonly string[], cell: (field: string) => CellReader, first?: string): Steps {
  const steps = fields
    .map((field, index) => ({ field, index, read: cell(field) }))
    .filter(({ field }) => field !== 'key' && field !== 'saleKey');
  return [...steps.filter(({ field }) => field === first), ...steps.filter(({ field }) => field !== first)];
}

/** Reads a row's cells into the record: empty becomes null, what could not be understood stays absent. */
export function fill(
  record: Record<string, unknown>,
  steps: Steps,
  { cells, notebook }: { cells: Row; notebook: Notebook },
): void {
  for (const { field, index, read } of steps) {
    const cell = cells[index];
    const value = cell === null || cell === undefined ? null : read(cell, notebook);
    if (value !== undefined) record[field] = value;
  }
}

/** The row with one cell replaced; the row itself where the layout has no such field. */
export function withCell(cells: Row, index: number, text: string): Row {
  return index < 0 ? cells : cells.with(index, text);
}
