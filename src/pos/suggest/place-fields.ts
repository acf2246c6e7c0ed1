import type { RowKind } from '../../model/record.ts';
import { fieldFit } from './field-fit.ts';
import { fieldWords } from './field-words.ts';
import type { Placed } from './proposal.ts';
import { sqlColumn } from './sql-text.ts';
import { isNumeric, isWhole, type KnownColumn, type KnownTable } from './till-schema.ts';

/** A table in the FROM of a SELECT that is being written. */
export interface Source {
  readonly alias: string;
  readonly table: KnownTable;
  /** As it stands after the FROM; the first source has none. */
  readonly join?: string;
  /** How far its columns are believed, 0 to 1. */
  readonly trust: number;
}

/** Fields that are found by what points where, not by what a column is called. */
const structural: Readonly<Record<RowKind, readonly string[]>> = {
  customer: ['key'],
  product: ['key'],
  sale: ['key', 'customerKey'],
  saleLine: ['key', 'saleKey', 'sku'],
  payment: ['key', 'saleKey'],
};

const enough = 0.45;

interface Candidate {
  readonly field: string;
  readonly source: Source;
  readonly column: KnownColumn;
  readonly fit: number;
}

/** Gives each field the column that fits it best, and no column two fields; what fits nothing well stays out. */
export function placeFields(kind: RowKind, sources: readonly Source[]): readonly Placed[] {
  const placed = place(kind, sources, []);
  const has = (field: string): boolean => placed.some((each) => each.field === field);
  // Where first and last names stand apart, a whole name is something else: the company's.
  if (has('firstName') && has('lastName') && has('fullName')) return place(kind, sources, ['fullName']);
  return withWholeName(placed);
}

function place(kind: RowKind, sources: readonly Source[], except: readonly string[]): readonly Placed[] {
  const taken = new Set<KnownColumn>();
  const placed = new Map<string, Placed>();
  for (const { field, source, column, fit } of candidates(kind, sources)) {
    if (placed.has(field) || taken.has(column) || except.includes(field)) continue;
    placed.set(field, placedColumn(field, { source, column, confidence: fit }));
    taken.add(column);
  }
  return [...placed.values()];
}

/** A field that stands in one column just so, or as a flag of ours. */
export function placedColumn(
  field: string,
  { source, column, confidence }: { source: Source; column: KnownColumn; confidence: number },
): Placed {
  const sql = sqlColumn(source.alias, column.name);
  const nature = Object.values(fieldWords).find((fields) => fields[field])?.[field]?.nature;
  return {
    field,
    origin: `${source.table.name}.${column.name}`,
    confidence: rounded(confidence),
    samples: samplesOf(column),
    sql: nature === 'flag' ? flagSql(sql, column) : sql,
  };
}

/** Up to three different values of a column. */
export function samplesOf({ texts }: KnownColumn): readonly string[] {
  return [...new Set(texts)].slice(0, 3).map((text) => (text.length > 60 ? `${text.slice(0, 59)}…` : text));
}

/** Two places are enough for people. */
export function rounded(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100;
}

const yes = "'1', 'Y', 'J', 'T', 'S', 'O', 'X', 'YES', 'JA', 'OUI', 'SI', 'TRUE', 'WAHR', '-1'";
const no = "'0', 'N', 'F', 'NO', 'NEIN', 'NEE', 'NON', 'FALSE', 'FALSCH'";

/** What a till writes for yes and no, as 1 and 0; neither where it says neither. */
function flagSql(sql: string, column: KnownColumn): string {
  if (/^BOOL/i.test(column.type)) return sql;
  if (isNumeric(column)) return `CASE WHEN ${sql} = 0 THEN 0 WHEN ${sql} <> 0 THEN 1 END`;
  return `CASE WHEN UPPER(TRIM(${sql})) IN (${yes}) THEN 1 WHEN UPPER(TRIM(${sql})) IN (${no}) THEN 0 END`;
}

/** The reverse of `flagSql`: 0 for a row that is marked as gone, 1 for all others. */
export function goneSql(sql: string, column: KnownColumn): string {
  if (/^BOOL/i.test(column.type)) return `CASE WHEN ${sql} THEN 0 ELSE 1 END`;
  if (isNumeric(column)) return `CASE WHEN ${sql} <> 0 THEN 0 ELSE 1 END`;
  return `CASE WHEN UPPER(TRIM(${sql})) IN (${yes}) THEN 0 ELSE 1 END`;
}

function candidates(kind: RowKind, sources: readonly Source[]): readonly Candidate[] {
  const fields = Object.entries(fieldWords[kind]).filter(([field]) => !structural[kind].includes(field));
  return sources
    .flatMap((source) =>
      source.table.columns.flatMap((column) =>
        fields.map(([field, words]) => {
          const asNumber = words.nature === 'text' && isWhole(column) ? 0.7 : 1;
          const fit = fieldFit(column, words, { name: field, prefix: source.table.prefix }) * source.trust * asNumber;
          return { field, source, column, fit };
        }),
      ),
    )
    .filter(({ fit }) => fit >= enough)
    .toSorted((a, b) => b.fit - a.fit);
}

/** A single name with blanks in most of its samples is a whole one. */
function withWholeName(placed: readonly Placed[]): readonly Placed[] {
  const names = placed.filter(({ field }) => field === 'firstName' || field === 'lastName' || field === 'fullName');
  const [only] = names;
  if (!only || names.length > 1) return placed;
  const spaced = only.samples.filter((text) => /\S\s+\S/.test(text)).length;
  if (spaced * 2 <= only.samples.length) return placed;
  return placed.map((each) => (each === only ? { ...each, field: 'fullName' } : each));
}
