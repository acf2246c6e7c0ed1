import type { WritableDatabase } from '../../database/open.ts';

/** Rows of one source that are read for one purpose. */
export interface ReadFor {
  readonly source: string;
  /** "customer", "buyer", "sale", … */
  readonly name: string;
  /** The name of everything besides the rows that decides what becomes of them. */
  readonly rules: string;
}

/** Up to which change rows went into what is joined; kept in the same commit as what came of them. */
export function createJoinedThrough(database: WritableDatabase) {
  const load = database.prepare<[string, string], { through: number; rules: string }>(
    'SELECT through, rules FROM joined_through WHERE source = ? AND name = ?',
  );
  const save = database.prepare<[string, string, number, string]>(
    `INSERT INTO joined_through (source, name, through, rules) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET through = excluded.through, rules = excluded.rules`,
  );
  return {
    /** Where to go on; at the beginning where the rules are others than they were. */
    of({ source, name, rules }: ReadFor): number {
      const found = load.get(source, name);
      return found?.rules === rules ? found.through : 0;
    },
    /** Inside the caller's transaction. */
    reached: ({ source, name, rules }: ReadFor, through: number): void => void save.run(source, name, through, rules),
  };
}

/** See `createJoinedThrough`. */
export type JoinedThrough = ReturnType<typeof createJoinedThrough>;
