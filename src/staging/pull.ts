import type { WritableDatabase } from '../database/open.ts';
import type { Instant } from '../model/ids.ts';
import type { RowKind } from '../model/record.ts';
import { createFeedPull, type FeedPull, type FeedTally } from './feed-pull.ts';
import type { Statements } from './statements.ts';

/** How a kind of row is laid out: its fields in the order of the cells, and which of them name the row and its parent. */
export interface Layout {
  readonly fields: readonly string[];
  readonly key: readonly string[];
  readonly parent: string | null;
  /** What the source's own people call each field: `CUST.EMAIL`. */
  readonly origins: Readonly<Record<string, string>>;
}

/** How a kind of row is read in a pull. */
export interface Reading {
  /** Every row comes, so that one which does not is gone; else only what a change column shows. */
  readonly whole: boolean;
  /** How far the change column has come, for the next quick pull. */
  readonly checkpoint?: string | null;
}

/** One read of a source on its way into staging. It becomes true as a whole, by `commit`, or not at all. */
export interface Pull {
  readonly id: number;
  /** Begins a kind; each kind at most once. */
  feed(kind: RowKind, layout: Layout, reading: Reading): FeedPull;
  /** What each kind found so far. */
  tallies(): ReadonlyMap<RowKind, Readonly<FeedTally>>;
  /** Every row, every disappearance and the checkpoint, in one transaction. */
  commit(at: Instant): void;
  /** Forgets what was read; the last complete pull stands. */
  discard(): void;
}

/** What a pull is made from. */
export interface PullParts {
  readonly database: WritableDatabase;
  readonly statements: Statements;
  readonly source: string;
  /** Whether everything is read whole. */
  readonly whole: boolean;
  readonly startedAt: Instant;
  /** As the source gave it, as JSON. */
  readonly fingerprint: string;
}

/** Enough to see how the source went lately; a row refers to its pull by number only. */
const pullsKept = 100;

/** Begins a pull; see `Pull`. */
export function createPull({ database, statements, source, whole, startedAt, fingerprint }: PullParts): Pull {
  const firstRow = 1 + (database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM row').pluck().get() ?? 0);
  const id = Number(
    database
      .prepare('INSERT INTO pull (source, whole, started_at, first_row, fingerprint) VALUES (?, ?, ?, ?, ?)')
      .run(source, whole ? 1 : 0, startedAt, firstRow, fingerprint).lastInsertRowid,
  );
  const feeds = new Map<RowKind, { feedId: number; layout: Layout; reading: Reading; pull: FeedPull }>();

  const commitAll = database.transaction((at: Instant) => {
    const newest = database.prepare<[number], number>(
      'SELECT coalesce(max(id), 0) FROM row WHERE feed = ? AND id >= ?',
    );
    newest.pluck();
    for (const { feedId, layout, reading, pull } of feeds.values()) {
      pull.apply(at);
      const rows = reading.whole ? pull.tally.rows : null;
      database
        .prepare(
          `UPDATE feed SET pull = ?, layout = ?, key_fields = ?, origins = ?, checkpoint = ?, rows = coalesce(?, rows + ?),
             last_row = (SELECT coalesce(max(id), 0) FROM row) WHERE id = ?`,
        )

        .run(
          id,
          layout.fields.join(','),
          layout.key.join(','),
          JSON.stringify(layout.origins),
          reading.checkpoint ?? null,
          rows,
          pull.tally.new,
          feedId,
        );
    }
    database.prepare('UPDATE pull SET finished_at = ? WHERE id = ?').run(at, id);
    database.prepare('DELETE FROM pull WHERE source = ? AND id <= ?').run(source, id - pullsKept);
  });

  return {
    id,
    feed(kind, layout, reading) {
      const known = feedRow(database, source, kind);
      const pull = createFeedPull({
        database,
        statements,
        feed: { id: known.id, kind, fresh: known.pull === 0 },
        pull: { id, firstRow },
        whole: reading.whole,
        positions: {
          key: layout.key.map((name) => positionOf(name, layout)),
          parent: layout.parent === null ? null : positionOf(layout.parent, layout),
        },
      });
      feeds.set(kind, { feedId: known.id, layout, reading, pull });
      return pull;
    },
    tallies: () => new Map([...feeds].map(([kind, { pull }]) => [kind, pull.tally])),
    commit: (at) => commitAll.immediate(at),
    discard: () => forgetPull(database, statements, { id, firstRow }),
  };
}

/** Takes back what an unfinished pull has written. */
export function forgetPull(
  database: WritableDatabase,
  statements: Statements,
  { id, firstRow }: { id: number; firstRow: number },
): void {
  database
    .transaction(() => {
      statements.dropPull.run(firstRow, id);
      statements.breakPull.run(id);
      database.prepare('DELETE FROM chunk WHERE feed IN (SELECT id FROM feed WHERE pull = 0)').run();
      database.prepare('DELETE FROM pull WHERE id = ?').run(id);
    })
    .immediate();
}

function positionOf(field: string, { fields }: Layout): number {
  const position = fields.indexOf(field);
  if (position < 0) throw new Error(`staging: the field ${field} is not among ${fields.join(', ')}`);
  return position;
}

/** The feed of a kind, made where it is not there yet. */
function feedRow(database: WritableDatabase, source: string, kind: RowKind): { id: number; pull: number } {
  database.prepare('INSERT OR IGNORE INTO feed (source, kind) VALUES (?, ?)').run(source, kind);
  const found = database
    .prepare<[string, string], { id: number; pull: number }>('SELECT id, pull FROM feed WHERE source = ? AND kind = ?')
    .get(source, kind);
  if (!found) throw new Error(`staging: the feed of ${kind} could not be made`);
  return found;
}
