import { decimalFromMinor } from '../../model/money.ts';
import type { MatchedVariant } from './match-variants.ts';
import { isUnderWay } from './reconcile.ts';
import { entriesOf } from './offer-stock.ts';
import type { StockParts } from './stock-parts.ts';
import { refusal, tell } from './stock-problems.ts';

/**
 * Offers the till's price of every matched article where the website asks another when nothing is on sale; what is on sale
 * there stays so. What the website asks is its own word at each reading, so that the guards compare with what is there.
 * Inside the caller's transaction.
 */
export function offerPrices(parts: StockParts, matched: readonly MatchedVariant[]): void {
  const { outbox, ledger, destination, front, shopFront, at } = parts;
  const stream = shopFront.streams.find(({ kinds }) => kinds.includes('product'))?.name ?? '';
  const readAt = front.lastPass(stream)?.startedAt;
  const entries = entriesOf(parts, 'price');
  for (const found of matched) {
    const { key, record, product } = found.variant;
    const subject = { destination, kind: 'price', key } as const;
    const entry = entries.get(key);
    const price = found.is === 'matched' ? found.article.price : null;
    const asked = record.price;
    const faults = entry?.faults ?? [];
    tell(parts, { kind: 'price', key, name: record.name ?? key, findings: faults.map(refusal) });
    if (found.is !== 'matched' || !price || !asked || price.currency !== asked.currency) {
      if (entry) outbox.withdraw(subject);
      continue;
    }
    const before = ledger.get(subject);
    const isNewer = readAt !== undefined && (before === undefined || before.sentAt < readAt);
    const there = { price: decimalFromMinor(asked.minor, asked.currency) };
    if (isNewer && before?.watched?.['price'] !== there.price) ledger.observed(subject, there, at);
    const wanted = { price: decimalFromMinor(price.minor, price.currency) };
    const held = ledger.get(subject)?.watched?.['price'];
    if (wanted.price === held && !(entry && isUnderWay(entry))) {
      if (entry) outbox.withdraw(subject);
      continue;
    }
    outbox.offer({
      ...subject,
      operation: 'upsert',
      record: { key, product, article: found.article.key, name: record.name ?? key, price },
      hash: `price ${wanted.price}`,
      watched: wanted,
      at,
    });
  }
}
