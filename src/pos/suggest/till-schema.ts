import type { Row } from '../../model/record.ts';
import type { ColumnDescription, TillDescription } from '../contract.ts';
import { commonPrefix } from './name-fit.ts';

/** A column, with some of what stands in it. */
export interface KnownColumn extends ColumnDescription {
  readonly position: number;
  /** Of a few hundred rows at most, in their order. */
  readonly cells: Row;
  /** The cells that are not empty. */
  readonly texts: readonly string[];
}

/** A table, with some of its rows. */
export interface KnownTable {
  readonly name: string;
  readonly rows: number | null;
  readonly columns: readonly KnownColumn[];
  readonly prefix: string;
  readonly key: readonly KnownColumn[];
}

/** All of a till, as far as it was looked at. */
export interface TillSchema {
  readonly isFirebird: boolean;
  readonly tables: readonly KnownTable[];
}

/** Puts a till's description and the sampled rows of its tables together. */
export function tillSchema(
  { product, tables }: TillDescription,
  samples: ReadonlyMap<string, readonly Row[]>,
): TillSchema {
  return {
    isFirebird: product.startsWith('Firebird'),
    tables: tables.map(({ name, rows, columns }) => {
      const rowsSeen = samples.get(name) ?? [];
      const known = columns.map((column, position) => knownColumn(column, position, rowsSeen));
      return {
        name,
        rows,
        columns: known,
        prefix: commonPrefix(columns.map((column) => column.name)),
        key: keyOf(known),
      };
    }),
  };
}

/** Whether a column holds numbers, by its type. */
export function isNumeric({ type }: ColumnDescription): boolean {
  return /^(NUMERIC|DECIMAL|DOUBLE|FLOAT|REAL|MONEY|CURRENCY|DEC|INT|INTEGER|SMALLINT|BIGINT|TINYINT|MEDIUMINT|NUMBER)/i.test(
    type,
  );
}

/** Whether a column holds whole numbers, by its type. */
export function isWhole({ type }: ColumnDescription): boolean {
  return /^(INT|INTEGER|SMALLINT|BIGINT|TINYINT|MEDIUMINT)/i.test(type);
}

/** Whether a column holds days or times, by its type. */
export function isTemporal({ type }: ColumnDescription): boolean {
  return /^(DATE|TIMESTAMP|DATETIME)/i.test(type);
}

/** Whether a column holds text, by its type. */
export function isText({ type }: ColumnDescription): boolean {
  return /CHAR|TEXT|CLOB|^BLOB TEXT|^STRING/i.test(type);
}

function knownColumn(column: ColumnDescription, position: number, rows: readonly Row[]): KnownColumn {
  const cells = rows.map((row) => row[position] ?? null);
  const texts = cells.flatMap((text) =>
    text === null || text.trim() === '' || text.startsWith('1899-12-30') ? [] : [text.trim()],
  );
  return { ...column, position, cells, texts };
}

/** The least share of different values in a key that nobody enforces: staff give a number twice now and then, and are told of it. */
const mostlyDifferent = 0.95;

/** The primary key; without one, the first column whose name says so and whose samples never repeat, or hardly ever where none is without a repetition. */
function keyOf(columns: readonly KnownColumn[]): readonly KnownColumn[] {
  const declared = columns.filter(({ primaryKey }) => primaryKey);
  if (declared.length > 0) return declared;
  const likely = columns
    .slice(0, 5)
    .filter(({ name, texts }) => texts.length > 0 && /(ID|NR|NO|NUM|NUMMER|NUMBER|CODE|KEY)$/i.test(name));
  const differs = ({ texts }: KnownColumn): number => new Set(texts).size / texts.length;
  const key =
    likely.find((column) => differs(column) === 1) ??
    likely.find((column) => column.texts.length === column.cells.length && differs(column) >= mostlyDifferent);
  return key ? [key] : [];
}
