import type { RowKind } from '../../model/record.ts';
import { bestColumn } from './best-column.ts';
import { customerKey } from './find-keys.ts';
import { pointers, type FoundTables } from './find-tables.ts';
import { nameFit } from './name-fit.ts';
import { goneSql, placedColumn, placeFields, type Source } from './place-fields.ts';
import type { Placed } from './proposal.ts';
import { sqlColumn, sqlName } from './sql-text.ts';
import { isTemporal, isText, type KnownColumn, type KnownTable } from './till-schema.ts';
import { goneWords, timeWords } from './words/table-words.ts';

/** What is found by where it points, or by two columns together. */
export function extrasOf(
  { kind, found, isFirebird }: { kind: RowKind; found: FoundTables; isFirebird: boolean },
  base: Source,
): { readonly extra: readonly Placed[]; readonly joins: readonly string[] } {
  switch (kind) {
    case 'sale':
      return { extra: [...customerKey(base, found.customer?.table), ...soldAt(base, isFirebird)], joins: [] };
    case 'saleLine':
      return lineSku(base, found);
    case 'product':
      return { extra: [...activeOf(base), ...skuOfKey(base)], joins: [] };
    case 'customer':
    case 'payment':
      return { extra: [], joins: [] };
    default:
      return kind satisfies never;
  }
}

/** A day and a time of day that stand apart are one moment. */
function soldAt(base: Source, isFirebird: boolean): readonly Placed[] {
  const [day] = bestColumn(base, { kind: 'sale', field: 'soldAt' }, 0.45);
  const clock = base.table.columns.find(
    ({ name, type }) => /^TIME(\(|$)/i.test(type) && nameFit(name, { words: timeWords }, base.table.prefix) > 0.6,
  );
  const column = base.table.columns.find(({ name }) => day?.origin === `${base.table.name}.${name}`);
  if (!day || !clock || column?.type.toUpperCase() !== 'DATE') return [];
  const time = sqlColumn(base.alias, clock.name);
  return [
    {
      ...day,
      sql: isFirebird
        ? `${day.sql} + COALESCE(${time}, TIME '00:00:00')`
        : `${day.sql} || ' ' || COALESCE(${time}, '00:00:00')`,
      origin: `${day.origin}, ${base.table.name}.${clock.name}`,
    },
  ];
}

/** Lines name their article by its key; the article's own number is what people and destinations know. */
function lineSku(
  base: Source,
  { product }: FoundTables,
): { readonly extra: readonly Placed[]; readonly joins: readonly string[] } {
  const direct = bestColumn(base, { kind: 'saleLine', field: 'sku' }, 0.5);
  const [pointer] = product && product.table !== base.table ? pointers(base.table, product.table) : [];
  const key = product?.table.key[0];
  const column = base.table.columns.find(({ name }) => name === pointer);
  if (!product || !column || !key) return { extra: direct, joins: [] };
  const source: Source = { alias: 'P', table: product.table, trust: 1 };
  const article = [...skuOfKey(source), ...placeFields('product', [source])];
  const number = article.find(({ field }) => field === 'sku');
  const isKey = !number || number.origin === `${product.table.name}.${key.name}`;
  const sku = isKey ? placedColumn('sku', { source: base, column, confidence: 0.9 }) : number;
  const hasText = bestColumn(base, { kind: 'saleLine', field: 'description' }, 0.55).length > 0;
  const name = hasText ? undefined : article.find(({ field }) => field === 'name');
  const description = name ? [{ ...name, field: 'description' }] : [];
  const join = `LEFT JOIN ${sqlName(product.table.name)} P ON ${sqlColumn('P', key.name)} = ${sqlColumn(base.alias, column.name)}`;
  return { extra: [sku, ...description], joins: isKey && !name ? [] : [join] };
}

/** An article's key is its number where it is a text, or where no other column is one. */
function skuOfKey(base: Source): readonly Placed[] {
  const [key] = base.table.key;
  if (!key || base.table.key.length > 1) return [];
  const other = placeFields('product', [base]).find(({ field }) => field === 'sku');
  if (other && other.origin !== `${base.table.name}.${key.name}`) return [];
  return [placedColumn('sku', { source: base, column: key, confidence: isText(key) ? 0.85 : 0.6 })];
}

function activeOf(base: Source): readonly Placed[] {
  const [active] = bestColumn(base, { kind: 'product', field: 'active' }, 0.7);
  const gone = goneColumn(base.table);
  if (active || !gone) return active ? [active] : [];
  const placed = placedColumn('active', { source: base, column: gone, confidence: 0.8 });
  return [{ ...placed, sql: goneSql(sqlColumn(base.alias, gone.name), gone) }];
}

/** The column that marks a table's rows as gone. */
export function goneColumn(table: KnownTable): KnownColumn | undefined {
  return table.columns.find(
    (column) => !isTemporal(column) && nameFit(column.name, { words: goneWords }, table.prefix) >= 0.75,
  );
}
