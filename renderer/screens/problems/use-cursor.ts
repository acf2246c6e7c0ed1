import { useCallback, useRef, useState, type RefObject } from 'react';
import type { ListHandle } from './problem-list.tsx';
import type { ProblemPages } from './use-problem-pages.ts';
import type { WishesAtHand } from './use-wishes.ts';

/** Where one stands in the list, and the way to its neighbours. */
export interface Cursor {
  /** The row, or -1 where one stands nowhere yet. */
  readonly index: number;
  readonly list: RefObject<ListHandle | null>;
  visit(index: number): void;
  /** One row on, or back. An open card goes along. */
  move(by: 1 | -1): void;
  /** Closes the card, and goes back to its row. */
  close(): void;
}

/** Follows the card that is open; where that problem has left the list, the one that came in its place is next. */
export function useCursor(pages: ProblemPages, { open, show }: WishesAtHand): Cursor {
  const [visited, visit] = useState(-1);
  const list = useRef<ListHandle>(null);
  const openAt = open === null ? -1 : pages.indexOf(open);
  if (openAt !== -1 && openAt !== visited) visit(openAt);
  const hasLeft = open !== null && openAt === -1 && visited !== -1;

  function move(by: 1 | -1): void {
    const wanted = hasLeft && by === 1 ? visited : visited + by;
    const index = Math.max(0, Math.min(pages.total - 1, wanted));
    if (pages.total === 0) return;
    list.current?.goTo(index, open === null);
    const problem = pages.at(index);
    if (open === null) visit(index);
    // A row that is not here yet comes into sight first: the next press of the key opens it.
    else if (problem) show(problem.id, { replace: true });
  }

  const close = useCallback(() => {
    show(null);
    if (visited !== -1) list.current?.goTo(visited, true);
  }, [show, visited]);
  const index = hasLeft ? -1 : visited;
  return { index, list, visit, move, close };
}
