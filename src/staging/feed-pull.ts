import type { WritableDatabase } from '../database/open.ts';
import type { Row, RowKind } from '../model/record.ts';
import { createChunker, type Arrival, type Chunk } from './chunker.ts';
import type { Statements, StoredRow } from './statements.ts';

/** What one read of one kind found. rows = new + changed + unchanged. */
export interface FeedTally {
  rows: number;
  new: number;
  changed: number;
  vanished: number;
  unchanged: number;
}

/** One kind of row, as far as a source and staging know it. */
export interface Feed {
  readonly id: number;
  readonly kind: RowKind;
  /** Whether nothing was ever read of it. */
  readonly fresh: boolean;
}

/** Rows of one kind that a pull is bringing. Nothing of it is seen by others until the pull is committed. */
export interface FeedPull {
  readonly tally: Readonly<FeedTally>;
  /** The keys of what is gone; known once the pull has finished. */
  readonly vanished: readonly string[];
  take(rows: readonly Row[]): void;
  /** Writes what is still held back, and finds what vanished (in a whole pull). */
  finish(): void;
  /** Makes it true; called inside the pull's one transaction. `at` dates what vanished. */
  apply(at: string): void;
}

/** Where a chunk's rows are kept, and which of the rows that stand there have not been met yet. */
interface Home {
  readonly id: number | null;
  readonly rows: Map<string, StoredRow>;
}

/** What a feed's pull is made from. */
export interface FeedPullParts {
  readonly database: WritableDatabase;
  readonly statements: Statements;
  readonly feed: Feed;
  readonly pull: { readonly id: number; readonly firstRow: number };
  /** Whether every row comes, so that one which does not is gone. */
  readonly whole: boolean;
  /** Where the parts of a row's key stand among its cells, and its parent's key, if it has one. */
  readonly positions: { readonly key: readonly number[]; readonly parent: number | null };
}

/** So many rows are written in one transaction: enough to make its commit cheap, few enough that nobody waits long for it, some 8 ms. */
const rowsAWrite = 1024;

/** Begins to take rows of one kind into staging; see `FeedPull`. */
export function createFeedPull({ database, statements, feed, pull, whole, positions }: FeedPullParts): FeedPull {
  const tally: FeedTally = { rows: 0, new: 0, changed: 0, vanished: 0, unchanged: 0 };
  const seenChunks = new Set<number>();
  let waiting: Chunk[] = [];
  let waitingRows = 0;
  const vanished: string[] = [];

  const chunker = createChunker((chunk) => {
    tally.rows += chunk.arrivals.length;
    const known = feed.fresh || !whole ? undefined : statements.knownChunk.get(feed.id, chunk.digest);
    if (known !== undefined && !seenChunks.has(known)) {
      seenChunks.add(known);
      tally.unchanged += chunk.arrivals.length;
      return;
    }
    waiting.push(chunk);
    waitingRows += chunk.arrivals.length;
    if (waitingRows >= rowsAWrite) write();
  });

  const writeAll = database.transaction((chunks: readonly Chunk[]) => {
    for (const chunk of chunks) writeChunk(chunk);
  });

  function write(): void {
    writeAll.immediate(waiting);
    waiting = [];
    waitingRows = 0;
  }

  function writeChunk(chunk: Chunk): void {
    const home = whole ? homeOf(chunk) : { id: null, rows: new Map<string, StoredRow>() };
    let repeated = false;
    for (const arrival of chunk.arrivals) if (!place(arrival, home)) repeated = true;
    for (const row of home.rows.values()) statements.moveRow.run(null, row.id);
    // A chunk with a repeated key is never known again: its rows are looked at one by one each time.
    if (home.id !== null && repeated) statements.breakChunk.run(home.id);
  }

  /** The chunk where most of these rows already stand, so that those which did not change need not be written. */
  function homeOf({ digest, arrivals }: Chunk): Home {
    const same = feed.fresh ? undefined : statements.knownChunk.get(feed.id, digest);
    if (same !== undefined) statements.breakChunk.run(same);
    const old = feed.fresh ? undefined : oldChunkOf(arrivals);
    const id = old ?? Number(statements.addChunk.run(feed.id, null, pull.id).lastInsertRowid);
    statements.nameChunk.run(digest, pull.id, id);
    seenChunks.add(id);
    const rows = new Map<string, StoredRow>();
    if (old !== undefined) for (const row of statements.rowsOfChunk.all(old)) rows.set(row.key, row);
    return { id, rows };
  }

  function oldChunkOf(arrivals: readonly Arrival[]): number | undefined {
    for (const { key } of arrivals.slice(0, 4)) {
      const chunk = statements.newest.get(feed.id, key)?.chunk;
      if (chunk != null && !seenChunks.has(chunk)) return chunk;
    }
    return undefined;
  }

  /** Gives an arrival its place; a key that this pull has brought before gets a name of its own. */
  function place(arrival: Arrival, home: Home): boolean {
    let key = arrival.key;
    for (let copy = 2; !put(key, arrival, home); copy++) key = repeatedKey(arrival.key, copy);
    return key === arrival.key;
  }

  function put(key: string, { parent, content }: Arrival, home: Home): boolean {
    if (feed.fresh) {
      const isNew = statements.addRow.run(feed.id, key, parent, content, home.id, pull.id, null).changes === 1;
      if (isNew) tally.new++;
      return isNew;
    }
    const neighbour = home.rows.get(key);
    const before = neighbour ?? statements.newest.get(feed.id, key);
    if (neighbour) home.rows.delete(key);
    else if (before && alreadySeen(before)) return false;
    if (before?.content === content) {
      tally.unchanged++;
      if (!neighbour && home.id !== null) move(before, home.id);
      return true;
    }
    if (before === undefined || before.content === null) tally.new++;
    else tally.changed++;
    if (!neighbour && before?.chunk != null) statements.breakChunk.run(before.chunk);
    statements.addRow.run(feed.id, key, parent, content, home.id, pull.id, null);
    return true;
  }

  function move(row: StoredRow, to: number): void {
    if (row.chunk !== null) statements.breakChunk.run(row.chunk);
    statements.moveRow.run(to, row.id);
  }

  function alreadySeen(row: StoredRow): boolean {
    return row.pull === pull.id || (row.chunk !== null && seenChunks.has(row.chunk));
  }

  function findVanished(): void {
    for (const chunk of statements.chunksOf.all(feed.id)) {
      if (seenChunks.has(chunk)) continue;
      for (const row of statements.rowsOfChunk.iterate(chunk)) if (row.content !== null) vanishUnlessNew(row);
    }
    for (const row of statements.looseRows.iterate(feed.id)) if (row.content !== null) vanishUnlessNew(row);
    tally.vanished = vanished.length;
  }

  function vanishUnlessNew(row: { key: string; pull: number }): void {
    if (row.pull === pull.id) return;
    const newest = statements.newest.get(feed.id, row.key);
    if (newest?.pull !== pull.id) vanished.push(row.key);
  }

  return {
    tally,
    vanished,
    take(rows) {
      for (const cells of rows) {
        const key = keyOfCells(cells, positions.key);
        const parent = positions.parent === null ? null : (cells[positions.parent] ?? '');
        chunker.push({ key, parent, content: JSON.stringify(cells) });
      }
    },
    finish() {
      chunker.end();
      if (waitingRows > 0) write();
      if (whole && !feed.fresh) findVanished();
    },
    apply(at) {
      if (!feed.fresh) statements.dropOlder.run(pull.firstRow, feed.id, pull.id);
      for (const key of vanished) vanish(key, at);
      for (const chunk of whole ? statements.chunksOf.all(feed.id) : []) {
        if (!seenChunks.has(chunk)) statements.dropChunk.run(chunk);
      }
    },
  };

  function vanish(key: string, at: string): void {
    const row = statements.newest.get(feed.id, key);
    if (row) statements.dropRow.run(row.id);
    statements.addRow.run(feed.id, key, row?.parent ?? null, null, null, pull.id, at);
  }
}

/** The key of a row: its key cells, joined with `-`. */
export function keyOfCells(cells: Row, positions: readonly number[]): string {
  const [only] = positions;
  if (positions.length === 1 && only !== undefined) return cells[only] ?? '';
  return positions.map((position) => cells[position] ?? '').join('-');
}

/** The key under which a second row with the same key is kept, so that neither is lost: `10433 (2)`. */
export function repeatedKey(key: string, copy: number): string {
  return `${key} (${copy})`;
}

/** The key that a row shares with another, by the name under which it is kept: `10433 (2)` → `10433`. */
export function sharedKey(key: string): string {
  return key.replace(/ \(\d+\)$/, '');
}
