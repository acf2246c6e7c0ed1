import type { WritableDatabase } from '../database/open.ts';
import type { Instant } from '../model/ids.ts';

interface StreamRow {
  readonly id: number;
  readonly position: string | null;
  readonly beganAt: Instant | null;
  readonly lastBeganAt: Instant | null;
  readonly lastFinishedAt: Instant | null;
}

/** How far each stream of a source has come. Writing happens inside the caller's transaction. */
export function createPasses(database: WritableDatabase, source: string) {
  const add = database.prepare<[string, string]>('INSERT OR IGNORE INTO stream (source, name) VALUES (?, ?)');
  const one = database.prepare<[string, string], StreamRow>(
    `SELECT id, position, began_at AS beganAt, last_began_at AS lastBeganAt, last_finished_at AS lastFinishedAt
     FROM stream WHERE source = ? AND name = ?`,
  );
  const begin = database.prepare<[Instant, number]>('UPDATE stream SET began_at = ? WHERE id = ?');
  const reach = database.prepare<[string, number]>('UPDATE stream SET position = ? WHERE id = ?');
  const finish = database.prepare<[Instant, number]>(
    'UPDATE stream SET last_began_at = began_at, last_finished_at = ? WHERE id = ?',
  );
  const close = database.prepare<[number]>('UPDATE stream SET began_at = NULL WHERE id = ?');
  const meet = database.prepare<[number, number, string]>(
    'INSERT OR IGNORE INTO met (stream, feed, key) VALUES (?, ?, ?)',
  );
  const forget = database.prepare<[number]>('DELETE FROM met WHERE stream = ?');

  return {
    position: (name: string): string | null => one.get(source, name)?.position ?? null,
    last(name: string): { readonly startedAt: Instant; readonly finishedAt: Instant } | undefined {
      const { lastBeganAt, lastFinishedAt } = one.get(source, name) ?? {};
      return lastBeganAt && lastFinishedAt ? { startedAt: lastBeganAt, finishedAt: lastFinishedAt } : undefined;
    },
    /** The pass under way, or a new one where none is, or where it has to begin anew. */
    open(name: string, { startedAt, anew }: { startedAt: Instant; anew: boolean }): { id: number; isNew: boolean } {
      add.run(source, name);
      const found = one.get(source, name);
      if (!found) throw new Error(`staging: the stream ${name} could not be made`);
      const isNew = anew || found.beganAt === null;
      if (isNew) {
        forget.run(found.id);
        begin.run(startedAt, found.id);
      }
      return { id: found.id, isNew };
    },
    reach: (id: number, position: string): void => void reach.run(position, id),
    /** Notes that the pass brought this row. False where it had brought it before. */
    meet: (id: number, feed: number, key: string): boolean => meet.run(id, feed, key).changes === 1,
    /** The pass is over: complete at this moment, or given up where it is null. */
    end(id: number, finishedAt: Instant | null): void {
      if (finishedAt) finish.run(finishedAt, id);
      close.run(id);
      forget.run(id);
    },
  };
}
