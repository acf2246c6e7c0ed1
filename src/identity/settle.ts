import { crowd } from './crowd.ts';
import { indexMembers } from './index-members.ts';
import type { Settled } from './person.ts';
import { createSayingBook } from './saying-book.ts';
import { openSharedBook } from './shared-book.ts';
import { settleBatch, type Account, type SettleParts } from './settle-batch.ts';
import type { UnsettledRow } from './unsettled-store.ts';
import type { Workshop } from './workshop.ts';

/** Members who are looked at together: few enough for little memory, and enough that what they have in common is read once. */
const batchSize = 1000;

/** Writing the traits of so many is the work of joining one. */
const indexedForOne = 10;

/**
 * Joins what changed, in three steps: the traits of all who are new are written; those who have anything in common with
 * anybody are joined; the others are persons by themselves. Each step is finished before the next begins, also where
 * `limit` ends a call: so whoever is joined is joined with everybody at once, and gets the key that they would have got.
 */
export function settle({ workshop, persons }: Pick<SettleParts, 'workshop' | 'persons'>, limit: number): Settled {
  const book = createSayingBook(workshop.sayings.all());
  const parts = { workshop, persons, book, shared: openSharedBook(workshop.traits) };
  const account: Account = { changed: new Set(), retired: [], moved: [] };
  let left = limit;
  for (let wrote = -1; wrote !== 0 && left > 0; left -= wrote / indexedForOne) {
    wrote = indexMembers(parts, Math.ceil(left * indexedForOne));
  }
  while (left > 0) {
    const batch = workshop.unsettled.take(Math.ceil(Math.min(left, batchSize)));
    if (batch.length === 0) break;
    settleBatch(parts, withoutCrowds(parts, batch), account);
    left -= batch.length;
  }
  if (left > 0) left -= settleAlone(workshop, account, Math.ceil(left));
  const { changed, retired, moved } = account;
  return { changed: [...changed], retired, moved, more: left <= 0 && !isSettled(workshop) };
}

/** Newcomers who have nothing in common with anybody. */
function settleAlone({ members, marks }: Workshop, { changed }: Account, limit: number): number {
  const upTo = marks.read('indexed');
  let count = 0;
  while (count < limit) {
    const after = marks.read('settled');
    const rows = members.range({ after, upTo, limit: Math.min(limit - count, batchSize) });
    for (const { card, person, key } of rows) if (card !== null && person === null) changed.add(key);
    const last = rows.at(-1);
    if (!last) break;
    marks.write('settled', last.id);
    count += rows.length;
  }
  return count;
}

function isSettled({ members, marks, unsettled }: Workshop): boolean {
  return marks.read('settled') >= members.lastId() && unsettled.isEmpty();
}

/**
 * Traits that somebody had before, where it is worth looking who has them still: a crowd that has become small enough is
 * none any more; one that has not joins nobody, as before.
 */
function withoutCrowds({ workshop, shared }: SettleParts, batch: readonly UnsettledRow[]): UnsettledRow[] {
  const isQuiet = (digest: number): boolean => {
    if (!shared.isSilent(digest)) return false;
    if (!shared.isCrowd(digest) || workshop.traits.carriers([digest]).length > crowd) return true;
    shared.unshare(digest);
    return false;
  };
  return batch.map((row) => ({ ...row, former: row.former.filter((digest) => !isQuiet(digest)) }));
}
