import type { QueuedEntry } from '../../delivery/queue.ts';
import type { Instant, TillKey } from '../../model/ids.ts';
import { decimalFromMinor } from '../../model/money.ts';
import type { Product } from '../../model/product.ts';
import type { MatchedVariant } from './match-variants.ts';
import { entriesOf } from './offer-stock.ts';
import { isUnderWay } from './reconcile.ts';
import type { StockParts } from './stock-parts.ts';
import { atTill, refusal, tell, type ArticleFigures } from './stock-problems.ts';

/**
 * Offers the till's price of every matched article where the website asks another when nothing is on sale; what is on sale
 * there stays so. Inside the caller's transaction.
 */
export function offerPrices(parts: StockParts, matched: readonly MatchedVariant[]): void {
  const { outbox, destination, shopFront, front } = parts;
  const stream = shopFront.streams.find(({ kinds }) => kinds.includes('product'))?.name ?? '';
  const readAt = front.lastPass(stream)?.startedAt;
  const entries = entriesOf(parts, 'price');
  for (const found of matched) {
    const { key } = found.variant;
    const entry = entries.get(key);
    entries.delete(key);
    const isOffered = offerPrice(parts, found, { entry, readAt });
    if (!isOffered && entry) outbox.withdraw({ destination, kind: 'price', key });
  }
  for (const key of entries.keys()) forget(parts, key);
  tellOfPrices(parts, matched);
}

/** What the website refused stays a problem for as long as that price is what is wanted. */
function tellOfPrices(parts: StockParts, matched: readonly MatchedVariant[]): void {
  const entries = entriesOf(parts, 'price');
  for (const found of matched) {
    const { key, record } = found.variant;
    const faults = entries.get(key)?.faults ?? [];
    const findings = faults.map((fault) => atTill(parts, refusal(fault), articleOf(found)));
    tell(parts, { kind: 'price', key, name: record.name ?? key, findings });
  }
}

function articleOf(found: MatchedVariant): ArticleFigures | undefined {
  if (found.is !== 'matched') return undefined;
  const { key, price } = found.article;
  return { key, value: price ? wordsOf(price) : null };
}

interface Circumstances {
  readonly entry: QueuedEntry | undefined;
  /** When the reading of the website's articles began. */
  readonly readAt: Instant | undefined;
}

/** Answers whether there is anything to send. */
function offerPrice(parts: StockParts, found: MatchedVariant, { entry, readAt }: Circumstances): boolean {
  const { key, record, product } = found.variant;
  const price = found.is === 'matched' ? found.article.price : null;
  if (found.is !== 'matched' || !price || !record.price || price.currency !== record.price.currency) return false;
  const subject = { destination: parts.destination, kind: 'price', key } as const;
  const asked = believed(parts, { key, seen: wordsOf(record.price), readAt });
  const wanted = wordsOf(price);
  // Behind a change whose fate is open, what is wanted is said even where it is what was there before it.
  if (wanted === asked && !(entry && isUnderWay(entry))) return false;
  parts.outbox.offer({
    ...subject,
    operation: 'upsert',
    record: { key, product, article: found.article.key, name: record.name ?? key, price },
    hash: `price ${wanted}`,
    watched: { price: wanted },
    at: parts.at,
  });
  return true;
}

/** What the website asks: its own word, unless we have sent another since that was read. The guards compare with it. */
function believed(
  { ledger, destination, at }: StockParts,
  { key, seen, readAt }: { key: TillKey; seen: string; readAt: Instant | undefined },
) {
  const subject = { destination, kind: 'price', key } as const;
  const known = ledger.get(subject);
  const isNews = readAt !== undefined && (known === undefined || known.sentAt < readAt);
  if (!isNews || known?.watched?.['price'] === seen) return known?.watched?.['price'];
  return ledger.observed(subject, { price: seen }, at) ? seen : known?.watched?.['price'];
}

function wordsOf({ minor, currency }: NonNullable<Product['price']>): string {
  return decimalFromMinor(minor, currency);
}

/** The website does not have it any more. */
function forget({ outbox, problems, destination, at }: StockParts, key: TillKey): void {
  const subject = { destination, kind: 'price', key } as const;
  outbox.withdraw(subject);
  problems.closeAllOf(subject, at, 'gone');
}
