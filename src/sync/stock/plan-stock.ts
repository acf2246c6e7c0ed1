import type { TillKey } from '../../model/ids.ts';
import { giveWay } from '../../support/give-way.ts';
import type { RunOptions } from '../agent-contract.ts';
import type { Engine } from '../engine.ts';
import { createArticleRules } from './article-rules.ts';
import { keyedOrders } from './keyed-orders.ts';
import { matchVariants, type MatchedVariant } from './match-variants.ts';
import { offerPrices } from './offer-prices.ts';
import { entriesOf, offerStock } from './offer-stock.ts';
import { readArticles, readShown, readVariants, type Shown } from './read-articles.ts';
import { heldOf, isUnderWay, reconcile } from './reconcile.ts';
import { reckonStock, type Reckoning } from './reckon-stock.ts';
import { stockPartsOf } from './stock-engine.ts';
import { tellOfArticles, tellOfOrders } from './stock-problems.ts';
import type { StockParts } from './stock-parts.ts';

/**
 * Reckons what the shop front ought to have of every article, by what was read last, and offers what differs to the outbox.
 * Nothing is asked of anybody, and nothing is sent.
 */
export async function planStock(engine: Engine, { signal }: Pick<RunOptions, 'signal'>): Promise<void> {
  signal.throwIfAborted();
  const parts = stockPartsOf(engine);
  const { stock, prices } = engine.settings.website;
  if (!parts || parts.front.feed('product').fields.length === 0) return;
  const matched = stock || prices ? matchAll(parts) : [];
  await giveWay();
  if (stock) planFigures(parts, matched);
  else engine.database.transaction(stopFigures).immediate(parts);
  await giveWay();
  engine.database.transaction(offerPrices).immediate(parts, prices ? matched : []);
}

/** Which article of the till every variant is. */
function matchAll(parts: StockParts): readonly MatchedVariant[] {
  const { website } = parts.settings;
  return matchVariants({
    articles: readArticles(parts),
    variants: readVariants(parts),
    aliases: parts.aliases.all(),
    skuCase: website.skuCase,
    rules: createArticleRules(website),
  });
}

function planFigures(parts: StockParts, matched: readonly MatchedVariant[]): void {
  const { database, destination, problems, ordered, front, at } = parts;
  const { website } = parts.settings;
  ordered.update(front);
  const orders = Map.groupBy(ordered.all(), ({ variant }) => variant);
  const keyed = keyedOrders({ database, destination, problems, website, at });
  const shown = readShown(front);
  const from = {
    shown,
    orders,
    keyed,
    rules: createArticleRules(website),
    heldOf: (key: TillKey) => heldOf(parts, key),
  };
  const reckon = (): readonly Reckoning[] => matched.map((found) => reckonStock(found, from));
  const compare = (): void => {
    const ours = new Map<TillKey, Shown>();
    for (const { variant, standing } of reckon()) {
      if (standing === 'reckoned') ours.set(variant, shown.get(variant) ?? { quantity: null });
    }
    reconcile(parts, { shown: ours, orders, entries: entriesOf(parts, 'stock') });
  };
  const offer = (): void => {
    const reckoned = reckon();
    remember(parts, reckoned);
    const entries = entriesOf(parts, 'stock');
    for (const article of parts.articles.all()) offerStock(parts, article, entries.get(article.variant));
    tellOfArticles(parts, { reckoned, matched, entries: entriesOf(parts, 'stock') });
    const ours = reckoned.filter(({ standing }) => standing === 'reckoned');
    tellOfOrders(
      parts,
      ours.flatMap(({ variant }) => orders.get(variant) ?? []),
      keyed,
    );
  };
  database.transaction(compare).immediate();
  database.transaction(offer).immediate();
}

/** The till's stock is not to be sent any more: what is known of it is forgotten, and nothing of it waits or is to be mended. */
function stopFigures(parts: StockParts): void {
  remember(parts, []);
  tellOfOrders(parts, [], { isRecognised: () => true, isKeyed: () => true, countsFrom: parts.at });
}

/** Keeps how every variant stands, and forgets what the website does not have any more. */
function remember(parts: StockParts, now: readonly Reckoning[]): void {
  const before = new Map(parts.articles.all().map((article) => [article.variant, article]));
  for (const { short: _short, ...reckoned } of now) {
    const known = before.get(reckoned.variant);
    before.delete(reckoned.variant);
    const isBehind = reckoned.supply !== null && reckoned.supply !== heldOf(parts, reckoned.variant);
    const article = {
      ...reckoned,
      offSince: isBehind ? (known?.offSince ?? parts.at) : null,
      settledAt: isCounted(reckoned) ? (known?.settledAt ?? null) : null,
    };
    if (!known || !isSame(known, article)) parts.articles.keep(article);
    if (!isCounted(reckoned)) forgetGiven(parts, reckoned.variant);
  }
  for (const variant of before.keys()) {
    forgetGiven(parts, variant);
    parts.outbox.withdraw({ destination: parts.destination, kind: 'stock', key: variant });
    parts.problems.closeAllOf({ destination: parts.destination, kind: 'stock', key: variant }, parts.at, 'gone');
    parts.articles.remove(variant);
  }
}

/** Where the website counts nothing, or the till is to say nothing, what it was given says nothing either: it is seen anew when that changes. */
function isCounted({ standing }: Pick<Reckoning, 'standing'>): boolean {
  return standing !== 'uncounted' && standing !== 'excluded';
}

function forgetGiven(parts: StockParts, variant: TillKey): void {
  parts.drifts.drop(variant);
  const subject = { destination: parts.destination, kind: 'stock', key: variant } as const;
  const [entry] = parts.outbox.list({ ...subject });
  if (entry && isUnderWay(entry)) return;
  if (parts.ledger.get(subject)) parts.ledger.forget(subject);
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
