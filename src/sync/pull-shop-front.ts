import type { Page, Stream } from '../connectors/shop-front.ts';
import { instantOf, type Instant } from '../model/ids.ts';
import type { FeedKind } from '../model/record.ts';
import type { FeedTally } from '../staging/feed-pull.ts';
import type { PagedStream, Unmet } from '../staging/pages.ts';
import type { Clock } from '../support/clock.ts';
import type { GuardStop, Progress } from './agent-contract.ts';
import { pagedStream, type ShopFrontSource } from './shop-front-source.ts';
import { troubleIn, type Trouble } from './trouble.ts';

/** What a read of a shop front is made from. */
export interface PullShopFrontParts {
  readonly source: ShopFrontSource;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Looks at what is about to vanish; a stop keeps all of it. */
  readonly guard: (unmet: readonly Unmet[]) => GuardStop | undefined;
}

/** What a read of a shop front found, also where it broke off. */
export interface ShopFrontPulled {
  readonly tallies: ReadonlyMap<FeedKind, Readonly<FeedTally>>;
  /** When passes came to their end in this read: whatever vanished with them did so then. */
  readonly ended: readonly Instant[];
  readonly stop: GuardStop | undefined;
  /** It could not be read on: what was read before that is kept. */
  readonly trouble: Trouble | undefined;
}

/**
 * Reads a shop front into staging, stream by stream and page by page. Each page is committed with the position that it
 * reaches, so a read that breaks off anywhere goes on there. Throws only where the signal is aborted, and for defects.
 */
export async function pullShopFront(parts: PullShopFrontParts): Promise<ShopFrontPulled> {
  const tallies = new Map<FeedKind, FeedTally>();
  const ended: Instant[] = [];
  let stop: GuardStop | undefined;
  const mayVanish = (unmet: readonly Unmet[]): boolean => {
    stop = parts.guard(unmet);
    return stop === undefined;
  };
  const trouble = await troubleIn(parts.signal, async () => {
    for (const stream of parts.source.shopFront.streams) {
      const end = await pullStream(parts, { stream, tallies, mayVanish });
      if (stop) break;
      if (end) ended.push(end);
    }
  });
  return { tallies, ended, stop, trouble };
}

interface StreamPull {
  readonly stream: Stream;
  /** What was found so far, of every stream. */
  readonly tallies: Map<FeedKind, FeedTally>;
  readonly mayVanish: (unmet: readonly Unmet[]) => boolean;
}

/** Answers when the pass came to its end; undefined where it brought no page at all. */
async function pullStream(
  parts: PullShopFrontParts,
  { stream, tallies, mayVanish }: StreamPull,
): Promise<Instant | undefined> {
  const { source, clock, signal, onProgress } = parts;
  const { shopFront, staging } = source;
  const paged = pagedStream(shopFront, stream);
  const expected = new Map(stream.kinds.map((kind) => [kind, wholeOf(source, paged, kind)]));
  const startedAt = instantOf(clock());
  const pages = stream.read(staging.position(paged), signal);
  let end: Instant | undefined;
  for await (const { page, last } of withLast(pages)) {
    signal.throwIfAborted();
    const at = instantOf(clock());
    const found = staging.takePage(paged, { ...page, startedAt, at, last, mayVanish });
    if (last) end = at;
    for (const [kind, tally] of found) tallies.set(kind, sum(tallies.get(kind), tally));
    for (const kind of stream.kinds) {
      const rows = tallies.get(kind)?.rows ?? 0;
      onProgress({ stage: 'read', source: source.id, kind, rows, of: expected.get(kind) ?? null });
    }
  }
  return end;
}

/** How many rows a stream will bring of a kind, as far as that is known. */
function wholeOf({ staging }: ShopFrontSource, { whole }: PagedStream, kind: FeedKind): number | null {
  const { rows } = staging.feed(kind);
  return whole && rows > 0 ? rows : null;
}

/** Each page, with whether it is the last: that must be known when it is committed, and shows only when no other comes. */
async function* withLast(pages: AsyncIterable<Page>): AsyncGenerator<{ readonly page: Page; readonly last: boolean }> {
  let held: Page | undefined;
  try {
    for await (const page of pages) {
      if (held) yield { page: held, last: false };
      held = page;
    }
  } catch (error) {
    // What came before the trouble counts.
    if (held) yield { page: held, last: false };
    throw error;
  }
  if (held) yield { page: held, last: true };
}

function sum(one: FeedTally | undefined, other: Readonly<FeedTally>): FeedTally {
  if (!one) return { ...other };
  return {
    rows: one.rows + other.rows,
    new: one.new + other.new,
    changed: one.changed + other.changed,
    vanished: one.vanished + other.vanished,
    unchanged: one.unchanged + other.unchanged,
  };
}
