import { useLayoutEffect, useRef } from 'react';
import type { ProblemPages } from './use-problem-pages.ts';

/** As high as the frame's head, in pixels, beneath which rows are out of sight. */
const covered = 56;

/** A row that somebody looks at. */
interface Looked {
  /** The list that it is in. */
  readonly name: string;
  readonly id: number;
  readonly index: number;
  readonly rowHeight: number;
}

/**
 * Keeps what somebody is looking at where it is: while rows come and go above it, and while they grow to two lines. Another
 * list begins at its top. `current` is the row that counts most, where it is in sight.
 */
export function useSamePlace({
  pages,
  top,
  rowHeight,
  current,
}: {
  pages: ProblemPages;
  top: number;
  rowHeight: number;
  current: number;
}): void {
  const looked = useRef<Looked | null>(null);
  useLayoutEffect(() => {
    const before = looked.current;
    const isScrolled = window.scrollY + covered > top;
    if (before && before.name !== pages.name) {
      if (isScrolled) window.scrollTo(0, 0);
    } else if (before) {
      const found = pages.indexOf(before.id);
      const index = found === -1 ? before.index : found;
      const moved = index * rowHeight - before.index * before.rowHeight;
      if (moved !== 0 && (isScrolled || before.rowHeight !== rowHeight)) window.scrollBy(0, moved);
    }
    const first = Math.max(0, Math.floor((window.scrollY + covered - top) / rowHeight));
    const last = Math.floor((window.scrollY + window.innerHeight - top) / rowHeight) - 1;
    const index = current >= first && current <= last ? current : first;
    const problem = pages.at(index);
    looked.current = problem ? { name: pages.name, id: problem.id, index, rowHeight } : null;
  });
}
