import type { RowKind } from '../../model/record.ts';
import type { ProfileQuery } from '../profile.ts';
import { keyOf } from './find-keys.ts';
import type { FoundTables } from './find-tables.ts';
import { fieldWords } from './field-words.ts';
import { suggestAmounts } from './line-amounts.ts';
import { nameFit } from './name-fit.ts';
import { placedColumn, placeFields, rounded, type Source } from './place-fields.ts';
import type { KindSuggestion, Placed } from './proposal.ts';
import { findAddressTables, findLookups } from './side-tables.ts';
import { sqlColumn, sqlName } from './sql-text.ts';
import { extrasOf, goneColumn } from './structural-fields.ts';
import { isTemporal, type TillSchema } from './till-schema.ts';

/** One kind of row as it is proposed, with what people should know about it. */
export interface KindProposal {
  readonly query: ProfileQuery;
  readonly suggestion: KindSuggestion;
  readonly notes: readonly string[];
  /** Columns of the kind's own table that no field took. */
  readonly leftOver: readonly string[];
}

const aliases: Readonly<Record<RowKind, string>> = {
  customer: 'C',
  product: 'P',
  sale: 'S',
  saleLine: 'L',
  payment: 'Z',
};

/** Fields that a destination is likely to ask for; any of a group will do. */
const wanted: Readonly<Record<RowKind, readonly (readonly string[])[]>> = {
  customer: [
    ['lastName', 'fullName', 'company'],
    ['email', 'phone', 'mobile'],
  ],
  product: [['name'], ['price'], ['sku'], ['stock']],
  sale: [['customerKey'], ['soldAt'], ['total']],
  saleLine: [['sku', 'description'], ['quantity'], ['unitPrice'], ['lineTotal']],
  payment: [['method'], ['amount']],
};

/** Writes the SELECT for one kind out of what was found; undefined where its rows cannot be told apart. */
export function suggestKind(schema: TillSchema, kind: RowKind, found: FoundTables): KindProposal | undefined {
  const own = found[kind];
  if (!own) return undefined;
  const base: Source = { alias: aliases[kind], table: own.table, trust: 1 };
  const key = keyOf(kind, base, found);
  if (!key) return undefined;
  const { fields, joins } = fieldsBesideKey({ schema, kind, found }, base);
  const undated = undatedConsents(fields);
  const placed = [...key.placed, ...without(fields, undated)];
  const change = kind === 'customer' || kind === 'product' ? changeColumn(base) : undefined;
  const list = placed.map(({ sql, field }) => `${sql} AS "${field}"`).join(',\n  ');
  const from = [`FROM ${sqlName(own.table.name)} ${base.alias}`, ...joins].join('\n');
  const computed = placed.filter(({ sql, origin }) => !plainColumn.test(sql) && origin !== '');
  return {
    query: {
      select: `SELECT ${list}\n${from}`,
      key: [...key.names],
      ...(change === undefined ? {} : { change }),
      origins: Object.fromEntries(computed.map(({ field, origin }) => [field, origin])),
    },
    suggestion: {
      kind,
      table: own.table.name,
      confidence: rounded(own.confidence),
      fields: placed.map(({ field, origin, confidence, samples }) => ({ field, origin, confidence, samples })),
      missing: missingOf(kind, placed),
    },
    notes: [...goneNotes(kind, base, placed), ...consentNotes(undated)],
    leftOver: leftOverOf(base, placed),
  };
}

const plainColumn = /^\w+\.("[^"]*"|[\w$]+)$/;

/** All fields but the key's, and what has to be joined for them. */
function fieldsBesideKey(
  { schema, kind, found }: { schema: TillSchema; kind: RowKind; found: FoundTables },
  base: Source,
): { readonly fields: readonly Placed[]; readonly joins: readonly string[] } {
  const addresses = kind === 'customer' ? findAddressTables(schema, base) : [];
  const lookups = findLookups(schema, kind, base);
  const structural = extrasOf({ kind, found, isFirebird: schema.isFirebird }, base);
  const looked = lookups.map(({ field, ...place }) => placedColumn(field, place));
  const byName = without(placeFields(kind, [base, ...addresses]), looked);
  const all = [...structural.extra, ...without([...byName, ...looked], structural.extra)];
  const fields = kind === 'saleLine' ? suggestAmounts(all, base) : all;
  const sides = [...addresses, ...lookups.map(({ source }) => source)];
  const used = sides.filter(({ alias }) => fields.some(({ sql }) => sql.includes(`${alias}.`)));
  return { fields, joins: [...used.flatMap(({ join }) => join ?? []), ...structural.joins] };
}

function missingOf(kind: RowKind, placed: readonly Placed[]): readonly string[] {
  const has = (field: string): boolean => placed.some((each) => each.field === field);
  return wanted[kind].filter((group) => !group.some(has)).map((group) => group.join(' or '));
}

function leftOverOf({ table }: Source, placed: readonly Placed[]): readonly string[] {
  const origins = new Set(placed.flatMap(({ origin }) => origin.split(', ')));
  return table.columns.map(({ name }) => name).filter((name) => !origins.has(`${table.name}.${name}`));
}

function goneNotes(kind: RowKind, base: Source, placed: readonly Placed[]): readonly string[] {
  const gone = goneColumn(base.table);
  if (!gone || placed.some(({ origin }) => origin === `${base.table.name}.${gone.name}`)) return [];
  return [
    `${base.table.name}.${gone.name} seems to mark what counts no more (${kind}): add a WHERE to the SELECT if such rows are to be left out.`,
  ];
}

/** A consent without its day is none that a CRM may take: every customer who gave one would be a problem that nobody can mend. */
function undatedConsents(placed: readonly Placed[]): readonly Placed[] {
  if (placed.some(({ field }) => field === 'consentedAt')) return [];
  return placed.filter(({ field }) => field.startsWith('marketing'));
}

function consentNotes(undated: readonly Placed[]): readonly string[] {
  if (undated.length === 0) return [];
  const origins = undated.map(({ origin }) => origin).join(', ');
  return [
    `${origins} seems to say who may be written to, but no column was recognised as the day on which they agreed: left out until the SELECT names that as "consentedAt".`,
  ];
}

function changeColumn(base: Source): string | undefined {
  const words = fieldWords.product['updatedAt'];
  if (!words) return undefined;
  const column = base.table.columns.find(
    (each) => isTemporal(each) && each.texts.length > 0 && nameFit(each.name, words, base.table.prefix) >= 0.75,
  );
  return column && sqlColumn(base.alias, column.name);
}

function without(placed: readonly Placed[], others: readonly Placed[]): readonly Placed[] {
  return placed.filter(({ field }) => !others.some((other) => other.field === field));
}
