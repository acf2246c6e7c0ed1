import type { WritableDatabase } from '../../database/open.ts';
import type { DestinationId, Instant, TillKey } from '../../model/ids.ts';

/**
 * How a variant stands. `reckoned`: its stock is the till's to say. `silent`: the till says no figure. `uncounted`: the
 * website counts none. `excluded`: by a rule. `unmatched`, `doubled`: nobody can say which article it is.
 */
export const webStandings = ['reckoned', 'silent', 'uncounted', 'excluded', 'unmatched', 'doubled'] as const;
export type WebStanding = (typeof webStandings)[number];

/** A variant as it was reckoned last. */
export interface WebArticle {
  readonly variant: TillKey;
  readonly article: TillKey | null;
  readonly sku: string | null;
  readonly name: string;
  readonly standing: WebStanding;
  /** Why it is excluded, in words. */
  readonly because: string | null;
  /** Pieces in the shop, as the till says. */
  readonly till: number | null;
  readonly kept: number;
  /** Pieces ordered on the website, and those of them that are keyed into the till. */
  readonly ordered: number;
  readonly keyed: number;
  /** What the website ought to have been given; null where the till has no say. */
  readonly supply: number | null;
  /** Since when the website is behind; null while it is as it should be. */
  readonly offSince: Instant | null;
  /** Since when what the website was given is borne out; null where that was read once only, or never. */
  readonly settledAt: Instant | null;
}

/** The variants of one shop front as they were reckoned last, in our own database. */
export interface WebArticles {
  all(): readonly WebArticle[];
  get(variant: string): WebArticle | undefined;
  keep(article: WebArticle): void;
  remove(variant: TillKey): void;
}

const columns = `variant, article, sku, name, standing, because, till, kept, ordered, keyed, supply,
  off_since AS offSince, settled_at AS settledAt`;

/** See `WebArticles`. Writing happens inside the caller's transaction. */
export function createWebArticles(database: WritableDatabase, destination: DestinationId): WebArticles {
  const all = database.prepare<[string], WebArticle>(
    `SELECT ${columns} FROM web_article WHERE destination = ? ORDER BY coalesce(sku, variant), variant`,
  );
  const one = database.prepare<[string, string], WebArticle>(
    `SELECT ${columns} FROM web_article WHERE destination = ? AND variant = ?`,
  );
  const keep = database.prepare<[WebArticle & { destination: string }]>(
    `INSERT OR REPLACE INTO web_article (destination, variant, article, sku, name, standing, because, till, kept, ordered,
       keyed, supply, off_since, settled_at)
     VALUES ($destination, $variant, $article, $sku, $name, $standing, $because, $till, $kept, $ordered, $keyed, $supply,
       $offSince, $settledAt)`,
  );
  const remove = database.prepare<[string, string]>('DELETE FROM web_article WHERE destination = ? AND variant = ?');
  return {
    all: () => all.all(destination),
    get: (variant) => one.get(destination, variant),
    keep: (article) => void keep.run({ ...article, destination }),
    remove: (variant) => void remove.run(destination, variant),
  };
}
