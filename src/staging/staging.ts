import type { WritableDatabase } from '../database/open.ts';
import type { Instant } from '../model/ids.ts';
import type { FeedKind, Row } from '../model/record.ts';
import { keyOfCells, sharedKey } from './feed-pull.ts';
import { createPages, type Pages } from './pages.ts';
import { createPull, forgetPull, type Pull } from './pull.ts';
import { prepareReads, prepareStatements, type StoredRow } from './statements.ts';

/** A row as it stands after the last complete pull. `cells` is null where it is gone, since `vanishedAt`. */
export interface StagedRow {
  readonly id: number;
  /** Who gave it: `till`, a shop front's id, or `joined` for what was made of several. */
  readonly source: string;
  readonly key: string;
  readonly parent: string | null;
  readonly cells: Row | null;
  readonly vanishedAt: Instant | null;
}

/** What staging knows of one kind of row of a source. */
export interface FeedState {
  /** The fields in the order of the cells; empty before the first pull. */
  readonly fields: readonly string[];
  /** What the source's own people call each field. */
  readonly origins: Readonly<Record<string, string>>;
  readonly rows: number;
  /** The newest change: `changes` up to here are complete. */
  readonly lastRow: number;
  /** How far its change column has come. */
  readonly checkpoint: string | null;
}

/** A source's last complete pull. */
export interface LastPull {
  readonly id: number;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly fingerprint: string;
}

/** Every row of one source as it was at the last complete pull, and the log of what changed. */
export interface Staging extends Pages {
  /** Clears away what an interrupted pull left. The first thing at every start. */
  recover(): void;
  begin(options: { whole: boolean; startedAt: Instant; fingerprint: string }): Pull;
  feed(kind: FeedKind): FeedState;
  /** The newest complete pull; with `whole`, the newest that read everything. */
  lastPull(options?: { whole: boolean }): LastPull | undefined;
  /** The complete pulls that are remembered, newest first. */
  pulls(): LastPull[];
  /** Rows that came, changed or vanished after row id `after` and up to `upTo`, oldest change first. */
  changes(kind: FeedKind, range: { after: number; upTo: number; limit: number }): StagedRow[];
  /** The parents of such rows, each once. */
  changedParents(kind: FeedKind, range: { after: number; upTo: number }): string[];
  row(kind: FeedKind, key: string): StagedRow | undefined;
  /** The key of a row with these cells. */
  keyOf(kind: FeedKind, cells: Row): string;
  /** The keys that more than one row has. The first of them keeps it; the others are staged as `10433 (2)`. */
  repeated(kind: FeedKind): ReadonlySet<string>;
  /** The rows, still there, that belong to a parent, in the order of their keys. */
  children(kind: FeedKind, parent: string): StagedRow[];
  /** Keys, in their order as text, from `after` on. */
  keys(kind: FeedKind, after: string, limit: number): string[];
  /** The highest whole number that is the key of a row for which `counts` holds, an unfinished pull's rows among them; -1 without one. */
  highest(kind: FeedKind, counts: (key: string) => boolean): number;
  /** Up to `limit` keys of rows that are there and hold this text, or all of its words, large and small letters alike; the key itself comes first, then whole cells. */
  search(kind: FeedKind, text: string, limit: number): string[];
  /** Rows that have been gone since before the instant. */
  vanishedBefore(kind: FeedKind, at: Instant): string[];
  /** Takes in one row, or its absence, outside a pull. Answers whether anything changed. */
  put(kind: FeedKind, arrival: { key: string; parent: string | null; cells: Row | null; at: Instant }): boolean;
  /** Logs the row as changed, although it stands as it did: something that it is judged by is not here but elsewhere. False where there is none. Inside the caller's transaction. */
  touch(kind: FeedKind, key: string): boolean;
}

/** Staging for one source, in our own database. */
export function createStaging(database: WritableDatabase, source: string): Staging {
  const statements = prepareStatements(database);
  const feeds = database.prepare<[string, string], FeedRow>(
    'SELECT id, layout, key_fields AS keyFields, origins, rows, last_row AS lastRow, checkpoint, pull FROM feed WHERE source = ? AND kind = ?',
  );
  const feedOf = (kind: FeedKind): FeedRow =>
    feeds.get(source, kind) ?? {
      id: 0,
      layout: '',
      keyFields: '',
      origins: '{}',
      rows: 0,
      lastRow: 0,
      checkpoint: null,
      pull: 0,
    };
  const reads = prepareReads(database);
  const pages = createPages({ database, statements, source });
  const moveLastRow = database.prepare<[number]>('UPDATE feed SET last_row = (SELECT max(id) FROM row) WHERE id = ?');
  const staged = (row: StoredRow): StagedRow => stagedRow(row, source);

  const put: Staging['put'] = (kind, { key, parent, cells, at }) => {
    const feed = feedOf(kind);
    if (feed.id === 0) return false;
    const before = statements.newest.get(feed.id, key);
    const content = cells && JSON.stringify(cells);
    if ((before?.content ?? null) === content) return false;
    if (before) {
      if (before.chunk !== null) statements.breakChunk.run(before.chunk);
      statements.dropRow.run(before.id);
    }
    statements.addRow.run(
      feed.id,
      key,
      parent ?? before?.parent ?? null,
      content,
      null,
      feed.pull,
      content === null ? at : null,
    );
    moveLastRow.run(feed.id);
    return true;
  };

  return {
    ...pages,
    recover() {
      const unfinished = database.prepare<[string], { id: number; firstRow: number }>(
        'SELECT id, first_row AS firstRow FROM pull WHERE source = ? AND finished_at IS NULL',
      );
      for (const pull of unfinished.all(source)) forgetPull(database, statements, pull);
    },
    begin: (options) => createPull({ database, statements, source, ...options }),
    feed(kind) {
      const { layout, origins, rows, lastRow, checkpoint } = feedOf(kind);
      const named: unknown = JSON.parse(origins);
      return {
        fields: layout === '' ? [] : layout.split(','),
        origins: named as Record<string, string>,
        rows,
        lastRow,
        checkpoint,
      };
    },
    lastPull: (options) =>
      database
        .prepare<[string, number], LastPull>(
          `SELECT id, started_at AS startedAt, finished_at AS finishedAt, fingerprint FROM pull
           WHERE source = ? AND finished_at IS NOT NULL AND whole >= ? ORDER BY id DESC LIMIT 1`,
        )
        .get(source, options?.whole ? 1 : 0),
    pulls: () =>
      database
        .prepare<[string], LastPull>(
          `SELECT id, started_at AS startedAt, finished_at AS finishedAt, fingerprint FROM pull
           WHERE source = ? AND finished_at IS NOT NULL ORDER BY id DESC`,
        )
        .all(source),
    changes(kind, { after, upTo, limit }) {
      const { id, pull } = feedOf(kind);
      return reads.changes.all(after, upTo, id, pull, limit).map(staged);
    },
    changedParents(kind, { after, upTo }) {
      const { id, pull } = feedOf(kind);
      return reads.changedParents.all(after, upTo, id, pull);
    },
    row(kind, key) {
      const { id, pull } = feedOf(kind);
      const found = reads.row.get(id, key, pull);
      return found && staged(found);
    },
    repeated(kind) {
      const { id, pull } = feedOf(kind);
      const keys = reads.repeated.all(id, pull).map(sharedKey);
      return new Set(keys.filter((key) => reads.row.get(id, key, pull)?.content != null));
    },
    keyOf(kind, cells) {
      const { layout, keyFields } = feedOf(kind);
      const fields = layout.split(',');
      return keyOfCells(
        cells,
        keyFields.split(',').map((field) => fields.indexOf(field)),
      );
    },
    children(kind, parent) {
      const { id, pull } = feedOf(kind);
      return reads.children.all(id, parent, pull).map(staged);
    },
    keys(kind, after, limit) {
      const { id, pull } = feedOf(kind);
      return reads.keys.all(id, after, pull, limit);
    },
    highest(kind, counts) {
      for (const key of reads.numbersDown.iterate(feedOf(kind).id)) if (counts(key)) return Number(key);
      return -1;
    },
    search(kind, text, limit) {
      const { id, pull } = feedOf(kind);
      const lower = text.toLowerCase();
      const words = lower.split(/\s+/).filter((word) => word !== '');
      return reads.search.all({
        feed: id,
        pull,
        text: lower,
        cell: JSON.stringify(lower),
        words: words.length > 1 ? JSON.stringify(words) : null,
        limit,
      });
    },
    vanishedBefore(kind, at) {
      const { id, pull } = feedOf(kind);
      return reads.vanishedBefore.all(id, at, pull);
    },
    put: (kind, arrival) => database.transaction(put).immediate(kind, arrival),
    touch(kind, key) {
      const { id, pull } = feedOf(kind);
      const found = reads.row.get(id, key, pull);
      if (!found) return false;
      const { parent, content, chunk, vanishedAt } = found;
      statements.dropRow.run(found.id);
      statements.addRow.run(id, key, parent, content, chunk, found.pull, vanishedAt);
      moveLastRow.run(id);
      return true;
    },
  };
}

interface FeedRow {
  readonly id: number;
  readonly layout: string;
  readonly keyFields: string;
  readonly origins: string;
  readonly rows: number;
  readonly lastRow: number;
  readonly checkpoint: string | null;
  readonly pull: number;
}

/** A row as others see it: its cells parsed, and who gave it. */
export function stagedRow(row: StoredRow, source: string): StagedRow {
  return {
    id: row.id,
    source,
    key: row.key,
    parent: row.parent,
    // Written by ourselves as a row's cells, and by nobody else.
    cells: row.content === null ? null : (JSON.parse(row.content) as Row),
    vanishedAt: row.vanishedAt as Instant | null,
  };
}
