import type { DestinationId, Instant, TillKey } from '../../model/ids.ts';
import type { Engine } from '../engine.ts';
import { causeWords } from './drift-cause.ts';
import { mendDrift, type MendAnswer } from './mend-drift.ts';
import { entriesOf } from './offer-stock.ts';
import { heldOf } from './reconcile.ts';
import { sayAlias, unsayAlias } from './say-alias.ts';
import { figureAge, latenessWords, sumUpAges, type FigureAge, type StockAge } from './stock-age.ts';
import { stockPartsOf } from './stock-engine.ts';
import type { StockParts } from './stock-parts.ts';
import { stockTaking } from './stock-taking.ts';
import type { WebArticle } from './web-articles.ts';

/** An article of the website, as people see it. */
export interface StockLine {
  readonly variant: TillKey;
  /** The till's article; null where nobody can say which it is. */
  readonly article: TillKey | null;
  readonly sku: string | null;
  readonly name: string;
  readonly standing: WebArticle['standing'];
  /** Pieces in the shop, as the till said last. */
  readonly till: number | null;
  /** Pieces kept back for the shop. */
  readonly kept: number;
  /** Pieces ordered on the website and not keyed into the till yet. */
  readonly ordered: number;
  /** Pieces that the website shows, as far as we know. */
  readonly shown: number | null;
  readonly asOf: Instant | null;
  /** Why the website's figure is older than the last reading of the till, or why the till has no say; null where it is up to date. */
  readonly because: string | null;
}

/** A drift, as people see it. */
export interface DriftLine {
  readonly variant: TillKey;
  readonly sku: string | null;
  readonly name: string;
  /** Pieces that the website has more than it should; less where it is below zero. */
  readonly difference: number;
  /** The likely cause, as the end of a sentence. */
  readonly cause: string;
  readonly firstSeenAt: Instant;
}

/** What staff said: this article number (or key) of the website is this article of the till. */
export interface AliasLine {
  readonly variant: string;
  readonly article: TillKey;
}

/** The stock of the shop's website, and what a person may do about it. Where there is no website, everything is empty. */
export interface StockView {
  /** The website's name as a destination, and as people call it. */
  readonly website: { readonly id: DestinationId; readonly label: string } | null;
  list(): readonly StockLine[];
  age(): StockAge | null;
  drift(): readonly DriftLine[];
  /** Accepts what the website has, so that the next run brings it to what it should have; begins to count where it counts nothing. Names are article numbers or keys. */
  mend(names: readonly string[] | 'all', signal: AbortSignal): Promise<MendAnswer>;
  /** The till's stock was counted when the shop's clocks showed this; now, where nothing is said. See `stockTaking`. */
  counted(at?: string): Instant;
  aliases(): readonly AliasLine[];
  /** Says which article of the till a variant is. Throws a `TillbridgeError` where there is no such article or variant. */
  say(article: string, variant: string): AliasLine;
  /** Takes it back. False where nothing was said. */
  unsay(variant: string): boolean;
}

/** The stock of this home's website. */
export function createStockView(engine: Engine): StockView {
  const parts = (): StockParts | undefined => stockPartsOf(engine);
  const source = engine.shopFront;
  return {
    website: source ? { id: source.id, label: source.label } : null,
    list: () => agesOf(parts()).map(({ article, held, age }) => lineOf(article, { held, age })),
    age: () => stockAge(engine),
    drift: () => driftLines(parts()),
    mend: (names, signal) => mendDrift(engine, names, signal),
    counted: (at) => stockTaking(engine, at),
    aliases: () => parts()?.aliases.all() ?? [],
    say: (article, variant) => engine.said.keeping(() => sayAlias(parts(), { article, variant })),
    unsay: (variant) => engine.said.keeping(() => unsayAlias(parts(), variant)),
  };
}

/** How old the website's stock is known to be; null where there is no website, or its stock is not sent. */
export function stockAge(engine: Engine): StockAge | null {
  const parts = stockPartsOf(engine);
  if (!parts || !engine.settings.website.stock) return null;
  const ages = agesOf(parts).map(({ age }) => age);
  return sumUpAges(ages, tillReadAt(parts));
}

interface Aged {
  readonly article: WebArticle;
  readonly held: number | undefined;
  readonly age: FigureAge;
}

function agesOf(parts: StockParts | undefined): readonly Aged[] {
  if (!parts) return [];
  const entries = entriesOf(parts, 'stock');
  const readAt = tillReadAt(parts);
  return parts.articles.all().map((article) => {
    const held = heldOf(parts, article.variant);
    const age = figureAge({ article, held, entry: entries.get(article.variant), tillReadAt: readAt });
    return { article, held, age };
  });
}

function tillReadAt({ till }: StockParts): Instant | null {
  return till.lastPull()?.startedAt ?? null;
}

function lineOf(article: WebArticle, { held, age }: Omit<Aged, 'article'>): StockLine {
  const { variant, sku, name, standing, till, kept } = article;
  const shown = held === undefined ? null : Math.max(0, held - article.ordered);
  const ordered = Math.max(0, article.ordered - article.keyed);
  const because = reasonOf(article, age);
  return {
    variant,
    article: article.article,
    sku,
    name,
    standing,
    till,
    kept,
    ordered,
    shown,
    asOf: age.asOf,
    because,
  };
}

function reasonOf({ standing, because }: WebArticle, { late }: FigureAge): string | null {
  switch (standing) {
    case 'excluded':
      return `left out: ${because ?? 'by a rule'}`;
    case 'unmatched':
      return 'no article of the till has this number';
    case 'doubled':
      return 'several articles claim it';
    case 'silent':
      return 'the till says no stock';
    case 'uncounted':
      return 'the website counts no stock of it';
    case 'reckoned':
      return late && latenessWords(late);
  }
}

function driftLines(parts: StockParts | undefined): readonly DriftLine[] {
  if (!parts) return [];
  return parts.drifts.all().map(({ variant, difference, cause, firstSeenAt }) => {
    const article = parts.articles.get(variant);
    const [sku, name] = [article?.sku ?? null, article?.name ?? variant];
    return { variant, sku, name, difference, cause: causeWords(cause), firstSeenAt };
  });
}
