import type { RowKind } from '../../model/record.ts';
import { bestColumn } from './best-column.ts';
import { fieldWords } from './field-words.ts';
import { pointers, type FoundTables } from './find-tables.ts';
import { columnsNamed, keyText } from './key-text.ts';
import { nameFit } from './name-fit.ts';
import { placedColumn, samplesOf, type Source } from './place-fields.ts';
import type { Placed } from './proposal.ts';
import type { KnownColumn, KnownTable } from './till-schema.ts';

/** The key of a kind's rows: its fields, and which of them name the row. */
export interface KeyFound {
  readonly names: readonly string[];
  readonly placed: readonly Placed[];
}

/** Finds what names a row of this kind; undefined where nothing does. */
export function keyOf(kind: RowKind, base: Source, found: FoundTables): KeyFound | undefined {
  const { table, alias } = base;
  const head = found.sale?.table;
  if ((kind !== 'saleLine' && kind !== 'payment') || !head || head === table) {
    if (table.key.length === 0) return undefined;
    const key = { ...textOf('key', base, table.key), sql: keyText(alias, table.key) };
    return { names: ['key'], placed: head === table && kind !== 'sale' ? [key, { ...key, field: 'saleKey' }] : [key] };
  }
  const saleColumns = columnsNamed(table.columns, pointers(table, head));
  if (saleColumns.length === 0) return undefined;
  const saleKey = textOf('saleKey', base, saleColumns);
  const declared = table.key.filter(({ primaryKey }) => primaryKey);
  const rest = (declared.length > 0 ? declared : positionOf(base)).filter((column) => !saleColumns.includes(column));
  const [line] = rest;
  if (line && rest.length === 1 && (declared.length === 0 || declared.length > 1)) {
    return {
      names: ['saleKey', 'line'],
      placed: [
        saleKey,
        placedColumn('line', { source: base, column: line, confidence: declared.length > 0 ? 0.95 : 0.6 }),
      ],
    };
  }
  return { names: ['key'], placed: [textOf('key', base, declared.length > 0 ? declared : saleColumns), saleKey] };
}

/** A column that counts the lines of a sale, where no key was declared. */
function positionOf({ table }: Source): readonly KnownColumn[] {
  const words = fieldWords.saleLine['key'];
  if (!words) return [];
  const fits = table.columns.map((column) => ({ column, fit: nameFit(column.name, words, table.prefix) }));
  const best = fits.toSorted((a, b) => b.fit - a.fit)[0];
  return best && best.fit > 0.5 ? [best.column] : [];
}

function textOf(field: string, { alias, table }: Source, columns: readonly KnownColumn[]): Placed {
  const declared = columns.every(({ primaryKey, references }) => primaryKey || references !== undefined);
  return {
    field,
    origin: columns.map(({ name }) => `${table.name}.${name}`).join(', '),
    confidence: declared ? 0.98 : 0.75,
    samples: columns.length === 1 && columns[0] ? samplesOf(columns[0]) : [],
    sql: keyText(alias, columns),
  };
}

/** The customer whom a sale names. */
export function customerKey(base: Source, customers: KnownTable | undefined): readonly Placed[] {
  const columns = customers ? columnsNamed(base.table.columns, pointers(base.table, customers)) : [];
  if (columns.length > 0) return [textOf('customerKey', base, columns)];
  return bestColumn(base, { kind: 'sale', field: 'customerKey' }, 0.6);
}
