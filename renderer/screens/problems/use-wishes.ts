import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { searchOf, wishesOf, type Wishes } from './wishes.ts';

/** What the address says: which list, and which card is open. */
export interface WishesAtHand {
  readonly wishes: Wishes;
  /** The problem whose card is open; null where none is. */
  readonly open: number | null;
  /** The address of a problem's card beside this list. */
  hrefOf(id: number): string;
  change(wishes: Partial<Wishes>): void;
  /** Forgets every filter, and the search. */
  clear(): void;
  /** Opens a card, or closes the one that is open. */
  show(id: number | null, options?: { readonly replace: boolean }): void;
}

/** The list and the card that the address names, and the ways to change them. */
export function useWishes(): WishesAtHand {
  const [location, go] = useLocation();
  const search = useSearch();
  const wishes = useMemo(() => wishesOf(search), [search]);
  const id = /^\/problems\/(\d{1,15})$/.exec(location)?.[1];
  const here = searchOf(wishes);
  const hrefOf = useCallback((wanted: number) => `/problems/${wanted}${here}`, [here]);
  const change = useCallback(
    (changed: Partial<Wishes>) => go(`/problems${searchOf({ ...wishes, ...changed })}`, { replace: true }),
    [go, wishes],
  );
  const clear = useCallback(
    () => go(`/problems${searchOf({ view: wishes.view, sort: wishes.sort, state: 'open' })}`),
    [go, wishes],
  );
  const show = useCallback(
    (wanted: number | null, options?: { readonly replace: boolean }) =>
      go(wanted === null ? `/problems${here}` : hrefOf(wanted), options),
    [go, here, hrefOf],
  );
  return { wishes, open: id === undefined ? null : Number(id), hrefOf, change, clear, show };
}
