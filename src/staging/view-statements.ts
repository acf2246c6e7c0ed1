import type { WritableDatabase } from '../database/open.ts';
import type { StoredRow } from './statements.ts';

/** The feeds that lie over each other for one kind; 0 where there is none, which no row has. */
export interface LaidFeeds {
  readonly base: number;
  readonly basePull: number;
  readonly front: number;
  readonly frontPull: number;
  readonly over: number;
}

/** A row with the name of the source that gave it. */
export type SourcedRow = StoredRow & { readonly source: string };

type In<More> = [LaidFeeds & More];

const columns = `row.id, row.key, row.parent, row.content, row.chunk, row.pull, row.vanished_at AS vanishedAt,
  (SELECT source FROM feed WHERE feed.id = row.feed) AS source`;

const given = '((feed = $base AND pull <= $basePull) OR (feed = $front AND pull <= $frontPull))';
const laidOver = 'EXISTS (SELECT 1 FROM row o WHERE o.feed = $over AND o.key = row.key)';
const visible = `(feed = $over OR (${given} AND NOT ${laidOver}))`;

/** The statements of a view of several sources. `NOT INDEXED` makes SQLite walk the log of changes by row id; CAST, because they run for every row (see `prepareStatements`). */
export function prepareViewReads(database: WritableDatabase) {
  return {
    feed: database.prepare<[string, string], { id: number; pull: number }>(
      'SELECT id, pull FROM feed WHERE source = ? AND kind = ?',
    ),
    changes: database.prepare<In<{ after: number; upTo: number; limit: number }>, SourcedRow>(
      `SELECT ${columns} FROM row NOT INDEXED WHERE id > $after AND id <= $upTo AND ${visible} ORDER BY id LIMIT $limit`,
    ),
    changedParents: database
      .prepare<In<{ after: number; upTo: number }>, string>(
        `SELECT DISTINCT parent FROM row NOT INDEXED
         WHERE id > $after AND id <= $upTo AND ${visible} AND parent IS NOT NULL`,
      )
      .pluck(),
    children: database.prepare<In<{ parent: string }>, SourcedRow>(
      `SELECT ${columns} FROM row WHERE feed IN (CAST($base AS INTEGER), CAST($front AS INTEGER))
         AND parent = CAST($parent AS TEXT) AND ${given} AND content IS NOT NULL ORDER BY length(key), key`,
    ),
    shownAs: database
      .prepare<[{ over: number; key: string }], string>(
        'SELECT CASE WHEN content IS NULL THEN coalesce(parent, key) ELSE key END FROM row WHERE feed = $over AND key = $key',
      )
      .pluck(),
    vanishedBefore: database
      .prepare<In<{ at: string }>, string>(
        `SELECT key FROM row WHERE feed IN ($base, $front, $over) AND vanished_at <= $at AND ${visible}`,
      )
      .pluck(),
  };
}
