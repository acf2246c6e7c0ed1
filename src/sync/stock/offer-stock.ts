import type { QueuedEntry } from '../../delivery/queue.ts';
import type { TillKey } from '../../model/ids.ts';
import { isUnderWay, heldOf } from './reconcile.ts';
import type { StockParts } from './stock-parts.ts';
import type { WebArticle } from './web-articles.ts';

/**
 * Offers what the website ought to have been given of a variant, where that is not what it has; falls go first. What it is
 * to get waits until what it has is borne out. Inside the caller's transaction.
 */
export function offerStock(parts: StockParts, wanted: WebArticle, entry: QueuedEntry | undefined): void {
  const { outbox, destination, at } = parts;
  const { variant: key, article, name, supply, settledAt } = wanted;
  const subject = { destination, kind: 'stock', key } as const;
  const held = heldOf(parts, key);
  const operation = held !== undefined && supply !== null && supply < held ? 'lower' : 'upsert';
  if (!isToGo({ supply, held, isSettled: settledAt !== null, entry })) {
    if (entry) outbox.withdraw(subject);
    return;
  }
  if (supply === null || article === null) return;
  const record = { key, article, name, supply };
  outbox.offer({ ...subject, operation, record, hash: `stock ${supply}`, watched: { supply }, at });
}

function isToGo({
  supply,
  held,
  isSettled,
  entry,
}: {
  readonly supply: number | null;
  readonly held: number | undefined;
  readonly isSettled: boolean;
  readonly entry: QueuedEntry | undefined;
}): boolean {
  if (supply === null || held === undefined) return false;
  if (supply > held && !isSettled) return false;
  // Behind a change whose fate is open, what is wanted is said even where it is what was there before it.
  return supply !== held || (entry !== undefined && isUnderWay(entry));
}

/** What is on its way to the shop front, by variant. */
export function entriesOf({ outbox, destination }: StockParts, kind: 'stock' | 'price'): Map<TillKey, QueuedEntry> {
  return new Map(outbox.list({ destination, kind }).map((entry) => [entry.key, entry]));
}
