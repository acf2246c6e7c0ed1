import { rowKinds, type Row } from '../../model/record.ts';
import type { TableDescription, Till } from '../contract.ts';
import type { Profile } from '../profile.ts';
import { findTables, kindFit, type FoundTables } from './find-tables.ts';
import type { KindSuggestion } from './proposal.ts';
import { suggestKind, type KindProposal } from './suggest-kind.ts';
import { tillSchema, type TillSchema } from './till-schema.ts';

/** A profile that was made by looking, with how sure each part of it is, and what could not be placed. */
export interface ProfileSuggestion {
  /** Has only a name where nothing was recognised; such a profile cannot be used. */
  readonly profile: Profile;
  readonly kinds: readonly KindSuggestion[];
  readonly leftOver: {
    /** Tables with rows that nothing is read from. */
    readonly tables: readonly { readonly name: string; readonly rows: number | null }[];
    /** Columns of the tables that are read which no field took: `KUNDEN.FAX`. */
    readonly columns: readonly string[];
  };
  /** What is missing and what to look at, in sentences. */
  readonly notes: readonly string[];
}

const sampledRows = 200;
/** So many tables of each kind are looked into; a till has hundreds that are beside the point. */
const looksOfEach = 4;

/** Proposes a profile for a database that nobody has described, from its names, types, foreign keys and samples of its values. */
export async function suggestProfile(till: Pick<Till, 'describe' | 'sample'>): Promise<ProfileSuggestion> {
  const description = await till.describe();
  const tables = description.tables.filter(({ kind }) => kind === 'table');
  const considered = { ...description, tables: tables.length > 0 ? tables : description.tables };
  const samples = new Map<string, readonly Row[]>();
  for (const name of worthSampling(tillSchema(considered, samples), considered.tables))
    samples.set(name, await till.sample(name, sampledRows));
  const schema = tillSchema(considered, samples);
  const found = withLines(findTables(schema));
  const proposals = rowKinds.flatMap((kind) => suggestKind(schema, kind, found) ?? []);
  const usable = withoutHalves(proposals);
  return {
    profile: {
      name: 'Suggested',
      ...Object.fromEntries(usable.map(({ query, suggestion }) => [suggestion.kind, query])),
    },
    kinds: usable.map(({ suggestion }) => suggestion),
    leftOver: leftOver(considered.tables, usable),
    notes: notesOf(usable),
  };
}

/** The tables that may be one of ours, by their names and columns, and those that they point at. */
function worthSampling(schema: TillSchema, tables: readonly TableDescription[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const kind of rowKinds) {
    const likely = schema.tables
      .filter(({ rows }) => rows !== 0)
      .toSorted((a, b) => kindFit(kind, b) - kindFit(kind, a));
    for (const { name } of likely.slice(0, looksOfEach)) names.add(name);
  }
  for (const { name, columns } of tables) {
    if (names.has(name))
      for (const { references } of columns) if (references) names.add(references.slice(0, references.lastIndexOf('.')));
  }
  return names;
}

/** A till that sells one thing at a time keeps head and line in one row. */
function withLines(found: FoundTables): FoundTables {
  const { sale, saleLine } = found;
  if (!sale || saleLine || kindFit('saleLine', sale.table) < 0.25) return found;
  return { ...found, saleLine: { table: sale.table, confidence: sale.confidence * 0.7 } };
}

/** Sales need lines, and lines and payments are nothing without their sale. */
function withoutHalves(proposals: readonly KindProposal[]): readonly KindProposal[] {
  const has = (kind: string): boolean => proposals.some(({ suggestion }) => suggestion.kind === kind);
  const whole = has('sale') && has('saleLine');
  return proposals.filter(({ suggestion: { kind } }) => whole || kind === 'customer' || kind === 'product');
}

function leftOver(
  tables: readonly TableDescription[],
  proposals: readonly KindProposal[],
): ProfileSuggestion['leftOver'] {
  const read = proposals.map(({ query }) => query.select).join('\n');
  const isRead = (name: string): boolean =>
    new RegExp(`(FROM|JOIN) "?${name.replaceAll(/[^\p{L}\d_]/gu, '.')}"?(\\s|$)`, 'u').test(read);
  return {
    tables: tables.filter(({ name, rows }) => rows !== 0 && !isRead(name)).map(({ name, rows }) => ({ name, rows })),
    columns: proposals.flatMap(({ suggestion, leftOver: columns }) =>
      columns.map((column) => `${suggestion.table}.${column}`),
    ),
  };
}

const kindNames = { customer: 'customers', product: 'articles', sale: 'sales' } as const;

function notesOf(proposals: readonly KindProposal[]): readonly string[] {
  const absent = (['customer', 'product', 'sale'] as const)
    .filter((kind) => !proposals.some(({ suggestion }) => suggestion.kind === kind))
    .map(
      (kind) =>
        `No table was recognised as the ${kindNames[kind]}${kind === 'sale' ? ' with their lines' : ''}: write that SELECT by hand.`,
    );
  const missing = proposals.flatMap(({ suggestion: { kind, table, missing: fields } }) =>
    fields.map((field) => `${table} (${kind}): no column was recognised as ${field}.`),
  );
  return [...absent, ...missing, ...proposals.flatMap(({ notes }) => notes)];
}
