import type { QueuedEntry } from '../../delivery/queue.ts';
import type { Instant, TillKey } from '../../model/ids.ts';
import { instantOf } from '../../model/ids.ts';
import { likelyCause } from './drift-cause.ts';
import { isTaken, type OrderedPieces } from './ordered-pieces.ts';
import type { Shown } from './read-articles.ts';
import type { Sighting } from './sightings.ts';
import type { StockParts } from './stock-parts.ts';

/*
 * Our memory against the truth.
 *
 * We keep what the website was ever given of a variant, its supply; it shows that less what was ordered there. So a reading
 * of what it shows (W) and of the orders that it took off (R) tells what it was given: W + R. The trouble is that orders and
 * stock are two readings, and the shop goes on selling between them. A sale that W knows and R does not makes W + R too
 * small. Whoever believed it would give the website the missing piece once more, and that piece would be sold twice.
 *
 * Orders are read first, then the stock. Nothing that is read afterwards in the same run could prove that no sale lies in
 * between: the site's clock is not ours, and a new order may be listed late. So a reading of the stock is only noted, with
 * what we believed when it was made: a sighting. It is compared in a later run, once the orders have been read again, and
 * that reading began a good while (`margin`) after the stock was read. Then every order that was there is known, however
 * far the clocks are apart up to that margin, and the sighting counts if the variant was quiet around it:
 *
 * - an order placed within the margin of the reading may be on either side of it: the sighting says nothing;
 * - an order that changed since (it was cancelled, say) may have moved stock before the reading or after it: the same;
 * - an order placed clearly later was not there yet, and is left out of R;
 * - our own changes must not be on their way: no sighting is noted of a variant that has one whose fate is open, or that was
 *   sent after the reading began. What is sent later changes the website and what we believe alike, so that the difference
 *   between the two stays what it was.
 *
 * A variant of which we know nothing is taken as it stands at once: what the website must lose can go in the very first
 * run. An unseen sale then makes us take off too little, never too much. What it must get waits for a sighting that held
 * true, for there the same sale would make us give too much. An unseen cancellation errs the other way, to the safe side.
 * Until that first sighting our memory follows what is seen; afterwards a difference is a drift, and a matter for people.
 */

/** How long a sale may stay unlisted, and how far the site's clock may be from ours, in milliseconds. A connector that reads orders by time makes up for more than two and a half minutes. */
const margin = 3 * 60_000;

/** What reconciling looks at. */
export interface Seen {
  /** The stock that the website showed, of the variants whose stock is the till's to say. */
  readonly shown: ReadonlyMap<TillKey, Shown>;
  readonly orders: ReadonlyMap<TillKey, readonly OrderedPieces[]>;
  /** What is on its way to the website, by variant. */
  readonly entries: ReadonlyMap<TillKey, QueuedEntry>;
}

/** Compares what the website showed with what we believe that it was given, and notes what it shows now for the next time. Inside the caller's transaction. */
export function reconcile(parts: StockParts, seen: Seen): void {
  const { sightings } = parts;
  const orders = parts.front.lastPass(streamOf(parts, 'sale'));
  if (!orders) return;
  for (const sighting of sightings.all()) {
    const isKnownAfter = orders.startedAt >= later(sighting.readUntil, margin);
    if (!isKnownAfter && seen.shown.has(sighting.variant)) continue;
    if (isKnownAfter) compare(parts, sighting, seen);
    sightings.drop(sighting.variant);
  }
  sight(parts, seen, orders.finishedAt);
}

/** How many pieces the website had taken off for orders when it was read; undefined where nobody can say. */
export function takenAt({ readFrom, readUntil, mark }: Sighting, orders: readonly OrderedPieces[]): number | undefined {
  const [from, until] = [later(readFrom, -margin), later(readUntil, margin)];
  let taken = 0;
  for (const order of orders) {
    const placedAt = instantOf(Date.parse(order.placedAt));
    if (placedAt > until) continue;
    if (placedAt >= from || order.changed > mark) return undefined;
    if (isTaken(order)) taken += order.pieces;
  }
  return taken;
}

function compare(parts: StockParts, sighting: Sighting, seen: Seen): void {
  const { ledger, destination, at, articles, drifts } = parts;
  const { variant } = sighting;
  const orders = seen.orders.get(variant) ?? [];
  const taken = takenAt(sighting, orders);
  const article = articles.get(variant);
  const held = heldOf(parts, variant);
  if (taken === undefined || !article || held === undefined) return;
  const given = sighting.shown + taken;
  const subject = { destination, kind: 'stock', key: variant } as const;
  if (sighting.believed === null) {
    // Whether the last change arrived was never found out; this says it, unless it was tried once more since.
    if (isStillOpen(seen.entries.get(variant), sighting)) ledger.observed(subject, { supply: given }, at);
    return;
  }
  const difference = given - sighting.believed;
  if (article.settledAt === null) {
    if (difference !== 0 && !ledger.observed(subject, { supply: held + difference }, at)) return;
    articles.keep({ ...article, settledAt: at });
    return;
  }
  if (difference === 0) drifts.drop(variant);
  else drifts.see({ variant, difference, cause: causeOf(difference, orders) }, at);
}

function causeOf(difference: number, orders: readonly OrderedPieces[]) {
  const piecesOf = (those: readonly OrderedPieces[]): number[] => those.map(({ pieces }) => pieces);
  return likelyCause({
    difference,
    cancelled: piecesOf(orders.filter(({ standing }) => standing === 'void')),
    standing: piecesOf(orders.filter(isTaken)),
  });
}

/** Notes what the website shows now, where its stock was read whole after its orders, and not looked at yet. */
function sight(parts: StockParts, { shown, orders, entries }: Seen, ordersKnownAt: Instant): void {
  const pass = parts.front.lastPass(streamOf(parts, 'stock'));
  if (!pass || pass.startedAt < ordersKnownAt || !isNewPass(parts, pass.startedAt)) return;
  const { sightings } = parts;
  const pending = new Set(sightings.all().map(({ variant }) => variant));
  const mark = parts.front.feed('sale').lastRow;
  for (const [variant, { quantity }] of shown) {
    if (quantity === null || pending.has(variant)) continue;
    const taken = (orders.get(variant) ?? []).filter(isTaken).reduce((sum, { pieces }) => sum + pieces, 0);
    const believed = beliefAbout(parts, { variant, given: quantity + taken, since: pass.startedAt }, entries);
    if (believed === undefined) continue;
    const [readFrom, readUntil] = [pass.startedAt, pass.finishedAt];
    sightings.keep({ variant, shown: quantity, believed, readFrom, readUntil, mark });
  }
}

/** What we believe that the website was given when it was read; null where that is what a sighting has to tell, undefined where the reading may be from before a change of ours or after it. */
function beliefAbout(
  parts: StockParts,
  { variant, given, since }: { variant: TillKey; given: number; since: Instant },
  entries: Seen['entries'],
): number | null | undefined {
  const subject = { destination: parts.destination, kind: 'stock', key: variant } as const;
  const entry = entries.get(variant);
  if (entry && isUnderWay(entry)) return isStillOpen(entry, { readFrom: since }) ? null : undefined;
  const known = parts.ledger.get(subject);
  const held = heldOf(parts, variant);
  if (held === undefined) return parts.ledger.observed(subject, { supply: given }, parts.at) ? given : undefined;
  return known && known.sentAt < since ? held : undefined;
}

/** Whether nobody knows if the change arrived, nobody is asking just now, and it was last tried before the reading. */
function isStillOpen(entry: QueuedEntry | undefined, { readFrom }: Pick<Sighting, 'readFrom'>): boolean {
  if (!entry?.mayHaveArrived || entry.state === 'claimed' || entry.state === 'accepted') return false;
  return entry.claimedAt !== null && entry.claimedAt < readFrom;
}

function isNewPass({ database, destination }: StockParts, startedAt: Instant): boolean {
  const compared = database
    .prepare<[string], Instant | null>('SELECT compared FROM stock_start WHERE destination = ?')
    .pluck()
    .get(destination);
  if (compared != null && compared >= startedAt) return false;
  database.prepare('UPDATE stock_start SET compared = ? WHERE destination = ?').run(startedAt, destination);
  return true;
}

/** Whether its fate is open. */
export function isUnderWay({ state, mayHaveArrived }: Pick<QueuedEntry, 'state' | 'mayHaveArrived'>): boolean {
  return state === 'claimed' || state === 'accepted' || mayHaveArrived;
}

/** What the website was given of a variant, as far as we know. */
export function heldOf({ ledger, destination }: StockParts, variant: TillKey): number | undefined {
  const supply = ledger.get({ destination, kind: 'stock', key: variant })?.watched?.['supply'];
  return typeof supply === 'number' ? supply : undefined;
}

function streamOf({ shopFront }: StockParts, kind: 'sale' | 'stock'): string {
  return shopFront.streams.find(({ kinds }) => kinds.includes(kind))?.name ?? '';
}

function later(instant: Instant, milliseconds: number): Instant {
  return instantOf(Date.parse(instant) + milliseconds);
}
