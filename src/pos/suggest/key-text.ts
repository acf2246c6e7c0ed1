import { sqlColumn } from './sql-text.ts';
import { isText, type KnownColumn } from './till-schema.ts';

/** A key as one text, joined the same way wherever a row of that table is named: `TRIM(L.FIL) || '-' || L.BONNR`. */
export function keyText(alias: string, columns: readonly KnownColumn[]): string {
  const [only] = columns;
  if (only && columns.length === 1) return sqlColumn(alias, only.name);
  return columns
    .map((column) => (isText(column) ? `TRIM(${sqlColumn(alias, column.name)})` : sqlColumn(alias, column.name)))
    .join(" || '-' || ");
}

/** The columns of these names. */
export function columnsNamed(columns: readonly KnownColumn[], names: readonly string[]): readonly KnownColumn[] {
  return names.flatMap((name) => columns.filter((column) => column.name === name));
}
