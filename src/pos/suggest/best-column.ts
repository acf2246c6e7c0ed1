import type { RowKind } from '../../model/record.ts';
import { fieldFit } from './field-fit.ts';
import { fieldWords } from './field-words.ts';
import { placedColumn, type Source } from './place-fields.ts';
import type { Placed } from './proposal.ts';

/** The column of a table that fits a field best, if it fits at least so well. */
export function bestColumn(
  base: Source,
  { kind, field }: { kind: RowKind; field: string },
  atLeast: number,
): readonly Placed[] {
  const words = fieldWords[kind][field];
  if (!words) return [];
  const fits = base.table.columns.map((column) => ({
    column,
    fit: fieldFit(column, words, { name: field, prefix: base.table.prefix }),
  }));
  const best = fits.toSorted((a, b) => b.fit - a.fit)[0];
  return best && best.fit >= atLeast
    ? [placedColumn(field, { source: base, column: best.column, confidence: best.fit })]
    : [];
}
