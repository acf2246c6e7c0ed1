import type { WritableDatabase } from '../database/open.ts';
import type { Operation } from '../connectors/contract.ts';
import type { DestinationId, TillKey } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Subject, Uniques } from './entry.ts';
import { readUniques } from './entry.ts';
import type { HeldValues } from './held-values.ts';
import { createKeptOne } from './kept-one.ts';

/**
 * What a record must do about the unique values that it claims. `go`: nothing stands in its way. `wait`: another record
 * still holds one at the destination, and gives it up first. `clear`: they want each other's values, so this one is sent
 * with these fields empty, and once more when the others have moved.
 */
export type HandOver =
  | { readonly do: 'go' }
  | { readonly do: 'wait'; readonly for: TillKey; readonly field: string }
  | { readonly do: 'clear'; readonly fields: readonly string[] };

/** The next version of a record, on its way. */
interface Coming {
  readonly operation: Operation;
  readonly into_key: TillKey | null;
  readonly uniques: string | null;
  readonly state: string;
  readonly cannot_clear: number;
}

interface Blocker {
  readonly key: TillKey;
  readonly next: Coming;
}

const go: HandOver = { do: 'go' };

/** No chain of our own making is so long; it bounds the work for one entry. */
const longestChain = 1000;

function givesUp({ operation, uniques }: Coming, field: string, value: string): boolean {
  return operation === 'archive' || operation === 'merge' || readUniques(uniques)?.[field] !== value;
}

/** Decides in which order records take over each other's unique values, by what is held now. */
export function createHandOver(database: WritableDatabase, held: Pick<HeldValues, 'holders'>) {
  const coming = database.prepare<[DestinationId, RecordKind, TillKey], Coming>(`
    SELECT operation, into_key, uniques, state, cannot_clear FROM outbox
    WHERE destination = ? AND kind = ? AND key = ? AND state <> 'discarded' ORDER BY newer DESC LIMIT 1`);

  const unsettledMerge = database
    .prepare<[DestinationId, RecordKind, TillKey], TillKey>(
      `SELECT into_key FROM outbox WHERE destination = ? AND kind = ? AND key = ? AND newer = 0
        AND operation = 'merge' AND state = 'waiting' AND may_have_arrived = 1`,
    )
    .pluck();
  const keptOne = createKeptOne(database);
  const isThere = database
    .prepare<[DestinationId, RecordKind, TillKey], number>(
      'SELECT 1 FROM ledger WHERE destination = ? AND kind = ? AND key = ? AND archived_at IS NULL',
    )
    .pluck();

  /** A record that holds a value which this one claims, and is about to give it up. */
  function inTheWay(subject: Subject, field: string, value: string): Blocker | undefined {
    const { destination, kind } = subject;
    for (const key of held.holders({ destination, kind, field, value })) {
      const next = key === subject.key ? undefined : coming.get(destination, kind, key);
      if (next && givesUp(next, field, value)) return { key, next };
    }
    return undefined;
  }

  /** Who has to move so that this one can: for a merge, the record into which it goes, as long as that is not surely there. */
  function mover({ destination, kind }: Subject, blocker: Blocker): Blocker | undefined {
    const { operation, into_key: wanted } = blocker.next;
    // A merge that may have arrived has to find its fate first, whatever is wanted by now.
    const into = unsettledMerge.get(destination, kind, blocker.key) ?? (operation === 'merge' ? wanted : null);
    if (into === null) return blocker;
    if (isThere.get(destination, kind, into) && !keptOne.isUnclear({ destination, kind, key: into })) return blocker;
    const next = coming.get(destination, kind, into);
    return next && { key: into, next };
  }

  /**
   * Whether whoever stands in the way of this value waits, over any number of others, for `origin` itself; `stuck` where
   * none of those others can be sent with a field left empty.
   */
  function ring(origin: Subject, field: string, value: string): 'none' | 'open' | 'stuck' {
    const seen = new Set<TillKey>([origin.key]);
    const path: { subject: Subject; field: string; value: string }[] = [{ subject: origin, field, value }];
    let found = false;
    let stuck = true;
    while (path.length > 0 && seen.size < longestChain) {
      const step = path.pop();
      const holder = step && inTheWay(step.subject, step.field, step.value);
      const blocker = holder && mover(origin, holder);
      if (!blocker) continue;
      // Once one of them is under way the ring opens by itself.
      if (blocker.next.state === 'claimed' || blocker.next.state === 'accepted') return 'none';
      if (blocker.key === origin.key) found = true;
      if (seen.has(blocker.key)) continue;
      seen.add(blocker.key);
      if (blocker.next.cannot_clear === 0) stuck = false;
      for (const [name, wanted] of Object.entries(readUniques(blocker.next.uniques) ?? {})) {
        path.push({ subject: { ...origin, key: blocker.key }, field: name, value: wanted });
      }
    }
    if (!found) return 'none';
    return stuck ? 'stuck' : 'open';
  }

  return function handOver(subject: Subject, uniques: Uniques | null, canClear: boolean): HandOver {
    const inRing: string[] = [];
    let wait: HandOver = go;
    for (const [field, value] of Object.entries(uniques ?? {})) {
      const blocker = inTheWay(subject, field, value);
      if (!blocker) continue;
      const own = coming.get(subject.destination, subject.kind, subject.key);
      // What it only has to find the fate of, and is about to give up itself, it can do without.
      const kind = own && givesUp(own, field, value) ? 'stuck' : ring(subject, field, value);
      if (kind === 'none' || (kind === 'open' && !canClear)) wait = { do: 'wait', for: blocker.key, field };
      else if (canClear) inRing.push(field);
      // Nobody in the ring can move first: it is sent, refused, and staff hear of it.
    }
    if (inRing.length > 0) return { do: 'clear', fields: inRing };
    return wait;
  };
}
