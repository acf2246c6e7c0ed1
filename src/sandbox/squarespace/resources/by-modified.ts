import type { Place } from '../conventions/cursor.ts';
import type { Listed } from '../conventions/page.ts';
import type { Habits } from '../habits.ts';

/** A list in the order of its changes, whichever end comes first. */
export function byModified<T extends { readonly id: string; readonly modifiedOn: number }>(
  items: readonly T[],
  { firstComes }: Pick<Habits, 'firstComes'>,
): Listed<T> {
  const sign = firstComes === 'newest' ? -1 : 1;
  const placeOf = ({ id, modifiedOn }: T): Place => [sign * modifiedOn, id];
  const sorted = items.toSorted(
    (one, other) => sign * (one.modifiedOn - other.modifiedOn) || (one.id < other.id ? -1 : Number(one.id > other.id)),
  );
  return { items: sorted, placeOf };
}
