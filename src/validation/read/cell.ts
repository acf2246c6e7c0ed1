import type { Notebook } from '../reading.ts';
import { noteCleaning, noteFault } from '../reading.ts';
import { truthOf } from './truth.ts';
import { wholeNumber } from './number.ts';

/** Reads a cell that is not empty: the value, null where it means "nothing", undefined where it could not be understood, which the notebook then says. */
export type CellReader<Value = unknown> = (text: string, notebook: Notebook) => Value | null | undefined;

/** Text after cleaning that changes no meaning; every change is noted. */
export function textCell(field: string, clean: (text: string, notebook: Notebook) => string): CellReader<string> {
  return (text, notebook) => {
    const after = clean(text, notebook);
    if (after !== text && text.trim() !== '') noteCleaning(notebook, { field, before: text, after });
    return after === '' ? null : after;
  };
}

/** A value behind a text; where there is none the cell is at fault with this code. */
export function valueCell<Value>(
  field: string,
  code: 'bad_date' | 'wrong_type',
  read: (text: string, notebook: Notebook) => Value | null | undefined,
): CellReader<Value> {
  return (text, notebook) => {
    if (text.trim() === '') return null;
    const value = read(text, notebook);
    if (value === undefined) noteFault(notebook, { field, code });
    return value;
  };
}

/** Yes or no. */
export function truthCell(field: string): CellReader<boolean> {
  return valueCell(field, 'wrong_type', truthOf);
}

/** A whole number. */
export function wholeNumberCell(field: string): CellReader<number> {
  return valueCell(field, 'wrong_type', wholeNumber);
}
