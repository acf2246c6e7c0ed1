import type { WritableDatabase } from '../database/open.ts';
import type { Instant } from '../model/ids.ts';
import type { FeedKind, Row } from '../model/record.ts';
import type { FeedTally } from './feed-pull.ts';
import type { Statements } from './statements.ts';

/** How a kind of row that comes page by page is laid out. */
export interface PagedLayout {
  /** In the order of the cells. */
  readonly fields: readonly string[];
  /** What the source's own people call each field. */
  readonly origins: Readonly<Record<string, string>>;
  /** The field, an ISO time, that puts rows with one key in order: a row does not give way to an earlier one. */
  readonly latestBy?: string | undefined;
}

/** One kind of row that comes page by page: each row counts as soon as its page does. Writing happens inside the caller's transaction. */
export interface PagedFeed {
  readonly id: number;
  readonly kind: FeedKind;
  /** Whether the rows that are there are laid out as those that come. */
  isLaidOut(): boolean;
  /** Rows come like this from now on; those that are there already are brought into the same order. */
  layOut(): void;
  put(row: { readonly key: string; readonly parent: string | null; readonly cells: Row }): keyof FeedTally;
  /** The row is gone. False where it was not there. */
  drop(key: string, at: Instant): boolean;
  /** The keys of the rows, still there, that belong to a parent. */
  childrenOf(parent: string): readonly string[];
  /** Keys of rows, still there, that a pass of this stream has not met. */
  unmet(stream: number): readonly string[];
  /** How many rows are there. */
  rows(): number;
  /** Notes what was put and dropped since the last time. */
  settle(): void;
}

/** Rows of such a feed belong to no pull: they are there from the start, for whoever reads what is complete. */
const noPull = 0;

/** What the feeds of one source are made from. */
export interface PagedFeedParts {
  readonly statements: Statements;
  readonly paged: PagedStatements;
  readonly source: string;
}

/** The feed of a kind, made where it is not there yet, for one transaction; see `PagedFeed`. */
export function createPagedFeed(
  { statements, paged: sql, source }: PagedFeedParts,
  kind: FeedKind,
  layout: PagedLayout,
): PagedFeed {
  const { fields, origins, latestBy } = layout;
  const layoutText = fields.join(',');
  const orderedBy = latestBy === undefined ? -1 : fields.indexOf(latestBy);
  sql.add.run(source, kind);
  const made = sql.id.get(source, kind);
  if (made === undefined) throw new Error(`staging: the feed of ${kind} could not be made`);
  const id: number = made;
  let came = 0;
  let touched = false;

  function write(row: {
    key: string;
    parent: string | null;
    content: string | null;
    vanishedAt: Instant | null;
  }): void {
    statements.addRow.run(id, row.key, row.parent, row.content, null, noPull, row.vanishedAt);
    touched = true;
  }

  /** Whether the row that stands is later than the one that comes. */
  function isLater(standing: Row, coming: Row): boolean {
    return Date.parse(standing[orderedBy] ?? '') > Date.parse(coming[orderedBy] ?? '');
  }

  return {
    id,
    kind,
    isLaidOut: () => sql.layout.get(id) === layoutText,
    layOut() {
      const before = (sql.layout.get(id) ?? '').split(',');
      sql.layOut.run(layoutText, JSON.stringify(origins), id);
      if (before.join() === layoutText) return;
      const places = fields.map((field) => before.indexOf(field));
      for (const key of sql.there.all(id)) {
        const row = statements.newest.get(id, key);
        if (!row) continue;
        const cells = cellsOf(row.content ?? '[]');
        statements.dropRow.run(row.id);
        write({ ...row, content: JSON.stringify(places.map((place) => cells[place] ?? null)), vanishedAt: null });
      }
    },
    put({ key, parent, cells }) {
      const before = statements.newest.get(id, key);
      const content = JSON.stringify(cells);
      if (before?.content === content && before.parent === parent) return 'unchanged';
      if (before?.content != null && orderedBy >= 0 && isLater(cellsOf(before.content), cells)) return 'unchanged';
      if (before) statements.dropRow.run(before.id);
      write({ key, parent, content, vanishedAt: null });
      if (before !== undefined && before.content !== null) return 'changed';
      came++;
      return 'new';
    },
    drop(key, at) {
      const before = statements.newest.get(id, key);
      if (before === undefined || before.content === null) return false;
      statements.dropRow.run(before.id);
      write({ key, parent: before.parent, content: null, vanishedAt: at });
      came--;
      return true;
    },
    childrenOf: (parent) => sql.children.all(id, parent),
    unmet: (stream) => sql.unmet.all(id, stream),
    rows: () => (sql.rows.get(id) ?? 0) + came,
    settle() {
      if (touched) sql.settle.run(came, id);
      came = 0;
      touched = false;
    },
  };
}

function cellsOf(content: string): Row {
  // Written by ourselves as a row's cells, and by nobody else.
  return JSON.parse(content) as Row;
}

/** The statements of feeds that come page by page, prepared once for a database. */
export function preparePaged(database: WritableDatabase) {
  return {
    add: database.prepare<[string, string]>('INSERT OR IGNORE INTO feed (source, kind) VALUES (?, ?)'),
    id: database.prepare<[string, string], number>('SELECT id FROM feed WHERE source = ? AND kind = ?').pluck(),
    layout: database.prepare<[number], string>('SELECT layout FROM feed WHERE id = ?').pluck(),
    layOut: database.prepare<[string, string, number]>('UPDATE feed SET layout = ?, origins = ? WHERE id = ?'),
    rows: database.prepare<[number], number>('SELECT rows FROM feed WHERE id = ?').pluck(),
    settle: database.prepare<[number, number]>(
      'UPDATE feed SET rows = rows + ?, last_row = (SELECT coalesce(max(id), 0) FROM row) WHERE id = ?',
    ),
    there: database.prepare<[number], string>('SELECT key FROM row WHERE feed = ? AND content IS NOT NULL').pluck(),
    children: database
      .prepare<[number, string], string>(
        'SELECT key FROM row WHERE feed = CAST(? AS INTEGER) AND parent = CAST(? AS TEXT) AND content IS NOT NULL',
      )
      .pluck(),
    unmet: database
      .prepare<[number, number], string>(
        `SELECT key FROM row WHERE feed = ? AND content IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM met WHERE met.stream = ? AND met.feed = row.feed AND met.key = row.key)
         ORDER BY key`,
      )
      .pluck(),
  };
}

/** See `preparePaged`. */
export type PagedStatements = ReturnType<typeof preparePaged>;
