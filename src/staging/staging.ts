import type { WritableDatabase } from '../database/open.ts';
import type { Instant } from '../model/ids.ts';
import type { Row, RowKind } from '../model/record.ts';
import { createPull, forgetPull, type Pull } from './pull.ts';
import { prepareStatements, type StoredRow } from './statements.ts';

/** A row as it stands after the last complete pull. `cells` is null where it is gone, since `vanishedAt`. */
export interface StagedRow {
  readonly id: number;
  readonly key: string;
  readonly parent: string | null;
  readonly cells: Row | null;
  readonly vanishedAt: Instant | null;
}

/** What staging knows of one kind of row of a source. */
export interface FeedState {
  /** The fields in the order of the cells; empty before the first pull. */
  readonly fields: readonly string[];
  readonly rows: number;
  /** The newest change: `changes` up to here are complete. */
  readonly lastRow: number;
}

/** A source's last complete pull. */
export interface LastPull {
  readonly id: number;
  readonly finishedAt: Instant;
  readonly fingerprint: string;
}

/** Every row of one source as it was at the last complete pull, and the log of what changed. */
export interface Staging {
  /** Clears away what an interrupted pull left. The first thing at every start. */
  recover(): void;
  begin(options: { whole: boolean; startedAt: Instant; fingerprint: string }): Pull;
  feed(kind: RowKind): FeedState;
  /** The newest complete pull; with `whole`, the newest that read everything. */
  lastPull(options?: { whole: boolean }): LastPull | undefined;
  /** Rows that came, changed or vanished after row id `after` and up to `upTo`, oldest change first. */
  changes(kind: RowKind, range: { after: number; upTo: number; limit: number }): StagedRow[];
  /** The parents of such rows, each once. */
  changedParents(kind: RowKind, range: { after: number; upTo: number }): string[];
  row(kind: RowKind, key: string): StagedRow | undefined;
  /** The rows, still there, that belong to a parent, in the order of their keys. */
  children(kind: RowKind, parent: string): StagedRow[];
  /** Keys, in their order as text, from `after` on. */
  keys(kind: RowKind, after: string, limit: number): string[];
  /** Rows that have been gone since before the instant. */
  vanishedBefore(kind: RowKind, at: Instant): string[];
  /** Takes in one row, or its absence, outside a pull. Answers whether anything changed. */
  put(kind: RowKind, arrival: { key: string; parent: string | null; cells: Row | null; at: Instant }): boolean;
}

/** Staging for one source, in our own database. */
export function createStaging(database: WritableDatabase, source: string): Staging {
  const statements = prepareStatements(database);
  const select = `SELECT row.id, key, parent, content, chunk, row.pull, vanished_at AS vanishedAt
    FROM row JOIN feed ON feed.id = row.feed WHERE feed.source = '${source}' AND feed.kind = ? AND row.pull <= feed.pull`;
  const changes = database.prepare<[string, number, number, number], StoredRow>(
    `${select} AND row.id > ? AND row.id <= ? ORDER BY row.id LIMIT ?`,
  );
  const one = database.prepare<[string, string], StoredRow>(`${select} AND key = ?`);
  const children = database.prepare<[string, string], StoredRow>(
    `${select} AND parent = ? AND content IS NOT NULL ORDER BY length(key), key`,
  );
  const feeds = database.prepare<[string, string], { id: number; layout: string; rows: number; lastRow: number; pull: number }>(
    'SELECT id, layout, rows, last_row AS lastRow, pull FROM feed WHERE source = ? AND kind = ?',
  );
  const parents = database
    .prepare<[string, number, number], string>(`SELECT DISTINCT parent FROM (${select} AND row.id > ? AND row.id <= ?) WHERE parent IS NOT NULL`)
    .pluck();
  const keys = database
    .prepare<[string, string, number], string>(
      `SELECT key FROM (${select} AND key > ? AND content IS NOT NULL ORDER BY key LIMIT ?)`,
    )
    .pluck();
  const vanished = database
    .prepare<[string, string], string>(`SELECT key FROM (${select} AND vanished_at <= ?)`)
    .pluck();

  const put: Staging['put'] = (kind, { key, parent, cells, at }) => {
    const feed = feeds.get(source, kind);
    if (!feed) return false;
    const before = statements.newest.get(feed.id, key);
    const content = cells && JSON.stringify(cells);
    if ((before?.content ?? null) === content) return false;
    if (before) {
      if (before.chunk !== null) statements.breakChunk.run(before.chunk);
      statements.dropRow.run(before.id);
    }
    statements.addRow.run(feed.id, key, parent ?? before?.parent ?? null, content, null, feed.pull, content === null ? at : null);
    database.prepare('UPDATE feed SET last_row = (SELECT max(id) FROM row) WHERE id = ?').run(feed.id);
    return true;
  };

  return {
    recover() {
      const unfinished = database.prepare<[string], { id: number; firstRow: number }>(
        'SELECT id, first_row AS firstRow FROM pull WHERE source = ? AND finished_at IS NULL',
      );
      for (const pull of unfinished.all(source)) forgetPull(database, statements, pull);
    },
    begin: (options) => createPull({ database, statements, source, ...options }),
    feed(kind) {
      const found = feeds.get(source, kind);
      return {
        fields: found?.layout ? found.layout.split(',') : [],
        rows: found?.rows ?? 0,
        lastRow: found?.lastRow ?? 0,
      };
    },
    lastPull: (options) =>
      database
        .prepare<[string, number], LastPull>(
          `SELECT id, finished_at AS finishedAt, fingerprint FROM pull
           WHERE source = ? AND finished_at IS NOT NULL AND whole >= ? ORDER BY id DESC LIMIT 1`,
        )
        .get(source, options?.whole ? 1 : 0),
    changes: (kind, { after, upTo, limit }) => changes.all(kind, after, upTo, limit).map(staged),
    changedParents: (kind, { after, upTo }) => parents.all(kind, after, upTo),
    row(kind, key) {
      const found = one.get(kind, key);
      return found && staged(found);
    },
    children: (kind, parent) => children.all(kind, parent).map(staged),
    keys: (kind, after, limit) => keys.all(kind, after, limit),
    vanishedBefore: (kind, at) => vanished.all(kind, at),
    put: (kind, arrival) => database.transaction(put).immediate(kind, arrival),
  };
}

function staged(row: StoredRow): StagedRow {
  return {
    id: row.id,
    key: row.key,
    parent: row.parent,
    // Written by ourselves as a row's cells, and by nobody else.
    cells: row.content === null ? null : (JSON.parse(row.content) as Row),
    vanishedAt: row.vanishedAt as Instant | null,
  };
}
