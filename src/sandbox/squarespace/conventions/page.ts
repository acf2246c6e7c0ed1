import type { Habits } from '../habits.ts';
import type { Cursor, Place } from './cursor.ts';
import { writeCursor } from './cursor.ts';
import type { Exchange } from './exchange.ts';

/** How many elements a page has where nothing else is said. */
export const pageSize = 50;

/** A list as it is at this moment, in its order. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly placeOf: (item: T) => Place;
  readonly size?: number;
  /** For an order that a place cannot tell: a cursor of it remembers how many were told, whatever the habit. */
  readonly holds?: 'offset';
}

/** What follows the elements of a page. */
export interface Pagination {
  readonly hasNextPage: boolean;
  readonly nextPageCursor: string | null;
  readonly nextPageUrl: string | null;
}

function isAfter(place: Place, other: Place): boolean {
  return place[0] === other[0] ? place[1] > other[1] : place[0] > other[0];
}

function firstAfter<T>({ items, placeOf }: Listed<T>, after: Place): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isAfter(placeOf(item), after)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Pages through lists as they are at the moment of each page: nothing is kept for a client between its requests. */
export function createPager({ cursorHolds }: Pick<Habits, 'cursorHolds'>) {
  return function page<T>(
    exchange: Exchange,
    listed: Listed<T>,
    from: Omit<Cursor, 'after'> & { readonly after?: Cursor['after'] | undefined },
  ): { readonly items: readonly T[]; readonly pagination: Pagination } {
    const { items, placeOf, size = pageSize, holds = cursorHolds } = listed;
    const { after = 0 } = from;
    const start = typeof after === 'number' ? after : firstAfter(listed, after);
    const told = items.slice(start, start + size);
    const last = told.at(-1);
    if (last === undefined || start + size >= items.length) {
      return { items: told, pagination: { hasNextPage: false, nextPageCursor: null, nextPageUrl: null } };
    }
    const next = holds === 'last' ? ([...placeOf(last)] as [number, string]) : start + size;
    const nextPageCursor = writeCursor({ ...from, after: next });
    const url = new URL(exchange.req.url);
    const nextPageUrl = `${url.origin}${url.pathname}?cursor=${nextPageCursor}`;
    return { items: told, pagination: { hasNextPage: true, nextPageCursor, nextPageUrl } };
  };
}
export type Pager = ReturnType<typeof createPager>;
