import type { WritableDatabase } from '../database/open.ts';
import type { DestinationId } from '../model/ids.ts';
import type { ReadKind, RowKind } from '../model/record.ts';
import type { StagedRow } from '../staging/staging.ts';
import type { View } from '../staging/view.ts';

/** Some records to judge, and what notes that they were; both belong in one transaction. */
export interface CheckBatch {
  readonly rows: readonly StagedRow[];
  readonly done: () => void;
}

/** What has to be judged. */
export interface Todo {
  /** About how many. */
  readonly size: number;
  /** The rules are others than those of the last check. */
  readonly underNewRules: boolean;
  /** Each as long as is said when it is made. */
  batches(length: () => number): Generator<CheckBatch>;
}

/** Whose rows a record is made of besides its own. */
const partsOf: Readonly<Record<ReadKind, readonly RowKind[]>> = {
  customer: [],
  product: [],
  sale: ['saleLine', 'payment'],
};

/** Up to where each destination has judged each kind; kept in the same commit as the verdicts. */
export function createCheckProgress(database: WritableDatabase) {
  const load = database.prepare<[string, string], { through: number; rules: string }>(
    'SELECT through, rules FROM checked WHERE destination = ? AND kind = ?',
  );
  const save = database.prepare<[string, string, number, string]>(
    `INSERT INTO checked (destination, kind, through, rules) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET through = excluded.through, rules = excluded.rules`,
  );

  const forget = database.prepare<[string]>(`UPDATE checked SET through = 0, rules = '' WHERE destination = ?`);

  return {
    /** Has everything judged anew for a destination, as under other rules. */
    forget: (destination: DestinationId): void => void forget.run(destination),
    /** Rows that changed since the last check, by these rules; every row where the rules are others than then. */
    todo(of: { view: View; destination: DestinationId; kind: ReadKind; rules: string }): Todo {
      const { view, destination, kind, rules } = of;
      const since = (rowKind: RowKind): number => {
        const found = load.get(destination, rowKind);
        return found?.rules === rules ? found.through : 0;
      };
      const start = since(kind);
      const known = load.get(destination, kind);
      const upTo = view.feed(kind).lastRow;
      return {
        underNewRules: known !== undefined && known.rules !== rules,
        size: start === 0 ? view.feed(kind).rows : Math.min(upTo - start, view.feed(kind).rows),
        *batches(length) {
          const judged = new Set<string>();
          const hasParts = partsOf[kind].length > 0 && start > 0;
          for (let after = start; after < upTo;) {
            const rows = view.changes(kind, { after, upTo, limit: length() });
            const through = rows.at(-1)?.id ?? upTo;
            if (hasParts) for (const { key } of rows) judged.add(key);
            yield { rows, done: () => save.run(destination, kind, through, rules) };
            after = through;
          }
          for (const part of partsOf[kind]) {
            const through = view.feed(part).lastRow;
            // With the kind judged from its beginning, every part was seen with it.
            const parents = start === 0 ? [] : view.changedParents(part, { after: since(part), upTo: through });
            const keys = parents.filter((key) => !judged.has(key));
            const last = () => save.run(destination, part, through, rules);
            for (let first = 0, end = 0; first < keys.length; first = end) {
              end = first + length();
              const rows = keys.slice(first, end).flatMap((key) => view.row(kind, key) ?? []);
              yield { rows, done: end < keys.length ? () => undefined : last };
            }
            if (keys.length === 0) yield { rows: [], done: last };
          }
        },
      };
    },
  };
}
