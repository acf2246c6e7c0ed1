import type { RowKind } from '../../model/record.ts';
import { messageOf } from '../../support/errors.ts';
import type { FieldOrigin } from '../contract.ts';
import type { ProfileQuery } from '../profile.ts';
import { kindWords, profileError, resultFields } from '../result-fields.ts';
import { selectItems, selectWithChange } from '../select-list.ts';
import type { Attachment } from './attachment.ts';
import { typeName } from './column-type.ts';
import { errorFacts, sqlWords } from './explain-firebird.ts';
import { selectColumns } from './row-reader.ts';
import type { TextSets } from './text-sets.ts';
import type { WireColumn } from './wire.ts';

/** A profile's SELECT for one kind, understood against this database. */
export interface KindSelect {
  readonly kind: RowKind;
  /** "reading customers from the till" */
  readonly doing: string;
  readonly select: string;
  readonly fields: readonly FieldOrigin[];
  /** In the order of a row's cells. */
  readonly columns: readonly WireColumn[];
  readonly key: readonly number[];
  readonly change: WireColumn | undefined;
}

/** Prepares a profile's SELECT. Throws a `TillbridgeError` that names the field and the column where it does not fit. */
export async function kindSelect(
  { attachment, sets }: { attachment: Attachment; sets: TextSets },
  kind: RowKind,
  query: ProfileQuery,
): Promise<KindSelect> {
  const doing = `reading ${kindWords[kind]} from the till`;
  const { select, change } = selectWithChange(query);
  const columns = await prepared({ attachment, sets }, { kind, select, doing });
  const nameless = columns.findIndex(({ alias }) => alias === '');
  if (nameless >= 0)
    throw profileError(
      kind,
      `column ${nameless + 1} has no name`,
      'Give it one of our fields as its alias: … AS "lastName".',
    );
  const found = resultFields(
    kind,
    { key: query.key, ...(change === undefined ? {} : { change }) },
    columns.map(({ alias }) => alias),
  );
  const picked = found.cells.flatMap(({ field, position }) => {
    const column = columns[position];
    return column ? [{ field, column, position }] : [];
  });
  const expressions = selectItems(select);
  return {
    kind,
    doing,
    select,
    fields: picked.map(({ field, column, position }) => ({
      field,
      origin: query.origins[field] ?? originOf(column, expressions[position]?.expression),
      type: typeName(column),
    })),
    columns: picked.map(({ column }) => column),
    key: found.key.map((position) => picked.findIndex((cell) => cell.position === position)),
    change: found.change === undefined ? undefined : columns[found.change],
  };
}

async function prepared(
  { attachment, sets }: { attachment: Attachment; sets: TextSets },
  { kind, select, doing }: { kind: RowKind; select: string; doing: string },
): Promise<readonly WireColumn[]> {
  try {
    return await selectColumns(attachment, select, sets);
  } catch (error) {
    const explained = attachment.explain(doing, error);
    throw misfit(kind, select, error) ?? explained;
  }
}

/** A SELECT that the server refuses because of a name in it: which one, and which of our fields it was meant for. */
function misfit(kind: RowKind, select: string, error: unknown): unknown {
  const { gdscode } = errorFacts(error);
  const text = sqlWords(messageOf(error));
  const unknownName = /^(Column|Table) unknown, (.+?), At line/i.exec(text);
  if (gdscode !== 335544569 || !unknownName) return undefined;
  const [, what = '', name = ''] = unknownName;
  if (what.toLowerCase() === 'table') {
    return profileError(
      kind,
      `there is no table ${name} in this database`,
      'Does the profile belong to this make of till? "tillbridge till describe" lists its tables.',
    );
  }
  const item = selectItems(select).find(({ expression }) => mentions(expression, name));
  const field = item ? `, wanted for "${item.alias}"` : '';
  return profileError(
    kind,
    `there is no column ${name}${field}`,
    '"tillbridge till describe" lists the columns that this database has.',
  );
}

function mentions(expression: string, name: string): boolean {
  const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d_$]+/gu) ?? [];
  const last = wordsOf(name).at(-1);
  return last !== undefined && wordsOf(expression).includes(last);
}

function originOf({ relation, field, alias }: WireColumn, expression: string | undefined): string {
  return relation && field ? `${relation}.${field}` : (expression ?? alias).replaceAll(/\s+/g, ' ');
}
