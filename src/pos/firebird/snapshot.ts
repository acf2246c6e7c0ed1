import type { Row, RowKind } from '../../model/record.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Snapshot } from '../contract.ts';
import type { Profile } from '../profile.ts';
import { kindWords } from '../result-fields.ts';
import { isTemporal, isText, wireType } from './column-type.ts';
import { quoted } from './derived-select.ts';
import type { Session } from './describe.ts';
import { readFingerprint } from './fingerprint.ts';
import { kindSelect, type KindSelect } from './kind-select.ts';
import { readRows } from './row-reader.ts';
import type { WireColumn } from './wire.ts';

/** Everything that a till's profile reads, as of the instant of the session's transaction. */
export async function createFirebirdSnapshot(session: Session, profile: Profile): Promise<Snapshot> {
  const { attachment, sets } = session;
  const known = new Map<RowKind, Promise<KindSelect>>();

  function selectOf(kind: RowKind): Promise<KindSelect> | undefined {
    const query = profile[kind];
    if (!query) return undefined;
    let select = known.get(kind);
    if (!select) known.set(kind, (select = kindSelect(session, kind, query)));
    return select;
  }

  async function mustHave(kind: RowKind): Promise<KindSelect> {
    const select = await selectOf(kind);
    if (select) return select;
    throw new TillbridgeError(
      'settings',
      `reading ${kindWords[kind]} from the till: the profile has no SELECT for "${kind}"`,
      {
        hint: 'Add one to the profile.',
      },
    );
  }

  function rowsOf(select: KindSelect, condition: Condition | undefined): AsyncGenerator<Row[], void, undefined> {
    const origins = select.fields.map(({ origin }) => origin);
    return readRows(attachment, sets, { ...select, origins, ...condition });
  }

  return {
    fingerprint: await readFingerprint(attachment),
    fields: async (kind) => (await selectOf(kind))?.fields,
    async *read(kind, { since } = {}) {
      const select = await mustHave(kind);
      yield* rowsOf(select, since === undefined || !select.change ? undefined : compared(select.change, '>=', since));
    },
    async readOne(kind, key) {
      const select = await mustHave(kind);
      const rows: Row[] = [];
      for await (const batch of rowsOf(select, keyCondition(select, key))) rows.push(...batch);
      return rows;
    },
    async latest(kind) {
      const select = await mustHave(kind);
      return select.change ? figureOf(session, select, `MAX(T.${quoted(select.change.alias)})`) : null;
    },
    async count(kind) {
      return Number(await figureOf(session, await mustHave(kind), 'COUNT(*)'));
    },
    async newest(kind, { field, before }) {
      const select = await mustHave(kind);
      const column = select.columns[select.fields.findIndex((each) => each.field === field)];
      if (!column) return undefined;
      const rest = `ORDER BY T.${quoted(column.alias)} DESC ROWS 1`;
      for await (const [row] of rowsOf(select, { ...compared(column, '<', before), rest })) return row;
      return undefined;
    },
  };
}

/** A condition on the columns of a profile's SELECT. */
interface Condition {
  readonly where: string;
  readonly parameters: readonly string[];
  /** What stands behind the condition: `ORDER BY …`. */
  readonly rest?: string;
}

/** Lines and payments are asked for by their sale; everything else by its own key. */
function keyCondition(select: KindSelect, key: string): Condition {
  const bySale = select.kind === 'saleLine' || select.kind === 'payment';
  const saleKey = select.fields.findIndex(({ field }) => field === 'saleKey');
  const positions = bySale && saleKey >= 0 ? [saleKey] : select.key;
  const columns = positions.flatMap((position) => select.columns[position] ?? []);
  const [only] = columns;
  if (only && columns.length === 1) return compared(only, '=', key);
  const joined = columns.map((column) => `COALESCE(${asText(column)}, '')`).join(" || '-' || ");
  return { where: `${joined} = ?`, parameters: [key] };
}

/** Compares a column with a value that is text here, in the column's own type, so that its index can be used. */
function compared(column: WireColumn, operator: '=' | '>=' | '<', value: string): Condition {
  const name = `T.${quoted(column.alias)}`;
  const type = comparedAs(column);
  const fits = type === undefined || fitsType(type, value);
  if (fits)
    return { where: `${name} ${operator} ${type === undefined ? '?' : `CAST(? AS ${type})`}`, parameters: [value] };
  return { where: `${asText(column)} ${operator} ?`, parameters: [value] };
}

function comparedAs(column: WireColumn): string | undefined {
  switch (column.type) {
    case wireType.short:
    case wireType.long:
    case wireType.int64:
      return column.scale === 0 ? 'BIGINT' : `NUMERIC(18,${-column.scale})`;
    case wireType.double:
    case wireType.float:
      return 'DOUBLE PRECISION';
    case wireType.date:
      return 'DATE';
    case wireType.timestamp:
      return 'TIMESTAMP';
    default:
      return undefined;
  }
}

/** What the server could not convert would be an error instead of no row. */
function fitsType(type: string, value: string): boolean {
  if (type === 'DATE' || type === 'TIMESTAMP') return /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d{1,4})?)?$/.test(value);
  return /^-?\d{1,18}(\.\d+)?$/.test(value);
}

function asText(column: WireColumn): string {
  const name = `T.${quoted(column.alias)}`;
  if (isText(column)) return `TRIM(TRAILING FROM ${name})`;
  return isTemporal(column) ? `SUBSTRING(CAST(${name} AS VARCHAR(60)) FROM 1 FOR 19)` : `CAST(${name} AS VARCHAR(60))`;
}

/** One figure about all rows of a SELECT, as text: `COUNT(*)`. */
async function figureOf(
  { attachment, sets }: Session,
  { select, doing }: KindSelect,
  sql: string,
): Promise<string | null> {
  const figure = `SELECT CAST(${sql} AS VARCHAR(60)) AS M FROM (\n${select}\n) T`;
  const column = { alias: 'M', relation: '', field: 'M', type: wireType.varying, subType: 0, scale: 0, length: 60 };
  const wanted = { select: figure, columns: [column], key: [], origins: ['M'], doing };
  for await (const [row] of readRows(attachment, sets, wanted)) return row?.[0] ?? null;
  return null;
}
