import type { WritableDatabase } from '../database/open.ts';
import type { Instant, TillKey } from '../model/ids.ts';
import type { MemberName, Saying } from './person.ts';
import { inOrder } from './saying-book.ts';

/** What was said about customers, the newest of each two. */
export interface SayingStore {
  /** False where something newer was said of the two. */
  keep(saying: Saying): boolean;
  /** False where nothing was said of the two. */
  forget(one: MemberName, other: MemberName): boolean;
  all(): Saying[];
}

interface SayingRow {
  readonly oneSource: string;
  readonly oneKey: string;
  readonly otherSource: string;
  readonly otherKey: string;
  readonly are: 'one' | 'two';
  readonly because: string;
  readonly at: string;
}

/** Prepares everything that is asked of what was said. */
export function createSayingStore(database: WritableDatabase): SayingStore {
  const keep = database.prepare<[string, string, string, string, string, string, string]>(
    `INSERT INTO saying (one_source, one_key, other_source, other_key, are, because, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET are = excluded.are, because = excluded.because, at = excluded.at
     WHERE excluded.at >= at`,
  );
  const forget = database.prepare<[string, string, string, string]>(
    'DELETE FROM saying WHERE one_source = ? AND one_key = ? AND other_source = ? AND other_key = ?',
  );
  const all = database.prepare<[], SayingRow>(
    `SELECT one_source AS oneSource, one_key AS oneKey, other_source AS otherSource, other_key AS otherKey, are, because, at
     FROM saying ORDER BY at, one_source, one_key, other_source, other_key`,
  );
  return {
    keep({ one, other, are, because, at }) {
      const [first, second] = inOrder(one, other);
      return keep.run(first.source, first.key, second.source, second.key, are, because, at).changes > 0;
    },
    forget(one, other) {
      const [first, second] = inOrder(one, other);
      return forget.run(first.source, first.key, second.source, second.key).changes > 0;
    },
    all: () =>
      all.all().map(({ oneSource, oneKey, otherSource, otherKey, are, because, at }) => ({
        one: { source: oneSource, key: oneKey as TillKey },
        other: { source: otherSource, key: otherKey as TillKey },
        are,
        because,
        at: at as Instant,
      })),
  };
}
