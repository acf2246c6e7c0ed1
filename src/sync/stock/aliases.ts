import type { WritableDatabase } from '../../database/open.ts';
import type { DestinationId, TillKey } from '../../model/ids.ts';

/** What staff said: the variant with this article number (or this key) is this article of the till. */
export interface Alias {
  readonly variant: string;
  readonly article: TillKey;
}

/** The aliases of one shop front, which staff fill. */
export interface Aliases {
  all(): readonly Alias[];
  /** What is said of a variant takes the place of what was said before. */
  say(alias: Alias): void;
  /** Takes it back. False where nothing was said. */
  unsay(variant: string): boolean;
}

/** The aliases in our own database. */
export function createAliases(database: WritableDatabase, destination: DestinationId): Aliases {
  const all = database.prepare<[string], Alias>(
    'SELECT variant, article FROM stock_alias WHERE destination = ? ORDER BY variant',
  );
  const say = database.prepare<[string, string, string]>(
    `INSERT INTO stock_alias (destination, variant, article) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET article = excluded.article`,
  );
  const unsay = database.prepare<[string, string]>('DELETE FROM stock_alias WHERE destination = ? AND variant = ?');
  return {
    all: () => all.all(destination),
    say: ({ variant, article }) => void say.run(destination, variant, article),
    unsay: (variant) => unsay.run(destination, variant).changes === 1,
  };
}
