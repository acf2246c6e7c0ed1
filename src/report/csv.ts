import { stringify } from 'csv-stringify/sync';

/** One cell: a number stands as it is; a text is made safe; null is an empty cell. */
export type Cell = string | number | null;

/** How a CSV document is written. */
export interface CsvOptions {
  /** A byte-order mark in front, without which Excel takes UTF-8 for something else. */
  readonly bom?: boolean;
}

// A spreadsheet takes a cell for a formula by its first character, also a full-width one, and also after blanks.
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

function safe(cell: Cell): string | number | null {
  return typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell;
}

/**
 * A CSV document after RFC 4180: CRLF, quotes where they are needed. A text that a spreadsheet would run as a formula has
 * an apostrophe in front, which spreadsheets take for "this is text".
 */
export function csv(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  { bom = false }: CsvOptions = {},
): string {
  return stringify(
    [headings, ...rows].map((row) => row.map(safe)),
    {
      bom,
      record_delimiter: 'windows',
      quote_record_delimiter: true,
    },
  );
}
