import type { Instant, TillKey } from '../../model/ids.ts';
import { alone } from '../run.ts';
import type { Engine } from '../engine.ts';
import { heldOf } from './reconcile.ts';
import { noWebsite } from './say-alias.ts';
import { stockPartsOf } from './stock-engine.ts';
import type { StockParts } from './stock-parts.ts';
import type { WebArticle } from './web-articles.ts';

/** What mending came to, by variant. */
export interface MendAnswer {
  /** What the website has is accepted: the next run brings it to what it should have. */
  readonly mended: readonly TillKey[];
  /** The website counts their stock from now on. */
  readonly counting: readonly TillKey[];
  /** A change to them is under way: to be tried again after the next run. */
  readonly underWay: readonly TillKey[];
}

/**
 * Accepts what the website has of these articles, so that the ordinary difference goes out with the next run; where it
 * counts nothing, it begins to count with what it ought to show. `all` means every drift, and nothing that is not counted.
 * Throws a `TillbridgeError`, 'busy' while a run is under way.
 */
export function mendDrift(engine: Engine, names: readonly string[] | 'all', signal: AbortSignal): Promise<MendAnswer> {
  return alone(engine, async () => {
    const parts = stockPartsOf(engine);
    if (!parts) throw noWebsite();
    const articles = parts.articles.all().filter((article) => names === 'all' || isMeant(article, names));
    const uncounted = names === 'all' ? [] : articles.filter(({ standing }) => standing === 'uncounted');
    const counting = await startCounting(parts, uncounted, signal);
    const accepted = engine.database.transaction(() => articles.map((article) => accept(parts, article))).immediate();
    const of = (what: 'mended' | 'underWay'): TillKey[] =>
      articles.flatMap(({ variant }, index) => (accepted[index] === what ? [variant] : []));
    return { mended: of('mended'), counting, underWay: of('underWay') };
  });
}

function isMeant({ variant, sku }: WebArticle, names: readonly string[]): boolean {
  return names.some((name) => [sku, variant].some((each) => each?.toLowerCase() === name.trim().toLowerCase()));
}

function accept(parts: StockParts, { variant }: WebArticle): 'mended' | 'underWay' | 'nothing' {
  const { drifts, sightings, ledger, destination, at } = parts;
  const drift = drifts.get(variant);
  const held = heldOf(parts, variant);
  if (!drift || held === undefined) return 'nothing';
  const supply = held + drift.difference;
  if (!ledger.observed({ destination, kind: 'stock', key: variant }, { supply }, at)) return 'underWay';
  drifts.drop(variant);
  // It was noted with what was believed until now.
  sightings.drop(variant);
  return 'mended';
}

async function startCounting(
  parts: StockParts,
  articles: readonly WebArticle[],
  signal: AbortSignal,
): Promise<readonly TillKey[]> {
  const counting: TillKey[] = [];
  for (const { variant, till, kept, ordered, keyed } of articles) {
    if (till === null) continue;
    const pieces = Math.max(0, till - Math.max(0, ordered - keyed) - kept);
    const idempotencyKey = countingKey(variant, parts.at);
    const answer = await parts.shopFront.startCounting(variant, pieces, { signal, idempotencyKey });
    if (answer === 'begun') counting.push(variant);
  }
  return counting;
}

/** Another for each attempt: a new one may be of another number of pieces. */
function countingKey(variant: TillKey, at: Instant): string {
  return `count-${variant}-${Date.parse(at)}`.slice(0, 64);
}
