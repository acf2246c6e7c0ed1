import type { Row, RowKind } from '../../model/record.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { FieldOrigin, Fingerprint, Snapshot } from '../contract.ts';
import type { Profile, ProfileQuery } from '../profile.ts';
import { kindWords, resultFields } from '../result-fields.ts';
import { selectItems, selectWithChange } from '../select-list.ts';
import { explainSelect, explainSqlite } from './explain-sqlite.ts';
import type { ReadOnlySqlite } from './read-only-sqlite.ts';
import { sqliteCell, type SqliteCell } from './sqlite-cell.ts';

/** What a snapshot is made from. `pause` lets the rest of the process have its turn: SQLite itself never waits. */
export interface SqliteSnapshotParts {
  readonly database: ReadOnlySqlite;
  readonly profile: Profile;
  readonly fingerprint: Fingerprint;
  readonly signal: AbortSignal;
}

interface KindSelect {
  readonly kind: RowKind;
  readonly select: string;
  readonly fields: readonly FieldOrigin[];
  readonly columns: readonly { readonly alias: string; readonly read: SqliteCell }[];
  readonly key: readonly string[];
  readonly change: string | undefined;
}

interface Condition {
  readonly where: string;
  readonly parameter: string | number;
  /** What stands behind the condition: `ORDER BY …`. */
  readonly rest?: string;
}

const batchRows = 500;

/** Everything that a till's profile reads, inside the read transaction that stands already. */
export function createSqliteSnapshot({ database, profile, fingerprint, signal }: SqliteSnapshotParts): Snapshot {
  const known = new Map<RowKind, KindSelect>();

  function selectOf(kind: RowKind): KindSelect | undefined {
    const query = profile[kind];
    if (!query) return undefined;
    let select = known.get(kind);
    if (!select) known.set(kind, (select = kindSelect(database, kind, query)));
    return select;
  }

  function mustHave(kind: RowKind): KindSelect {
    const select = selectOf(kind);
    if (select) return select;
    throw new TillbridgeError(
      'settings',
      `reading ${kindWords[kind]} from the till: the profile has no SELECT for "${kind}"`,
      {
        hint: 'Add one to the profile.',
      },
    );
  }

  async function* rowsOf(select: KindSelect, condition?: Condition): AsyncGenerator<Row[], void, undefined> {
    try {
      let batch: Row[] = [];
      for (const row of iterate(database, select, condition)) {
        if (batch.push(row) < batchRows) continue;
        yield batch;
        // SQLite never waits, so nothing else would get a turn, nor an abort be heard.
        await new Promise(setImmediate);
        signal.throwIfAborted();
        batch = [];
      }
      if (batch.length > 0) yield batch;
    } catch (error) {
      throw signal.aborted ? signal.reason : explainSqlite(`reading ${kindWords[select.kind]} from the till`, error);
    }
  }

  return {
    fingerprint,
    fields: async (kind) => selectOf(kind)?.fields,
    async *read(kind, { since } = {}) {
      signal.throwIfAborted();
      const select = mustHave(kind);
      const narrow = since !== undefined && select.change !== undefined;
      yield* rowsOf(
        select,
        narrow ? { where: `T.${quoted(select.change)} >= ?`, parameter: asNumber(since) } : undefined,
      );
    },
    async readOne(kind, key) {
      const rows: Row[] = [];
      const select = mustHave(kind);
      for await (const batch of rowsOf(select, keyCondition(select, key))) rows.push(...batch);
      return rows;
    },
    async count(kind) {
      const [row] = database.prepare(`SELECT COUNT(*) FROM (\n${mustHave(kind).select}\n) T`).iterate();
      return Number(row?.[0] ?? 0);
    },
    async newest(kind, { field, before }) {
      const select = mustHave(kind);
      const alias = select.columns[select.fields.findIndex((each) => each.field === field)]?.alias;
      if (alias === undefined) return undefined;
      const name = `T.${quoted(alias)}`;
      const highest = { where: `${name} < ?`, parameter: before, rest: `ORDER BY ${name} DESC LIMIT 1` };
      for await (const [row] of rowsOf(select, highest)) return row;
      return undefined;
    },
    async latest(kind) {
      const select = mustHave(kind);
      if (select.change === undefined) return null;
      const sql = `SELECT MAX(T.${quoted(select.change)}) FROM (\n${select.select}\n) T`;
      const [row] = database.prepare(sql).iterate();
      const highest = row?.[0] ?? null;
      return highest === null ? null : sqliteCell(null)(highest);
    },
  };
}

function* iterate(database: ReadOnlySqlite, { select, columns }: KindSelect, condition?: Condition): Generator<Row> {
  const list = columns.map(({ alias }) => `T.${quoted(alias)}`).join(', ');
  const sql = `SELECT ${list} FROM (\n${select}\n) T${condition ? ` WHERE ${condition.where} ${condition.rest ?? ''}` : ''}`;
  for (const cells of database.prepare(sql).iterate(...(condition ? [condition.parameter] : []))) {
    for (let position = 0; position < columns.length; position++) {
      const value = cells[position];
      if (value !== null) cells[position] = columns[position]?.read(value) ?? null;
    }
    // Every cell has just been replaced by what its reader answered.
    yield cells as (string | null)[];
  }
}

function kindSelect(database: ReadOnlySqlite, kind: RowKind, query: ProfileQuery): KindSelect {
  const { select, change } = selectWithChange(query);
  const found = columnsOf(database, kind, select);
  const aliases = found.map(({ name }) => name);
  const fields = resultFields(kind, { key: query.key, ...(change === undefined ? {} : { change }) }, aliases);
  const expressions = selectItems(select);
  const picked = fields.cells.flatMap(({ field, position }) => {
    const column = found[position];
    if (!column) return [];
    const { table, column: name, type } = column;
    const origin =
      table && name ? `${table}.${name}` : (expressions[position]?.expression ?? column.name).replaceAll(/\s+/g, ' ');
    return [
      {
        alias: column.name,
        read: sqliteCell(type),
        field: { field, origin: query.origins[field] ?? origin, type: type ?? '' },
      },
    ];
  });
  return {
    kind,
    select,
    fields: picked.map(({ field }) => field),
    columns: picked,
    key: fields.key.flatMap((position) => aliases[position] ?? []),
    change: fields.change === undefined ? undefined : aliases[fields.change],
  };
}

function columnsOf(
  database: ReadOnlySqlite,
  kind: RowKind,
  select: string,
): ReturnType<ReturnType<ReadOnlySqlite['prepare']>['columns']> {
  try {
    return database.prepare(select).columns();
  } catch (error) {
    throw explainSelect(kind, select, error);
  }
}

/** Lines and payments are asked for by their sale; everything else by its own key. */
function keyCondition({ kind, key, columns, fields }: KindSelect, value: string): Condition {
  const saleKey = columns[fields.findIndex(({ field }) => field === 'saleKey')]?.alias;
  const parts = (kind === 'saleLine' || kind === 'payment') && saleKey !== undefined ? [saleKey] : key;
  const [only] = parts;
  const type = fields[columns.findIndex(({ alias }) => alias === only)]?.type ?? '';
  // A number is found by its index; a text may be padded, as CHAR columns are.
  if (only !== undefined && parts.length === 1 && isWhole(value) && !/char|text|clob|^$/i.test(type)) {
    return { where: `T.${quoted(only)} = ?`, parameter: asNumber(value) };
  }
  return {
    where: `${parts.map((part) => `RTRIM(COALESCE(T.${quoted(part)}, ''))`).join(" || '-' || ")} = ?`,
    parameter: value,
  };
}

/** A number is compared as one with a column of numbers, and as text with a column of texts: so SQLite converts. */
function asNumber(value: string): string | number {
  return isWhole(value) ? Number(value) : value;
}

function isWhole(value: string): boolean {
  return /^(0|-?[1-9]\d{0,14})$/.test(value);
}

/** A name as SQL takes it in any case and with any signs: `"DATE"`. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
