import type { WritableDatabase } from '../database/open.ts';
import type { Instant } from '../model/ids.ts';
import type { FeedKind, Row } from '../model/record.ts';
import { stagedRow, type StagedRow } from './staging.ts';
import { prepareReads, prepareStatements, type StoredRow } from './statements.ts';

/** The source of rows that were made of several others. */
export const joinedSource = 'joined';

/** A row of the overlay as it is to stand. With `parent` and without cells, the key is hidden: what it stood for is seen under the parent's key. */
export interface OverlayRow {
  readonly key: string;
  readonly parent: string | null;
  readonly cells: Row | null;
  /** Since when there is nothing under this key, where nothing of it is left. */
  readonly vanishedAt: Instant | null;
}

/** Rows that lie over those of the sources, where records are made of several of them; see `createView`. Writing happens inside the caller's transaction. */
export interface Overlay {
  /** Makes room for a kind; the first thing before anything is written. */
  declare(kind: FeedKind, fields: readonly string[]): void;
  row(kind: FeedKind, key: string): StagedRow | undefined;
  /** The key under which a row's record is seen: another one where it is hidden. */
  shownAs(kind: FeedKind, key: string): string;
  /** The keys that are hidden behind this one. */
  hiddenBehind(kind: FeedKind, key: string): readonly string[];
  /** Rows with cells that were written after row id `after`, in that order. */
  changes(kind: FeedKind, after: number, limit: number): readonly StagedRow[];
  /** Answers whether it stands otherwise than before. */
  write(kind: FeedKind, row: OverlayRow): boolean;
  /** As `Staging.touch`. */
  touch(kind: FeedKind, key: string): boolean;
}

/** No read of a source brings the overlay's rows: they are complete as they are written. */
const itsOnlyPull = 1;

/** The overlay in our own database. */
export function createOverlay(database: WritableDatabase): Overlay {
  const statements = prepareStatements(database);
  const reads = prepareReads(database);
  const feeds = database.prepare<[string, string], number>('SELECT id FROM feed WHERE source = ? AND kind = ?').pluck();
  const moveLastRow = database.prepare<[number]>('UPDATE feed SET last_row = (SELECT max(id) FROM row) WHERE id = ?');
  const hidden = database
    .prepare<[number, string], string>(
      'SELECT key FROM row WHERE feed = ? AND parent = ? AND content IS NULL ORDER BY key',
    )
    .pluck();

  const written = database.prepare<[number, number, number], StoredRow>(
    `SELECT id, key, parent, content, chunk, pull, vanished_at AS vanishedAt FROM row NOT INDEXED
     WHERE id > ? AND feed = ? AND content IS NOT NULL ORDER BY id LIMIT ?`,
  );

  const feedOf = (kind: FeedKind): number => feeds.get(joinedSource, kind) ?? 0;

  function add(feed: number, { key, parent, vanishedAt }: Omit<OverlayRow, 'cells'>, content: string | null): void {
    statements.addRow.run(feed, key, parent, content, null, itsOnlyPull, vanishedAt);
    moveLastRow.run(feed);
  }

  return {
    declare(kind, fields) {
      database
        .prepare(
          `INSERT INTO feed (source, kind, layout, key_fields, pull) VALUES (?, ?, ?, 'key', ?)
           ON CONFLICT (source, kind) DO UPDATE SET layout = excluded.layout`,
        )
        .run(joinedSource, kind, fields.join(','), itsOnlyPull);
    },
    row(kind, key) {
      const found = reads.row.get(feedOf(kind), key, itsOnlyPull);
      return found && stagedRow(found, joinedSource);
    },
    shownAs(kind, key) {
      const found = reads.row.get(feedOf(kind), key, itsOnlyPull);
      return found?.content === null ? (found.parent ?? key) : key;
    },
    hiddenBehind: (kind, key) => hidden.all(feedOf(kind), key),
    changes: (kind, after, limit) => written.all(after, feedOf(kind), limit).map((row) => stagedRow(row, joinedSource)),
    write(kind, row) {
      const feed = feedOf(kind);
      const content = row.cells && JSON.stringify(row.cells);
      const before = reads.row.get(feed, row.key, itsOnlyPull);
      const stands =
        before !== undefined &&
        before.content === content &&
        before.parent === row.parent &&
        (before.vanishedAt === null) === (row.vanishedAt === null);
      if (stands) return false;
      if (before) statements.dropRow.run(before.id);
      add(feed, row, content);
      return true;
    },
    touch(kind, key) {
      const feed = feedOf(kind);
      const found = reads.row.get(feed, key, itsOnlyPull);
      if (!found) return false;
      statements.dropRow.run(found.id);
      add(feed, { key, parent: found.parent, vanishedAt: found.vanishedAt as Instant | null }, found.content);
      return true;
    },
  };
}
