import type { ColumnDescription, TableDescription } from '../contract.ts';
import type { Attachment } from './attachment.ts';
import { typeName, wireType } from './column-type.ts';
import { quoted } from './derived-select.ts';
import { readRows, selectColumns } from './row-reader.ts';
import type { TextSets } from './text-sets.ts';
import type { Row } from '../../model/record.ts';

/** An attachment, with the character sets of its database. */
export interface Session {
  readonly attachment: Attachment;
  readonly sets: TextSets;
}

const relations = `SELECT R.RDB$RELATION_NAME AS N, IIF(R.RDB$VIEW_BLR IS NULL, 'table', 'view') AS K
  FROM RDB$RELATIONS R WHERE COALESCE(R.RDB$SYSTEM_FLAG, 0) = 0 ORDER BY 1`;

const columns = `SELECT F.RDB$RELATION_NAME AS T, F.RDB$FIELD_NAME AS N, D.RDB$FIELD_TYPE AS Y, D.RDB$FIELD_SUB_TYPE AS S,
    D.RDB$FIELD_SCALE AS C, D.RDB$FIELD_LENGTH AS L, D.RDB$CHARACTER_LENGTH AS M,
    IIF(COALESCE(F.RDB$NULL_FLAG, D.RDB$NULL_FLAG, 0) = 1, 0, 1) AS U, D.RDB$CHARACTER_SET_ID AS I, S.RDB$CHARACTER_SET_NAME AS E,
    D.RDB$FIELD_PRECISION AS P
  FROM RDB$RELATION_FIELDS F JOIN RDB$FIELDS D ON D.RDB$FIELD_NAME = F.RDB$FIELD_SOURCE
  LEFT JOIN RDB$CHARACTER_SETS S ON S.RDB$CHARACTER_SET_ID = D.RDB$CHARACTER_SET_ID
  WHERE COALESCE(F.RDB$SYSTEM_FLAG, 0) = 0 ORDER BY F.RDB$RELATION_NAME, F.RDB$FIELD_POSITION`;

const keys = `SELECT C.RDB$RELATION_NAME AS T, S.RDB$FIELD_NAME AS N, C.RDB$CONSTRAINT_TYPE AS K, P.RDB$RELATION_NAME AS R, Q.RDB$FIELD_NAME AS Q
  FROM RDB$RELATION_CONSTRAINTS C JOIN RDB$INDEX_SEGMENTS S ON S.RDB$INDEX_NAME = C.RDB$INDEX_NAME
  LEFT JOIN RDB$REF_CONSTRAINTS F ON F.RDB$CONSTRAINT_NAME = C.RDB$CONSTRAINT_NAME
  LEFT JOIN RDB$RELATION_CONSTRAINTS P ON P.RDB$CONSTRAINT_NAME = F.RDB$CONST_NAME_UQ
  LEFT JOIN RDB$INDEX_SEGMENTS Q ON Q.RDB$INDEX_NAME = P.RDB$INDEX_NAME AND Q.RDB$FIELD_POSITION = S.RDB$FIELD_POSITION
  WHERE C.RDB$CONSTRAINT_TYPE IN ('PRIMARY KEY', 'FOREIGN KEY')`;

/** Every table and view of the till's own, with how many rows each table has. */
export async function describeTables(session: Session): Promise<readonly TableDescription[]> {
  const columnsOf = Map.groupBy(await allRows(session, columns), ([table]) => table ?? '');
  const keysOf = Map.groupBy(await allRows(session, keys), ([table]) => table ?? '');
  const tables: TableDescription[] = [];
  for (const [name = null, kind] of await allRows(session, relations)) {
    if (name === null) continue;
    const described = (columnsOf.get(name) ?? []).map((row) => columnOf(row, keysOf.get(name) ?? []));
    const isView = kind === 'view';
    tables.push({
      name,
      kind: isView ? 'view' : 'table',
      rows: isView ? null : await countOf(session, name),
      columns: described,
    });
  }
  return tables;
}

/** Up to so many rows of a table, as text, its columns in their own order. */
export async function sampleRows(session: Session, table: string, count: number): Promise<readonly Row[]> {
  return allRows(session, `SELECT FIRST ${Math.trunc(count)} * FROM ${quoted(table)}`);
}

function columnOf(row: Row, keysHere: readonly Row[]): ColumnDescription {
  const [, name, type, subType, scale, length, characters, nullable, setId, setName, precision] = row;
  const mine = keysHere.filter(([, column]) => column === name);
  const foreign = mine.find(([, , kind]) => kind === 'FOREIGN KEY');
  const isText = type === '14' || type === '37' || (type === '261' && subType === '1');
  return {
    name: name ?? '',
    type: storedType({ type, subType, scale, length: characters ?? length, precision, setId }),
    nullable: nullable === '1' && !mine.some(([, , kind]) => kind === 'PRIMARY KEY'),
    primaryKey: mine.some(([, , kind]) => kind === 'PRIMARY KEY'),
    ...(foreign?.[3] && foreign[4] ? { references: `${foreign[3]}.${foreign[4]}` } : {}),
    ...(isText && setName ? { characterSet: setName } : {}),
  };
}

/** The types of RDB$FIELDS as those of a result. */
const storedTypes: Readonly<Record<string, number>> = {
  7: wireType.short,
  8: wireType.long,
  10: wireType.float,
  12: wireType.date,
  13: wireType.time,
  14: wireType.text,
  16: wireType.int64,
  23: wireType.boolean,
  24: wireType.decimal16,
  25: wireType.decimal34,
  26: wireType.int128,
  27: wireType.double,
  28: wireType.timeTz,
  29: wireType.timestampTz,
  35: wireType.timestamp,
  37: wireType.varying,
  261: wireType.blob,
};

type Cell = string | null | undefined;
type Stored = Record<'type' | 'subType' | 'scale' | 'length' | 'precision' | 'setId', Cell>;

function storedType({ type, subType, scale, length, precision, setId }: Stored): string {
  const kind = storedTypes[type ?? ''] ?? 0;
  const name = typeName({
    alias: '',
    relation: '',
    field: '',
    type: kind,
    // RDB$CHARACTER_LENGTH counts characters already, so that the set's width must not count again.
    subType:
      kind === wireType.text || kind === wireType.varying ? Math.min(Number(setId ?? 0), 2) : Number(subType ?? 0),
    scale: kind === wireType.blob ? 0 : Number(scale ?? 0),
    length: Number(length ?? 0),
  });
  const declared = Number(precision ?? 0);
  return declared > 0 ? name.replace(/\(\d+,/, `(${declared},`) : name;
}

async function countOf(session: Session, table: string): Promise<number | null> {
  try {
    const [row] = await allRows(session, `SELECT COUNT(*) AS N FROM ${quoted(table)}`);
    return Number(row?.[0] ?? 0);
  } catch (error) {
    if (error instanceof Error && 'reason' in error && error.reason === 'settings') return null;
    throw error;
  }
}

async function allRows({ attachment, sets }: Session, select: string): Promise<readonly Row[]> {
  const doing = 'describing the till';
  try {
    const found = await selectColumns(attachment, select, sets);
    const all: Row[] = [];
    const wanted = { select, columns: found, key: [], origins: found.map(({ alias }) => alias), doing };
    for await (const rows of readRows(attachment, sets, wanted)) all.push(...rows);
    return all;
  } catch (error) {
    throw attachment.explain(doing, error);
  }
}
