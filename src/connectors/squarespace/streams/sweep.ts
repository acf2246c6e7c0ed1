import { z } from 'zod';
import type { Page, PageRow, Stream } from '../../shop-front.ts';
import type { Listed } from '../api.ts';
import type { ListPage } from '../wire/page.ts';
import { noKeys, withKey } from './key-sum.ts';
import { parsedPosition } from './parsed-position.ts';
import { closed, lost } from './trouble.ts';

const keySum = z.object({ keys: z.int(), sum: z.string() });

/** Where a pass stands. */
const position = z.object({
  /** Null at the beginning of a round. */
  cursor: z.string().nullable(),
  /** A pass may have to go through the list twice. */
  round: z.int(),
  /** What this round met, as far as it has come. */
  met: keySum,
  /** What the pass before met; null where there was none. */
  before: keySum.nullable(),
});
type Position = z.infer<typeof position>;

const start: Position = { cursor: null, round: 1, met: noKeys, before: null };

/** One list of the site. */
export interface Sweep {
  readonly name: string;
  readonly kind: PageRow['kind'];
  /** As Squarespace calls what the key must be allowed to read: "Products". */
  readonly permission: string;
  /** A page of it, as rows. */
  readonly list: (cursor: string | null, signal: AbortSignal) => Promise<Listed<PageRow>>;
}

/** How often a pass begins a round again because the site has forgotten its cursor. */
const mostRestarts = 2;

/** Each row once: the one that was told last. */
function uniqueRows({ items }: ListPage<PageRow>): readonly PageRow[] {
  return [...new Map(items.map((row) => [row.key, row])).values()];
}

/**
 * Reads a list that can only be read as a whole, page by page.
 *
 * A site pages through its lists as they are at the moment of each request, so whatever is put away, or moved, while we
 * read can make others slip from a page that we have not seen to one that we have. A row that slipped so would count as
 * gone. Therefore a list of several pages that did not bring exactly the rows of the pass before it is gone through once
 * more in the same pass: what is there all the time is then met, and in a quiet shop nothing is read twice. The very
 * first pass has nothing that could count as gone.
 */
export function createSweep({ name, kind, permission, list }: Sweep): Stream {
  /** The end of a round: how the pass ends, or where it goes on. `isWhole` says that we saw the round from its beginning. */
  function afterRound(at: Position, isWhole: boolean): { readonly next: Position; readonly isEnd: boolean } {
    const { before, met } = at;
    const isSame = isWhole && before !== null && met.keys === before.keys && met.sum === before.sum;
    const isEnd = at.cursor === null || before === null || isSame || at.round > 1;
    return { next: isEnd ? { ...start, before: met } : { ...start, round: 2, before }, isEnd };
  }

  async function* read(from: string | null, signal: AbortSignal): AsyncGenerator<Page> {
    let at = parsedPosition(position, from) ?? start;
    let isWhole = at.cursor === null;
    let restarts = 0;
    const known = new Set<string>();
    for (;;) {
      const listed = await list(at.cursor, signal);
      if (listed === 'closed') throw closed(name, permission);
      if (listed === 'stale') {
        restarts += 1;
        if (restarts > mostRestarts) throw lost(name);
        at = { ...at, cursor: null, met: noKeys };
        isWhole = true;
        known.clear();
        continue;
      }
      const rows = uniqueRows(listed);
      const fresh = rows.filter(({ key }) => !known.has(key));
      for (const { key } of fresh) known.add(key);
      at = { ...at, met: fresh.reduce((sum, { key }) => withKey(sum, key), at.met) };
      if (listed.next !== null) {
        at = { ...at, cursor: listed.next };
        yield { rows, position: JSON.stringify(at) };
        continue;
      }
      const { next, isEnd } = afterRound(at, isWhole);
      yield { rows, position: JSON.stringify(next) };
      if (isEnd) return;
      at = next;
      isWhole = true;
      known.clear();
    }
  }

  return { name, kinds: [kind], brings: 'everything', read };
}
