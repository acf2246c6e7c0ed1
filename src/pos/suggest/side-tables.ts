import type { RowKind } from '../../model/record.ts';
import { fieldFit } from './field-fit.ts';
import { fieldWords } from './field-words.ts';
import { pointers } from './find-tables.ts';
import { nameFit } from './name-fit.ts';
import type { Source } from './place-fields.ts';
import { sqlColumn, sqlName } from './sql-text.ts';
import { isText, isWhole, type KnownColumn, type KnownTable, type TillSchema } from './till-schema.ts';

/** A field whose words stand in another table: `ARTIKEL.WGR` names a row of `WARENGRUPPEN`, whose name is meant. */
export interface Lookup {
  readonly field: string;
  readonly source: Source;
  readonly column: KnownColumn;
  readonly confidence: number;
}

const lookedUp: Readonly<Partial<Record<RowKind, readonly string[]>>> = {
  customer: ['title', 'country', 'county', 'town', 'tags'],
  product: ['category', 'metal', 'stone'],
  sale: ['staff'],
  payment: ['method'],
};

const displayWords = {
  words:
    'NAME FULLNAME BEZEICHNUNG BEZ DESCR DESCRIPTION TITLE TEXT NAAM NOM NOMBRE OMSCHRIJVING LIBELLE DESIGNATION DESCRIPCION KURZBEZ NACHNAME LASTNAME SURNAME LABEL'.split(
      ' ',
    ),
};

/** The fields of a kind that stand as a number here and in words in a small table beside. */
export function findLookups(schema: TillSchema, kind: RowKind, base: Source): readonly Lookup[] {
  return (lookedUp[kind] ?? []).flatMap((field) => {
    const words = fieldWords[kind][field];
    if (!words) return [];
    const found = schema.tables.flatMap((target) => {
      const [pointer] = target.key.length === 1 ? pointers(base.table, target) : [];
      const from = base.table.columns.find(({ name }) => name === pointer);
      const display = displayColumn(target);
      if (!from || !display || target === base.table) return [];
      if (isText(from) && from.texts.some((text) => /[a-z]{3}/i.test(text))) return [];
      const fit = Math.max(nameFit(from.name, words, base.table.prefix), nameFit(target.name, words));
      return fit >= 0.6 ? [{ target, from, display, fit }] : [];
    });
    const best = found.toSorted((a, b) => b.fit - a.fit)[0];
    const key = best?.target.key[0];
    if (!best || !key) return [];
    const alias = `X${sqlAlias(field)}`;
    const join = `LEFT JOIN ${sqlName(best.target.name)} ${alias} ON ${sqlColumn(alias, key.name)} = ${sqlColumn(base.alias, best.from.name)}`;
    return [
      {
        field,
        column: best.display,
        confidence: best.fit * 0.95,
        source: { alias, table: best.target, join, trust: 1 },
      },
    ];
  });
}

const reachable = ['line1', 'town', 'postcode', 'email', 'phone', 'mobile'];

/** Tables that hold a customer's address or numbers: those that the customer points at, and those that point at the customer. */
export function findAddressTables(schema: TillSchema, base: Source): readonly Source[] {
  const poor = reachable.filter((field) => fitIn(base.table, field) < 0.6);
  if (poor.length < 2) return [];
  return schema.tables
    .flatMap((table, index): readonly Source[] => {
      const [key] = table.key;
      if (table === base.table || !key || table.key.length > 1) return [];
      if (poor.filter((field) => fitIn(table, field) >= 0.6).length < 2) return [];
      const alias = `A${index}`;
      const [there] = pointers(base.table, table);
      if (there !== undefined) {
        const join = `LEFT JOIN ${sqlName(table.name)} ${alias} ON ${sqlColumn(alias, key.name)} = ${sqlColumn(base.alias, there)}`;
        return [{ alias, table, join, trust: 0.9 }];
      }
      const [back] = base.table.key.length === 1 ? pointers(table, base.table) : [];
      const own = base.table.key[0];
      if (back === undefined || !own) return [];
      const first = `SELECT MIN(${sqlColumn('F', key.name)}) FROM ${sqlName(table.name)} F WHERE ${sqlColumn('F', back)} = ${sqlColumn(base.alias, own.name)}`;
      return [
        {
          alias,
          table,
          join: `LEFT JOIN ${sqlName(table.name)} ${alias} ON ${sqlColumn(alias, key.name)} = (${first})`,
          trust: 0.8,
        },
      ];
    })
    .slice(0, 2);
}

function fitIn(table: KnownTable, field: string): number {
  const words = fieldWords.customer[field];
  return words
    ? Math.max(0, ...table.columns.map((column) => fieldFit(column, words, { name: field, prefix: table.prefix })))
    : 0;
}

function displayColumn(table: KnownTable): KnownColumn | undefined {
  return table.columns
    .filter((column) => isText(column) && !isWhole(column))
    .map((column) => ({ column, fit: nameFit(column.name, displayWords, table.prefix) }))
    .filter(({ fit }) => fit > 0.6)
    .toSorted((a, b) => b.fit - a.fit)[0]?.column;
}

function sqlAlias(field: string): string {
  return field.replaceAll(/[^a-z]/gi, '').toUpperCase();
}
